//! `System.Management.Automation.StopUpstreamCommandsException`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.StopUpstreamCommandsException`.
pub static STOP_UPSTREAM_COMMANDS_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.FlowControlException",
    ..FacadeType::class("System.Management.Automation.StopUpstreamCommandsException")
};
