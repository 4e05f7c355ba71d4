//! `System.Management.Automation.HaltCommandException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.HaltCommandException`.
pub static HALT_COMMAND_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.HaltCommandException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "The command was stopped by the user.")
}
