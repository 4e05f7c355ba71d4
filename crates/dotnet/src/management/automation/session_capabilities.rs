//! `System.Management.Automation.SessionCapabilities`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.SessionCapabilities`.
pub static SESSION_CAPABILITIES: FacadeType = FacadeType::flags(
    "System.Management.Automation.SessionCapabilities",
    &[("RemoteServer", 1), ("Language", 4)],
);
