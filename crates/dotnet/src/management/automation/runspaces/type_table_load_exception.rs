//! `System.Management.Automation.Runspaces.TypeTableLoadException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.Runspaces.TypeTableLoadException`.
pub static TYPE_TABLE_LOAD_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Collections.ObjectModel.Collection[string] Errors {get;}", errors),
    ],
    ..FacadeType::class("System.Management.Automation.Runspaces.TypeTableLoadException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}

fn errors(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Errors")
}
