//! `System.ICloneable`.

use pwsh_value::ty::FacadeType;

/// `System.ICloneable`.
pub static I_CLONEABLE: FacadeType = FacadeType::interface("System.ICloneable");
