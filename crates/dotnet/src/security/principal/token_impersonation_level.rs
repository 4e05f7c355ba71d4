//! `System.Security.Principal.TokenImpersonationLevel`.

use pwsh_value::ty::FacadeType;

/// `System.Security.Principal.TokenImpersonationLevel`.
pub static TOKEN_IMPERSONATION_LEVEL: FacadeType = FacadeType::enumeration(
    "System.Security.Principal.TokenImpersonationLevel",
    &[("None", 0), ("Anonymous", 1), ("Identification", 2), ("Impersonation", 3), ("Delegation", 4)],
);
