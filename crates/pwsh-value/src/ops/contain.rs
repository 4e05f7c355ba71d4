//! `-contains`, `-in` and `-like`.

use super::compare::enumerated;
use super::{Case, compare};
use crate::context::Context;
use crate::convert;
use crate::error::Result;
use crate::object::Obj;
use crate::value::Value;
use crate::wildcard::Wildcard;

/// Whether the collection has an element that equals `wanted`; a scalar is a collection of itself.
pub(super) fn contains(cx: &mut dyn Context, case: Case, collection: &Value, wanted: &Value) -> Result<bool> {
    let items = match enumerated(cx, collection)? {
        Some(items) => items,
        None => vec![collection.clone()],
    };
    for item in &items {
        if compare::element_equals(cx, case, item, wanted)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// `-like` (`wanted`) and `-notlike`: a bool, or the elements of a left collection that match, as strings.
pub(super) fn like(
    cx: &mut dyn Context,
    case: Case,
    wanted: bool,
    left: &Value,
    right: &Value,
) -> Result<Value> {
    let pattern = Wildcard::new(&convert::to_text(cx, right)?, case)?;
    match enumerated(cx, left)? {
        Some(items) => {
            let mut matching = Vec::new();
            for item in items {
                let text = convert::to_text(cx, &item)?;
                if pattern.matches(&text) == wanted {
                    matching.push(Value::String(text));
                }
            }
            Ok(Value::Object(Obj::array(matching)))
        }
        None => Ok(Value::Bool(pattern.matches(&convert::to_text(cx, left)?) == wanted)),
    }
}
