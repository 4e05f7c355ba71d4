//! `System.Xml.Schema.XmlSchemaException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Xml.Schema.XmlSchemaException`.
pub static XML_SCHEMA_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("string SourceUri {get;}", source_uri),
        property("int LineNumber {get;}", line_number),
        property("int LinePosition {get;}", line_position),
        property("System.Xml.Schema.XmlSchemaObject SourceSchemaObject {get;}", source_schema_object),
    ],
    ..FacadeType::class("System.Xml.Schema.XmlSchemaException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "A schema error occurred.")
}

fn source_uri(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "SourceUri")
}

fn line_number(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "LineNumber", 0_i32)
}

fn line_position(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "LinePosition", 0_i32)
}

fn source_schema_object(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "SourceSchemaObject")
}
