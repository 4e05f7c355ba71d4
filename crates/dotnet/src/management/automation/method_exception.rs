//! `System.Management.Automation.MethodException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.MethodException`.
pub static METHOD_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.ExtendedTypeSystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.MethodException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Management.Automation.MethodException")
}
