//! `System.Text.RegularExpressions.RegexParseException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Result, Value};

/// `System.Text.RegularExpressions.RegexParseException`.
pub static REGEX_PARSE_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentException",
    members: &[
        property("System.Text.RegularExpressions.RegexParseError Error {get;}", error),
        property("int Offset {get;}", offset),
    ],
    ..FacadeType::class("System.Text.RegularExpressions.RegexParseException")
};

fn error(call: &mut Call<'_>) -> Result<Value> {
    exception::enum_field(call, "Error", "System.Text.RegularExpressions.RegexParseError")
}

fn offset(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "Offset", 0_i32)
}
