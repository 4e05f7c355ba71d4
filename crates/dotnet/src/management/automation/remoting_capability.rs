//! `System.Management.Automation.RemotingCapability`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.RemotingCapability`.
pub static REMOTING_CAPABILITY: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.RemotingCapability",
    &[("None", 0), ("PowerShell", 1), ("SupportedByCommand", 2), ("OwnedByCommand", 3)],
);
