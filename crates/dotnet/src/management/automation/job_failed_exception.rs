//! `System.Management.Automation.JobFailedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.JobFailedException`.
pub static JOB_FAILED_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Exception Reason {get;}", reason),
        property(
            "System.Management.Automation.Language.ScriptExtent DisplayScriptPosition {get;}",
            display_script_position,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.JobFailedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Management.Automation.JobFailedException")
}

fn reason(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Reason")
}

fn display_script_position(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "DisplayScriptPosition")
}
