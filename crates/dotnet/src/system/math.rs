//! `System.Math`.

use pwsh_value::ty::FacadeType;
/// `System.Math`.
pub static MATH: FacadeType = FacadeType { ..FacadeType::static_class("System.Math") };
