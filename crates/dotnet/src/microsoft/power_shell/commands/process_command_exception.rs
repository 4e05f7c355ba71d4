//! `Microsoft.PowerShell.Commands.ProcessCommandException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `Microsoft.PowerShell.Commands.ProcessCommandException`: what the process cmdlets report.
pub static PROCESS_COMMAND_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[constructor("new(string message)", new)],
    ..FacadeType::class("Microsoft.PowerShell.Commands.ProcessCommandException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Microsoft.PowerShell.Commands.ProcessCommandException")
}
