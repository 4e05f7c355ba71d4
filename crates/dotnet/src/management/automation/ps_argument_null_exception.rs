//! `System.Management.Automation.PSArgumentNullException`.

use crate::system::argument_null_exception::new;
use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.PSArgumentNullException`.
pub static PS_ARGUMENT_NULL_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentNullException",
    interfaces: &["System.Management.Automation.IContainsErrorRecord"],
    members: &[
        constructor("new()", new),
        constructor("new(string paramName)", new),
        constructor("new(string message, System.Exception innerException)", new),
        constructor("new(string paramName, string message)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
    ],
    ..FacadeType::class("System.Management.Automation.PSArgumentNullException")
};

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}
