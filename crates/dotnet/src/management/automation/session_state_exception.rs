//! `System.Management.Automation.SessionStateException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.SessionStateException`.
pub static SESSION_STATE_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
        property("string ItemName {get;}", item_name),
        property(
            "System.Management.Automation.SessionStateCategory SessionStateCategory {get;}",
            session_state_category,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.SessionStateException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}

fn item_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ItemName")
}

fn session_state_category(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "SessionStateCategory")
}
