//! `System.Text.Json.JsonException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Text.Json.JsonException`.
pub static JSON_EXCEPTION: FacadeType = FacadeType {
    base: "System.Exception",
    members: &[
        constructor("new(string message, System.Exception innerException)", new),
        constructor("new(string message)", new),
        constructor("new()", new),
        property("System.Nullable[long] LineNumber {get;}", line_number),
        property("System.Nullable[long] BytePositionInLine {get;}", byte_position_in_line),
        property("string Path {get;}", path),
    ],
    ..FacadeType::class("System.Text.Json.JsonException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Exception of type 'System.Text.Json.JsonException' was thrown.")
}

fn line_number(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "LineNumber")
}

fn byte_position_in_line(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "BytePositionInLine")
}

fn path(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Path")
}
