//! `+ - * / %`: the paths that loops take, and which rule the rest falls under.
//!
//! On those paths each result is made and returned in its own arm: merged ones are put together in memory,
//! which is slower than the operation.

use super::numeric::{self, Arith};
use super::{implicit, repeat};
use crate::context::Context;
use crate::convert::{self, rule};
use crate::error::{Category, Error, Result};
use crate::object::Obj;
use crate::payload::{Array, Dictionary};
use crate::string::PsString;
use crate::ty::{Type, known};
use crate::value::Value;

/// `left + right`.
#[inline]
pub fn add(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    match (left, right) {
        (Value::Int32(a), Value::Int32(b)) => {
            if let (result, false) = a.overflowing_add(*b) {
                return Ok(Value::Int32(result));
            }
        }
        (Value::Double(a), Value::Double(b)) => return Ok(Value::Double(a + b)),
        _ => {}
    }
    add_any(cx, left, right)
}

/// `left - right`.
#[inline]
pub fn subtract(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    match (left, right) {
        (Value::Int32(a), Value::Int32(b)) => {
            if let (result, false) = a.overflowing_sub(*b) {
                return Ok(Value::Int32(result));
            }
        }
        (Value::Double(a), Value::Double(b)) => return Ok(Value::Double(a - b)),
        _ => {}
    }
    arithmetic(cx, Arith::Subtract, left, right)
}

/// `left * right`.
#[inline]
pub fn multiply(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    match (left, right) {
        (Value::Int32(a), Value::Int32(b)) => {
            if let (result, false) = a.overflowing_mul(*b) {
                return Ok(Value::Int32(result));
            }
        }
        (Value::Double(a), Value::Double(b)) => return Ok(Value::Double(a * b)),
        _ => {}
    }
    multiply_any(cx, left, right)
}

/// `left / right`.
#[inline]
pub fn divide(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    match (left, right) {
        (Value::Int32(a), Value::Int32(b)) if *b > 0 => {
            Ok(if a % b == 0 { Value::Int32(a / b) } else { Value::Double(f64::from(*a) / f64::from(*b)) })
        }
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(a / b)),
        _ => arithmetic(cx, Arith::Divide, left, right),
    }
}

/// `left % right`.
#[inline]
pub fn remainder(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    match (left, right) {
        (Value::Int32(a), Value::Int32(b)) if *b > 0 => Ok(Value::Int32(a % b)),
        (Value::Double(a), Value::Double(b)) => Ok(Value::Double(numeric::rest(*a, *b))),
        _ => arithmetic(cx, Arith::Remainder, left, right),
    }
}

#[inline(never)]
fn add_any(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    if let (Value::String(a), Value::String(b)) = (left, right) {
        return Ok(Value::String(a.concat(b)));
    }
    let plain = left.unwrapped();
    match plain {
        Value::Null | Value::Void => return Ok(if right.is_null() { Value::Null } else { right.clone() }),
        Value::String(text) => {
            let text = text.concat(&convert::to_text(cx, right)?);
            return Ok(Value::String(text));
        }
        Value::Char(unit) => {
            let text = PsString::from_utf16(&[*unit]).concat(&convert::to_text(cx, right)?);
            return Ok(Value::String(text));
        }
        Value::Object(obj) => {
            if rule::is_dictionary(obj.ty()) {
                return add_tables(cx, obj, right);
            }
            if rule::is_enumerable(obj.ty()) {
                return append(cx, left, obj, right);
            }
        }
        _ => {}
    }
    arithmetic(cx, Arith::Add, left, right)
}

/// An enumerable and what is added to it, as a new `object[]`.
fn append(cx: &mut dyn Context, left: &Value, obj: &Obj, right: &Value) -> Result<Value> {
    let mut items = match obj.get::<Array>() {
        Some(array) => array.to_vec(),
        None => cx.enumerate(left)?.unwrap_or_default(),
    };
    let more = match right.as_object() {
        Some(other) if rule::is_enumerable(other.ty()) => match other.get::<Array>() {
            Some(array) => Some(array.to_vec()),
            None => cx.enumerate(right)?,
        },
        _ => None,
    };
    match more {
        Some(more) => items.extend(more),
        None => items.push(if right.is_null() { Value::Null } else { right.clone() }),
    }
    Ok(Value::Object(Obj::array(items)))
}

/// Does `left + right` in the `object[]` that `left` is, where nobody else holds that array and so nobody can tell
/// it from a new one; `false`: nothing was done. Adding to an array in a loop thus copies it now and then only.
pub fn append_in_place(left: &Value, right: &Value) -> bool {
    let Value::Object(obj) = left else { return false };
    if !obj.is_unshared() || obj.attached().is_some() || *obj.ty() != known().object_array {
        return false;
    }
    let Some(array) = obj.get::<Array>().filter(|array| array.is_vector()) else { return false };
    match right {
        Value::Object(other) => match other.get::<Array>() {
            Some(more) => array.append(more.to_vec()),
            None if rule::is_enumerable(other.ty()) => return false,
            None => array.append([right.clone()]),
        },
        Value::Void => array.append([Value::Null]),
        other => array.append([other.clone()]),
    }
    true
}

fn add_tables(cx: &mut dyn Context, left: &Obj, right: &Value) -> Result<Value> {
    let other = right.as_object().filter(|obj| rule::is_dictionary(obj.ty()));
    let (Some(mine), Some(theirs)) =
        (left.get::<Dictionary>(), other.and_then(|obj| obj.get::<Dictionary>()))
    else {
        let message = "A hash table can only be added to another hash table.";
        return Err(
            Error::runtime("AddHashTableToNonHashTable", message).category(Category::InvalidOperation)
        );
    };
    let sum = Obj::new(known().hashtable.clone(), Dictionary::new(mine.keys_mode()));
    if let Some(table) = sum.get::<Dictionary>() {
        for (key, value) in mine.entries() {
            table.set(cx, key, value)?;
        }
        for (key, value) in theirs.entries() {
            if let Some(at) = table.position(cx, &key)? {
                let first = table.at(at).map(|(key, _)| key).unwrap_or_default();
                let (first, second) = (convert::to_text(cx, &first)?, convert::to_text(cx, &key)?);
                let message = format!(
                    "Item has already been added. Key in dictionary: '{first}'  Key being added: '{second}'"
                );
                return Err(Error::new("System.ArgumentException", message));
            }
            table.set(cx, key, value)?;
        }
    }
    Ok(Value::Object(sum))
}

#[inline(never)]
fn multiply_any(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    let plain = left.unwrapped();
    match plain {
        Value::Null | Value::Void => return Ok(Value::Null),
        Value::String(text) => return repeat::text(cx, text, right),
        Value::Bool(_) | Value::Char(_) => return implicit::call(cx, Arith::Multiply.names(), plain, right),
        Value::Object(obj) if rule::is_enumerable(obj.ty()) => return repeat::list(cx, left, obj, right),
        _ => {}
    }
    arithmetic(cx, Arith::Multiply, left, right)
}

/// What the right operand of a string is read as, for the words of the error.
fn wanted_type(right: &Value) -> Type {
    let k = known();
    match right.unwrapped().ty() {
        Some(ty) if ty.is_enum() || rule::is_number(ty) && *ty != k.big_integer => ty.clone(),
        _ => k.int32.clone(),
    }
}

/// A number for a string operand.
pub(super) fn scanned(cx: &mut dyn Context, text: &Value, wanted: &Type) -> Result<Value> {
    let read = text.as_string().and_then(|text| convert::number_in_text(&text.to_str()));
    match read {
        Some(number) => Ok(number),
        None => convert::to(cx, text, wanted),
    }
}

/// An operand that is neither list, table nor the left side of a string operation.
#[inline(never)]
pub(super) fn arithmetic(cx: &mut dyn Context, op: Arith, left: &Value, right: &Value) -> Result<Value> {
    if let Some(result) = numeric::mixed(op, left, right) {
        return Ok(result);
    }
    let mut left = left.unwrapped().clone();
    let mut right = right.unwrapped().clone();
    if left.is_null() {
        left = Value::Int32(0);
    }
    let from_text = matches!(left, Value::String(_));
    if from_text {
        left = scanned(cx, &left, &wanted_type(&right))?;
    }
    if numeric::is_operand(&left) {
        if right.is_null() {
            right = Value::Int32(0);
        } else if let Value::String(_) = right {
            let wanted = match &left {
                _ if from_text => known().int32.clone(),
                Value::Bool(_) | Value::Char(_) => known().int32.clone(),
                other => other.ty().cloned().unwrap_or_else(|| known().int32.clone()),
            };
            right = scanned(cx, &right, &wanted)?;
        }
        if numeric::is_operand(&right) {
            return numeric::apply(op, &left, &right);
        }
    }
    implicit::call(cx, op.names(), &left, &right)
}
