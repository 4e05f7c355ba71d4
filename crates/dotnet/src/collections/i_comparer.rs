//! `System.Collections.IComparer`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.IComparer`.
pub static I_COMPARER: FacadeType = FacadeType::interface("System.Collections.IComparer");
