//! `System.Management.Automation.RuntimeException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property, property_rw};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.RuntimeException`.
pub static RUNTIME_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    interfaces: &["System.Management.Automation.IContainsErrorRecord"],
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        constructor(
            "new(string message, System.Exception innerException, System.Management.Automation.ErrorRecord errorRecord)",
            new,
        ),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
        property_rw(
            "bool WasThrownFromThrowStatement {get;set;}",
            was_thrown_from_throw_statement,
            set_was_thrown_from_throw_statement,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.RuntimeException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    match call.args {
        [_, inner, record] => {
            exception::create_with(call, call.str(0), Some(inner), &[("ErrorRecord", record.clone())])
        }
        _ => exception::create(call, "System error."),
    }
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}

fn was_thrown_from_throw_statement(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "WasThrownFromThrowStatement", false)
}

fn set_was_thrown_from_throw_statement(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "WasThrownFromThrowStatement")
}
