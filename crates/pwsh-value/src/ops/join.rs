//! `-join`

use super::compare::enumerated;
use crate::context::Context;
use crate::convert;
use crate::error::Result;
use crate::string::PsString;
use crate::value::Value;

/// The texts of a list's elements with the separator's text between them; a scalar's own text.
pub(super) fn join(cx: &mut dyn Context, left: &Value, separator: &Value) -> Result<Value> {
    let Some(items) = enumerated(cx, left)? else { return Ok(Value::String(convert::to_text(cx, left)?)) };
    let separator = convert::to_text(cx, separator)?;
    let mut out = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.extend_from_slice(separator.as_wtf8());
        }
        out.extend_from_slice(convert::element_text(cx, item)?.as_wtf8());
    }
    Ok(Value::String(PsString::from_wtf8(out)))
}
