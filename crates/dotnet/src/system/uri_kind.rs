//! `System.UriKind`.

use pwsh_value::ty::FacadeType;

/// `System.UriKind`.
pub static URI_KIND: FacadeType =
    FacadeType::enumeration("System.UriKind", &[("RelativeOrAbsolute", 0), ("Absolute", 1), ("Relative", 2)]);
