//! `System.IConvertible`.

use pwsh_value::ty::FacadeType;

/// `System.IConvertible`.
pub static I_CONVERTIBLE: FacadeType = FacadeType::interface("System.IConvertible");
