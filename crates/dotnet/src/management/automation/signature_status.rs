//! `System.Management.Automation.SignatureStatus`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.SignatureStatus`.
pub static SIGNATURE_STATUS: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.SignatureStatus",
    &[
        ("Valid", 0),
        ("UnknownError", 1),
        ("NotSigned", 2),
        ("HashMismatch", 3),
        ("NotTrusted", 4),
        ("NotSupportedFileFormat", 5),
        ("Incompatible", 6),
    ],
);
