//! `System.Management.Automation.DebuggerResumeAction`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.DebuggerResumeAction`.
pub static DEBUGGER_RESUME_ACTION: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.DebuggerResumeAction",
    &[("Continue", 0), ("StepInto", 1), ("StepOut", 2), ("StepOver", 3), ("Stop", 4)],
);
