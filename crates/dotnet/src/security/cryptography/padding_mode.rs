//! `System.Security.Cryptography.PaddingMode`.

use pwsh_value::ty::FacadeType;

/// `System.Security.Cryptography.PaddingMode`.
pub static PADDING_MODE: FacadeType = FacadeType::enumeration(
    "System.Security.Cryptography.PaddingMode",
    &[("None", 1), ("PKCS7", 2), ("Zeros", 3), ("ANSIX923", 4), ("ISO10126", 5)],
);
