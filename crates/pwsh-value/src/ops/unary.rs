//! `-x`, `+x`, `++` and `--`.

use super::arith::{add, subtract};
use super::numeric;
use crate::context::Context;
use crate::error::{Category, Error, Result};
use crate::object::Obj;
use crate::payload::{Decimal, EnumNumber};
use crate::value::Value;

/// `-x`: zero less the value.
pub(super) fn minus(cx: &mut dyn Context, operand: &Value) -> Result<Value> {
    match operand.unwrapped() {
        Value::Int32(number) if *number != i32::MIN => Ok(Value::Int32(-number)),
        Value::Double(number) => Ok(Value::Double(-number)),
        Value::Single(number) => Ok(Value::Double(-f64::from(*number))),
        Value::TimeSpan(span) if span.0 != i64::MIN => Ok(Value::TimeSpan(crate::TimeSpan(-span.0))),
        Value::Object(obj) if obj.get::<Decimal>().is_some() => {
            Ok(obj.get::<Decimal>().map_or(Value::Null, |number| Value::from(-number.0)))
        }
        other => subtract(cx, &Value::Int32(0), other),
    }
}

/// `+x`: zero and the value.
pub(super) fn plus(cx: &mut dyn Context, operand: &Value) -> Result<Value> {
    add(cx, &Value::Int32(0), operand.unwrapped())
}

/// The value that `++` (1) or `--` (-1) stores.
pub(super) fn step(cx: &mut dyn Context, operand: &Value, by: i32) -> Result<Value> {
    let plain = operand.unwrapped();
    match plain {
        Value::Int32(number) => {
            return Ok(match number.checked_add(by) {
                Some(next) => Value::Int32(next),
                None => Value::Double(f64::from(*number) + f64::from(by)),
            });
        }
        Value::Null | Value::Void => return Ok(Value::Int32(by)),
        Value::Object(obj) if is_enum(obj) => {}
        other if numeric::is_operand(other) && !matches!(other, Value::Bool(_) | Value::Char(_)) => {}
        other => {
            let name = other.ty().map(|ty| ty.name().to_string()).unwrap_or_default();
            let operator = if by > 0 { "++" } else { "--" };
            let message =
                format!("The '{operator}' operator works only on numbers. The operand is a '{name}'.");
            return Err(
                Error::runtime("OperatorRequiresNumber", message).category(Category::InvalidOperation)
            );
        }
    }
    add(cx, plain, &Value::Int32(by))
}

fn is_enum(obj: &Obj) -> bool {
    obj.get::<EnumNumber>().is_some()
}
