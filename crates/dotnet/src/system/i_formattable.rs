//! `System.IFormattable`.

use pwsh_value::ty::FacadeType;

/// `System.IFormattable`.
pub static I_FORMATTABLE: FacadeType = FacadeType::interface("System.IFormattable");
