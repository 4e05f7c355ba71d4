//! `System.ICustomFormatter`.

use pwsh_value::ty::FacadeType;

/// `System.ICustomFormatter`.
pub static I_CUSTOM_FORMATTER: FacadeType = FacadeType::interface("System.ICustomFormatter");
