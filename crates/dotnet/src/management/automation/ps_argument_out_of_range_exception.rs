//! `System.Management.Automation.PSArgumentOutOfRangeException`.

use crate::system::argument_out_of_range_exception::new;
use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.PSArgumentOutOfRangeException`.
pub static PS_ARGUMENT_OUT_OF_RANGE_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentOutOfRangeException",
    interfaces: &["System.Management.Automation.IContainsErrorRecord"],
    members: &[
        constructor("new()", new),
        constructor("new(string paramName)", new),
        constructor("new(string paramName, System.Object actualValue, string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
    ],
    ..FacadeType::class("System.Management.Automation.PSArgumentOutOfRangeException")
};

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}
