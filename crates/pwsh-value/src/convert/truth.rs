//! What is true.

use super::numeric::{Number, number_of};
use crate::payload::{Array, List, Switch};
use crate::value::Value;
use num_traits::Zero;

/// PowerShell's truth: null, zero, the empty string and the empty list are false, a list of one is its element.
#[inline]
pub fn to_bool(value: &Value) -> bool {
    match value {
        Value::Bool(v) => *v,
        Value::Null | Value::Void => false,
        Value::Int32(v) => *v != 0,
        Value::String(v) => !v.is_empty(),
        other => slow(other),
    }
}

fn slow(value: &Value) -> bool {
    let plain = value.unwrapped();
    if let Value::String(text) = plain {
        return !text.is_empty();
    }
    if let Value::Bool(v) = plain {
        return *v;
    }
    if let Some(number) = number_of(plain) {
        return match number {
            Number::Integer(v) => v != 0,
            Number::Double(v) => v != 0.0,
            Number::Single(v) => v != 0.0,
            Number::Decimal(v) => !v.is_zero(),
            Number::Big(v) => !v.is_zero(),
        };
    }
    let Some(obj) = plain.as_object() else { return !plain.is_null() };
    if let Some(switch) = obj.get::<Switch>() {
        return switch.0;
    }
    match list_of(plain) {
        Some((0, _)) => false,
        // A list in a list is true unless it is empty, so that a list that holds itself has an answer too.
        Some((1, Some(only))) => list_of(&only).map_or_else(|| to_bool(&only), |(count, _)| count > 0),
        _ => true,
    }
}

/// The length of an `IList` and its only element, if it has one.
fn list_of(value: &Value) -> Option<(usize, Option<Value>)> {
    let obj = value.as_object()?;
    if let Some(array) = obj.get::<Array>() {
        let count = array.len();
        return Some((count, if count == 1 { array.get(0) } else { None }));
    }
    let list = obj.get::<List>()?;
    // Queues and stacks stand on the same payload, but are no lists to .NET.
    let name = obj.ty().short_name().to_str().into_owned();
    if name.starts_with("Queue") || name.starts_with("Stack") {
        return None;
    }
    let count = list.len();
    Some((count, if count == 1 { list.get(0) } else { None }))
}
