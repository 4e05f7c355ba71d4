//! `System.IEquatable`1`.

use pwsh_value::ty::FacadeType;

/// `System.IEquatable`1`.
pub static I_EQUATABLE: FacadeType =
    FacadeType { generic: &["T"], ..FacadeType::interface("System.IEquatable`1") };
