//! `System.Management.Automation.PSNotImplementedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.PSNotImplementedException`.
pub static PS_NOT_IMPLEMENTED_EXCEPTION: FacadeType = FacadeType {
    base: "System.NotImplementedException",
    interfaces: &["System.Management.Automation.IContainsErrorRecord"],
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
    ],
    ..FacadeType::class("System.Management.Automation.PSNotImplementedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "The method or operation is not implemented.")
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}
