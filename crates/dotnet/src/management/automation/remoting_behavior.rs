//! `System.Management.Automation.RemotingBehavior`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.RemotingBehavior`.
pub static REMOTING_BEHAVIOR: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.RemotingBehavior",
    &[("None", 0), ("PowerShell", 1), ("Custom", 2)],
);
