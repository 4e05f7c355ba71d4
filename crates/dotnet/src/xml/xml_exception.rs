//! `System.Xml.XmlException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Xml.XmlException`.
pub static XML_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("int LineNumber {get;}", line_number),
        property("int LinePosition {get;}", line_position),
        property("string SourceUri {get;}", source_uri),
        property("string Message {get;}", exception::message),
    ],
    ..FacadeType::class("System.Xml.XmlException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "An XML error has occurred.")
}

fn line_number(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "LineNumber", 0_i32)
}

fn line_position(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "LinePosition", 0_i32)
}

fn source_uri(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "SourceUri")
}
