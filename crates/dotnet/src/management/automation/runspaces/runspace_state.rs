//! `System.Management.Automation.Runspaces.RunspaceState`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Runspaces.RunspaceState`.
pub static RUNSPACE_STATE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Runspaces.RunspaceState",
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
