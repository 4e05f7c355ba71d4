//! `System.Collections.IStructuralEquatable`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.IStructuralEquatable`.
pub static I_STRUCTURAL_EQUATABLE: FacadeType =
    FacadeType::interface("System.Collections.IStructuralEquatable");
