//! `System.Management.Automation.Runspaces.RunspacePoolState`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Runspaces.RunspacePoolState`.
pub static RUNSPACE_POOL_STATE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Runspaces.RunspacePoolState",
    &[
        ("BeforeOpen", 0),
        ("Opening", 1),
        ("Opened", 2),
        ("Closed", 3),
        ("Closing", 4),
        ("Broken", 5),
        ("Disconnecting", 6),
        ("Disconnected", 7),
        ("Connecting", 8),
    ],
);
