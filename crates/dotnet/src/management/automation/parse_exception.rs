//! `System.Management.Automation.ParseException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.ParseException`.
pub static PARSE_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.Language.ParseError[] Errors {get;}", errors),
        property("string Message {get;}", exception::message),
    ],
    ..FacadeType::class("System.Management.Automation.ParseException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}

fn errors(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Errors")
}
