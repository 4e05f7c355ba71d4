//! `System.Collections.IEqualityComparer`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.IEqualityComparer`.
pub static I_EQUALITY_COMPARER: FacadeType = FacadeType::interface("System.Collections.IEqualityComparer");
