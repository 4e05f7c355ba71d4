//! `System.Management.Automation.PSArgumentException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.PSArgumentException`.
pub static PS_ARGUMENT_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentException",
    interfaces: &["System.Management.Automation.IContainsErrorRecord"],
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
    ],
    ..FacadeType::class("System.Management.Automation.PSArgumentException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Value does not fall within the expected range.")
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}
