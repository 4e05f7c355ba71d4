//! The text that an object has in what cmdlets write: .NET's `ToString()`, not the one of strings in script.

use pwsh_runtime::Runspace;
use pwsh_value::payload::PropertyBag;
use pwsh_value::{Context, PsString, Result, Value, convert};

/// `ToString()` of an object as a pipeline carries it: a PSCustomObject's is the one with its properties, an array's
/// the name of its type, a number's and a date's that of the culture. Null has none.
///
/// # Errors
/// What a `ToString` of script throws.
pub fn object_text(rs: &mut Runspace, value: &Value) -> Result<Option<PsString>> {
    match value.unwrapped() {
        Value::Null | Value::Void => return Ok(None),
        Value::String(text) => return Ok(Some(text.clone())),
        Value::Object(obj) if obj.get::<PropertyBag>().is_some() => {
            return convert::to_text(rs, value).map(Some);
        }
        _ => {}
    }
    let text = rs.call_method(value, "ToString", Vec::new())?;
    convert::to_text(rs, &text).map(Some)
}
