//! `System.Management.Automation.ApplicationFailedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.ApplicationFailedException`.
pub static APPLICATION_FAILED_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.ApplicationFailedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}
