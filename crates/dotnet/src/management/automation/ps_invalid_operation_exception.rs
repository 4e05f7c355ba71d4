//! `System.Management.Automation.PSInvalidOperationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.PSInvalidOperationException`.
pub static PS_INVALID_OPERATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.InvalidOperationException",
    interfaces: &["System.Management.Automation.IContainsErrorRecord"],
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
    ],
    ..FacadeType::class("System.Management.Automation.PSInvalidOperationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Operation is not valid due to the current state of the object.")
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}
