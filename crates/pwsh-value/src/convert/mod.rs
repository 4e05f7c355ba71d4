//! Conversions between values: PowerShell's truth, text and casts (`LanguagePrimitives`).

use crate::context::Context;
use crate::error::Result;
use crate::string::PsString;
use crate::ty::Type;
use crate::value::Value;

/// PowerShell's truth: null, zero, the empty string and the empty list are false, a list of one is its element.
pub fn to_bool(value: &Value) -> bool {
    let _ = value;
    todo!()
}

/// The text of a value that `"$value"` gives, for those whose text depends on nothing else: null, strings,
/// numbers, bool, char. `None` for all others.
pub fn simple_text(value: &Value) -> Option<PsString> {
    let _ = value;
    todo!()
}

/// The text that `"$value"` gives; lists are joined by [`Context::field_separator`].
pub fn to_text(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    let _ = (cx, value);
    todo!()
}

/// What a cast to `ty` gives (`LanguagePrimitives.ConvertTo`).
///
/// # Errors
/// `PSInvalidCastException` with PowerShell's own ids and messages. The runtime wraps it in a
/// `RuntimeException` where a statement fails by it.
pub fn to(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    let _ = (cx, value, ty);
    todo!()
}

/// The value as `int`, as a cast gives it.
pub fn to_int(cx: &mut dyn Context, value: &Value) -> Result<i32> {
    let _ = (cx, value);
    todo!()
}

/// The value as `long`, as a cast gives it.
pub fn to_long(cx: &mut dyn Context, value: &Value) -> Result<i64> {
    let _ = (cx, value);
    todo!()
}

/// The value as `double`, as a cast gives it.
pub fn to_double(cx: &mut dyn Context, value: &Value) -> Result<f64> {
    let _ = (cx, value);
    todo!()
}
