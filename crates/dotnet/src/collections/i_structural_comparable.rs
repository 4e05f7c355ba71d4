//! `System.Collections.IStructuralComparable`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.IStructuralComparable`.
pub static I_STRUCTURAL_COMPARABLE: FacadeType =
    FacadeType::interface("System.Collections.IStructuralComparable");
