//! `System.ArgumentException`.

use crate::fault;
use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, method, property};
use pwsh_value::{Result, Value};

/// `System.ArgumentException`.
pub static ARGUMENT_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        constructor("new(string message, string paramName, System.Exception innerException)", new),
        constructor("new(string message, string paramName)", new),
        property("string Message {get;}", exception::message),
        property("string ParamName {get;}", param_name),
        method(
            "static void ThrowIfNullOrEmpty(string argument, string paramName = null)",
            throw_if_null_or_empty,
        ),
        method(
            "static void ThrowIfNullOrWhiteSpace(string argument, string paramName = null)",
            throw_if_null_or_white_space,
        ),
    ],
    ..FacadeType::class("System.ArgumentException")
};

const DEFAULT: &str = "Value does not fall within the expected range.";

fn new(call: &mut Call<'_>) -> Result<Value> {
    match call.args {
        [] | [_] => exception::create(call, DEFAULT),
        // The second parameter is a name or an inner exception.
        [_, second, ..] => match second.as_string() {
            Some(parameter) if !parameter.is_empty() => {
                let text = format!("{} (Parameter '{parameter}')", call.str(0));
                let fields = [("ParamName", Value::String(parameter.clone()))];
                exception::create_with(call, text, call.args.get(2), &fields)
            }
            Some(_) => exception::create_with(call, call.str(0), call.args.get(2), &[]),
            None => exception::create(call, DEFAULT),
        },
    }
}

fn param_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ParamName")
}

fn throw_if_null_or_empty(call: &mut Call<'_>) -> Result<Value> {
    refuse(call, |text| text.is_empty(), "The value cannot be an empty string.")
}

fn throw_if_null_or_white_space(call: &mut Call<'_>) -> Result<Value> {
    let message = "The value cannot be an empty string or composed entirely of whitespace.";
    refuse(call, |text| text.trim().is_empty(), message)
}

fn refuse(call: &Call<'_>, is_bad: fn(&str) -> bool, message: &str) -> Result<Value> {
    let parameter = call.str(1);
    if call.arg(0).is_null() {
        return Err(fault::null(&parameter.to_str()));
    }
    if is_bad(&call.str(0).to_str()) {
        return Err(fault::argument(message, &parameter.to_str()));
    }
    Ok(Value::Void)
}
