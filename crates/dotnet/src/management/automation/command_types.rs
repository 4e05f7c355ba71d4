//! `System.Management.Automation.CommandTypes`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.CommandTypes`.
pub static COMMAND_TYPES: FacadeType = FacadeType::flags(
    "System.Management.Automation.CommandTypes",
    &[
        ("Alias", 1),
        ("Function", 2),
        ("Filter", 4),
        ("Cmdlet", 8),
        ("ExternalScript", 16),
        ("Application", 32),
        ("Script", 64),
        ("Configuration", 256),
        ("All", 383),
    ],
);
