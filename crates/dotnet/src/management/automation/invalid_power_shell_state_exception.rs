//! `System.Management.Automation.InvalidPowerShellStateException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.InvalidPowerShellStateException`.
pub static INVALID_POWER_SHELL_STATE_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.PSInvocationState CurrentState {get;}", current_state),
    ],
    ..FacadeType::class("System.Management.Automation.InvalidPowerShellStateException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "The state of the current PowerShell instance is not valid for this operation.")
}

fn current_state(call: &mut Call<'_>) -> Result<Value> {
    exception::enum_field(call, "CurrentState", "System.Management.Automation.PSInvocationState")
}
