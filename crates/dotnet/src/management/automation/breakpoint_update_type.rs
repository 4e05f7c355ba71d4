//! `System.Management.Automation.BreakpointUpdateType`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.BreakpointUpdateType`.
pub static BREAKPOINT_UPDATE_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.BreakpointUpdateType",
    &[("Set", 0), ("Removed", 1), ("Enabled", 2), ("Disabled", 3)],
);
