//! `System.IComparable`, `System.IComparable`1`.

use pwsh_value::ty::FacadeType;

/// `System.IComparable`.
pub static I_COMPARABLE: FacadeType = FacadeType::interface("System.IComparable");

/// `System.IComparable`1`.
pub static I_COMPARABLE_1: FacadeType =
    FacadeType { generic: &["T"], ..FacadeType::interface("System.IComparable`1") };
