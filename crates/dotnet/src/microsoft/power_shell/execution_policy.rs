//! `Microsoft.PowerShell.ExecutionPolicy`.

use pwsh_value::ty::FacadeType;

/// `Microsoft.PowerShell.ExecutionPolicy`.
pub static EXECUTION_POLICY: FacadeType = FacadeType::enumeration(
    "Microsoft.PowerShell.ExecutionPolicy",
    &[
        ("Unrestricted", 0),
        ("RemoteSigned", 1),
        ("AllSigned", 2),
        ("Restricted", 3),
        ("Default", 3),
        ("Bypass", 4),
        ("Undefined", 5),
    ],
);
