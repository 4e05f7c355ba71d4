//! `System.Management.Automation.Runspaces.AuthenticationMechanism`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Runspaces.AuthenticationMechanism`.
pub static AUTHENTICATION_MECHANISM: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Runspaces.AuthenticationMechanism",
    &[
        ("Default", 0),
        ("Basic", 1),
        ("Negotiate", 2),
        ("NegotiateWithImplicitCredential", 3),
        ("Credssp", 4),
        ("Digest", 5),
        ("Kerberos", 6),
    ],
);
