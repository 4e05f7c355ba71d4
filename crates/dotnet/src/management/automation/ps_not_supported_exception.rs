//! `System.Management.Automation.PSNotSupportedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.PSNotSupportedException`.
pub static PS_NOT_SUPPORTED_EXCEPTION: FacadeType = FacadeType {
    base: "System.NotSupportedException",
    interfaces: &["System.Management.Automation.IContainsErrorRecord"],
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
    ],
    ..FacadeType::class("System.Management.Automation.PSNotSupportedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Specified method is not supported.")
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}
