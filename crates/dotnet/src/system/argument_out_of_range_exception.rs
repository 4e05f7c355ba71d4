//! `System.ArgumentOutOfRangeException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.ArgumentOutOfRangeException`.
pub static ARGUMENT_OUT_OF_RANGE_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentException",
    members: &[
        constructor("new()", new),
        constructor("new(string paramName)", new),
        constructor("new(string paramName, string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        constructor("new(string paramName, System.Object actualValue, string message)", new),
        property("string Message {get;}", exception::message),
        property("System.Object ActualValue {get;}", actual_value),
    ],
    ..FacadeType::class("System.ArgumentOutOfRangeException")
};

const DEFAULT: &str = "Specified argument was out of the range of valid values.";

/// `()`, `(paramName)`, `(paramName, message)`, `(paramName, actualValue, message)` and
/// `(message, innerException)`.
pub fn new(call: &mut Call<'_>) -> Result<Value> {
    match call.args {
        [] => exception::create(call, DEFAULT),
        [_] => named(call, DEFAULT, None),
        [_, inner] if inner.as_string().is_none() && !inner.is_null() => exception::create(call, DEFAULT),
        [_, _] => named(call, &call.str(1).to_str(), None),
        [_, actual, ..] => named(call, &call.str(2).to_str(), Some(actual)),
    }
}

fn named(call: &mut Call<'_>, message: &str, actual: Option<&Value>) -> Result<Value> {
    let parameter = call.str(0);
    let mut text = message.to_owned();
    if !parameter.is_empty() {
        text.push_str(&format!(" (Parameter '{parameter}')"));
    }
    let mut fields = vec![("ParamName", parameter.into())];
    if let Some(actual) = actual.filter(|value| !value.is_null()) {
        text.push_str(&format!("\nActual value was {}.", call.cx.to_text(actual)?));
        fields.push(("ActualValue", actual.clone()));
    }
    exception::create_with(call, text, None, &fields)
}

fn actual_value(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ActualValue")
}
