//! The match object that a replacement's script block sees as `$_`.

use dotnet_regex::{Captures, Regex};
use pwsh_value::payload::PropertyBag;
use pwsh_value::{Obj, PsString, Value};

/// A match as an object.
pub(crate) fn match_object(_: &Regex, captures: &Captures, text: &PsString) -> Value {
    let span = captures.span();
    let value = Value::String(text.substring(span.start, span.len));
    let properties = [
        ("Value", value),
        ("Index", Value::Int32(span.start as i32)),
        ("Length", Value::Int32(span.len as i32)),
    ];
    Value::Object(Obj::custom(PropertyBag::from_iter(properties)))
}
