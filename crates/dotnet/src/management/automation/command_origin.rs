//! `System.Management.Automation.CommandOrigin`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.CommandOrigin`.
pub static COMMAND_ORIGIN: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.CommandOrigin",
    &[("Runspace", 0), ("Internal", 1)],
);
