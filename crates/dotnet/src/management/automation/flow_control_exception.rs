//! `System.Management.Automation.FlowControlException`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.FlowControlException`.
pub static FLOW_CONTROL_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    ..FacadeType::class("System.Management.Automation.FlowControlException")
};
