//! `System.Security.Cryptography.CipherMode`.

use pwsh_value::ty::FacadeType;

/// `System.Security.Cryptography.CipherMode`.
pub static CIPHER_MODE: FacadeType = FacadeType::enumeration(
    "System.Security.Cryptography.CipherMode",
    &[("CBC", 1), ("ECB", 2), ("OFB", 3), ("CFB", 4), ("CTS", 5)],
);
