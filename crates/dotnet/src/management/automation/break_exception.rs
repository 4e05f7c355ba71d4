//! `System.Management.Automation.BreakException`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.BreakException`.
pub static BREAK_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.LoopFlowException",
    ..FacadeType::class("System.Management.Automation.BreakException")
};
