//! `System.Collections.Generic.IComparer`1`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.IComparer`1`.
pub static I_COMPARER: FacadeType =
    FacadeType { generic: &["T"], ..FacadeType::interface("System.Collections.Generic.IComparer`1") };
