//! `System.UriHostNameType`.

use pwsh_value::ty::FacadeType;

/// `System.UriHostNameType`.
pub static URI_HOST_NAME_TYPE: FacadeType = FacadeType::enumeration(
    "System.UriHostNameType",
    &[("Unknown", 0), ("Basic", 1), ("Dns", 2), ("IPv4", 3), ("IPv6", 4)],
);
