//! `System.UriFormat`.

use pwsh_value::ty::FacadeType;

/// `System.UriFormat`.
pub static URI_FORMAT: FacadeType =
    FacadeType::enumeration("System.UriFormat", &[("UriEscaped", 1), ("Unescaped", 2), ("SafeUnescaped", 3)]);
