//! `System.Management.Automation.PSInvocationState`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.PSInvocationState`.
pub static PS_INVOCATION_STATE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.PSInvocationState",
    &[
        ("NotStarted", 0),
        ("Running", 1),
        ("Stopping", 2),
        ("Stopped", 3),
        ("Completed", 4),
        ("Failed", 5),
        ("Disconnected", 6),
    ],
);
