//! `System.ObjectDisposedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.ObjectDisposedException`.
pub static OBJECT_DISPOSED_EXCEPTION: FacadeType = FacadeType {
    base: "System.InvalidOperationException",
    members: &[
        constructor("new(string objectName)", new),
        constructor("new(string objectName, string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("string Message {get;}", exception::message),
        property("string ObjectName {get;}", object_name),
    ],
    ..FacadeType::class("System.ObjectDisposedException")
};

const DEFAULT: &str = "Cannot access a disposed object.";

/// `(objectName)`, `(objectName, message)` and `(message, innerException)`.
pub fn new(call: &mut Call<'_>) -> Result<Value> {
    match call.args {
        [_, inner] if inner.as_string().is_none() && !inner.is_null() => exception::create(call, DEFAULT),
        [_, _] => named(call, &call.str(1).to_str()),
        _ => named(call, DEFAULT),
    }
}

fn named(call: &Call<'_>, message: &str) -> Result<Value> {
    let name = call.str(0);
    if name.is_empty() {
        return exception::create_with(call, message, None, &[]);
    }
    let text = format!("{message}\nObject name: '{name}'.");
    exception::create_with(call, text, None, &[("ObjectName", name.into())])
}

fn object_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "ObjectName", "")
}
