//! `System.Management.Automation.DebugModes`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.DebugModes`.
pub static DEBUG_MODES: FacadeType = FacadeType::flags(
    "System.Management.Automation.DebugModes",
    &[("None", 0), ("Default", 1), ("LocalScript", 2), ("RemoteScript", 4)],
);
