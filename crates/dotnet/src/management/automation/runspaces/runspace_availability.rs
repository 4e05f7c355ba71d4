//! `System.Management.Automation.Runspaces.RunspaceAvailability`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Runspaces.RunspaceAvailability`.
pub static RUNSPACE_AVAILABILITY: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Runspaces.RunspaceAvailability",
    &[("None", 0), ("Available", 1), ("AvailableForNestedCommand", 2), ("Busy", 3), ("RemoteDebug", 4)],
);
