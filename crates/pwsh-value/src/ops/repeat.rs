//! `*` on strings and lists.

use super::arith::scanned;
use crate::context::Context;
use crate::convert;
use crate::error::{Error, Result};
use crate::memory;
use crate::object::Obj;
use crate::payload::Array;
use crate::string::PsString;
use crate::ty::known;
use crate::value::Value;

fn count_operand(cx: &mut dyn Context, right: &Value) -> Result<Value> {
    match right.unwrapped() {
        Value::String(_) => scanned(cx, right.unwrapped(), &known().int32),
        other => Ok(other.clone()),
    }
}

/// A string so many times.
pub(super) fn text(cx: &mut dyn Context, text: &PsString, right: &Value) -> Result<Value> {
    let count = count_operand(cx, right)?;
    let count = convert::to_int(cx, &count)?;
    let Ok(times) = usize::try_from(count) else {
        let message = format!(
            "times ('{count}') must be a non-negative value. (Parameter 'times')\nActual value was {count}."
        );
        return Err(Error::new("System.ArgumentOutOfRangeException", message));
    };
    Ok(Value::String(memory::repeated_text(text, times)?))
}

/// A list's elements so many times: of an array the same type, of another list `object[]`.
pub(super) fn list(cx: &mut dyn Context, left: &Value, obj: &Obj, right: &Value) -> Result<Value> {
    let count = count_operand(cx, right)?;
    let times = match convert::to(cx, &count, &known().uint32)? {
        Value::UInt32(times) => times as usize,
        _ => 0,
    };
    let (items, ty) = match obj.get::<Array>() {
        Some(array) => (array.to_vec(), obj.ty().clone()),
        None => (cx.enumerate(left)?.unwrap_or_default(), known().object_array.clone()),
    };
    let repeated = memory::repeated(&items, times)?;
    let element = ty.element().cloned().unwrap_or_else(|| known().object.clone());
    Ok(Value::Object(Obj::new(ty, Array::of(crate::payload::Elements::pack(&element, repeated)))))
}
