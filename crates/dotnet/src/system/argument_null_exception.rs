//! `System.ArgumentNullException`.

use crate::fault;
use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, method};
use pwsh_value::{Result, Value};

/// `System.ArgumentNullException`.
pub static ARGUMENT_NULL_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentException",
    members: &[
        constructor("new()", new),
        constructor("new(string paramName)", new),
        constructor("new(string message, System.Exception innerException)", new),
        constructor("new(string paramName, string message)", new),
        method("static void ThrowIfNull(System.Object argument, string paramName = null)", throw_if_null),
    ],
    ..FacadeType::class("System.ArgumentNullException")
};

const DEFAULT: &str = "Value cannot be null.";

/// `()`, `(paramName)`, `(paramName, message)` and `(message, innerException)`.
pub fn new(call: &mut Call<'_>) -> Result<Value> {
    match call.args {
        [] => exception::create(call, DEFAULT),
        [_, inner] if inner.as_string().is_none() && !inner.is_null() => exception::create(call, DEFAULT),
        [_] => named(call, DEFAULT),
        _ => named(call, &call.str(1).to_str()),
    }
}

fn named(call: &Call<'_>, message: &str) -> Result<Value> {
    let parameter = call.str(0);
    if parameter.is_empty() {
        return exception::create_with(call, message, None, &[]);
    }
    let text = format!("{message} (Parameter '{parameter}')");
    exception::create_with(call, text, None, &[("ParamName", parameter.into())])
}

fn throw_if_null(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() { Err(fault::null(&call.str(1).to_str())) } else { Ok(Value::Void) }
}
