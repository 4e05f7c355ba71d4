//! `System.Management.Automation.GetValueInvocationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.GetValueInvocationException`.
pub static GET_VALUE_INVOCATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.GetValueException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.GetValueInvocationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Management.Automation.GetValueInvocationException")
}
