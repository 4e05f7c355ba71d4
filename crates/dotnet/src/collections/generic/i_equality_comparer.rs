//! `System.Collections.Generic.IEqualityComparer`1`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.IEqualityComparer`1`.
pub static I_EQUALITY_COMPARER: FacadeType =
    FacadeType { generic: &["T"], ..FacadeType::interface("System.Collections.Generic.IEqualityComparer`1") };
