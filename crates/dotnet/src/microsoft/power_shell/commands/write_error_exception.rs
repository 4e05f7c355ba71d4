//! `Microsoft.PowerShell.Commands.WriteErrorException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `Microsoft.PowerShell.Commands.WriteErrorException`.
pub static WRITE_ERROR_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[constructor("new(string message)", new)],
    ..FacadeType::class("Microsoft.PowerShell.Commands.WriteErrorException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Microsoft.PowerShell.Commands.WriteErrorException")
}
