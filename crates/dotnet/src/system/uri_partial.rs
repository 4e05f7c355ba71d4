//! `System.UriPartial`.

use pwsh_value::ty::FacadeType;

/// `System.UriPartial`.
pub static URI_PARTIAL: FacadeType = FacadeType::enumeration(
    "System.UriPartial",
    &[("Scheme", 0), ("Authority", 1), ("Path", 2), ("Query", 3)],
);
