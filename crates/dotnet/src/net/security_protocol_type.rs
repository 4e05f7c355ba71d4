//! `System.Net.SecurityProtocolType`.

use pwsh_value::ty::FacadeType;

/// `System.Net.SecurityProtocolType`.
pub static SECURITY_PROTOCOL_TYPE: FacadeType = FacadeType::flags(
    "System.Net.SecurityProtocolType",
    &[("SystemDefault", 0), ("Ssl3", 48), ("Tls", 192), ("Tls11", 768), ("Tls12", 3072), ("Tls13", 12288)],
);
