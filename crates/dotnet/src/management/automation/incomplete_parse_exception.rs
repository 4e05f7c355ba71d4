//! `System.Management.Automation.IncompleteParseException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.IncompleteParseException`.
pub static INCOMPLETE_PARSE_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.ParseException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.IncompleteParseException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}
