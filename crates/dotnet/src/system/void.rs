//! `System.Void`.

use pwsh_value::ty::FacadeType;
/// `System.Void`.
pub static VOID: FacadeType = FacadeType { ..FacadeType::structure("System.Void") };
