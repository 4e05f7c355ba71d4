//! `System.Management.Automation.ContinueException`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.ContinueException`.
pub static CONTINUE_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.LoopFlowException",
    ..FacadeType::class("System.Management.Automation.ContinueException")
};
