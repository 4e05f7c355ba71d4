//! `System.Management.Automation.ScriptCallDepthException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.ScriptCallDepthException`.
pub static SCRIPT_CALL_DEPTH_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    interfaces: &["System.Management.Automation.IContainsErrorRecord"],
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
        property("int CallDepth {get;}", call_depth),
    ],
    ..FacadeType::class("System.Management.Automation.ScriptCallDepthException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "The script failed due to call depth overflow.")
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}

fn call_depth(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "CallDepth", 0_i32)
}
