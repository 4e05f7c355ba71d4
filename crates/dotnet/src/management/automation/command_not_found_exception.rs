//! `System.Management.Automation.CommandNotFoundException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property, property_rw};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.CommandNotFoundException`.
pub static COMMAND_NOT_FOUND_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
        property_rw("string CommandName {get;set;}", command_name, set_command_name),
    ],
    ..FacadeType::class("System.Management.Automation.CommandNotFoundException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}

fn command_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "CommandName")
}

fn set_command_name(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "CommandName")
}
