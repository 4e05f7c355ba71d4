//! `System.IFormatProvider`.

use pwsh_value::ty::FacadeType;

/// `System.IFormatProvider`.
pub static I_FORMAT_PROVIDER: FacadeType = FacadeType::interface("System.IFormatProvider");
