//! `System.Management.Automation.MethodInvocationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.MethodInvocationException`.
pub static METHOD_INVOCATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.MethodException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.MethodInvocationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Management.Automation.MethodInvocationException")
}
