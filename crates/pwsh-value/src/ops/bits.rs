//! `-band -bor -bxor -shl -shr -bnot`.

use super::arith::scanned;
use super::implicit::{self, Names};
use super::numeric::{self, Level, level_of, number};
use crate::context::Context;
use crate::convert::{self, Number, rule};
use crate::error::{Error, Result};
use crate::object::Obj;
use crate::payload::{BigInt, EnumNumber};
use crate::ty::{Type, known};
use crate::value::Value;

/// An operator on bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bits {
    And,
    Or,
    Xor,
}

impl Bits {
    fn names(self) -> Names {
        match self {
            Bits::And => Names { method: "op_BitwiseAnd", symbol: "-band" },
            Bits::Or => Names { method: "op_BitwiseOr", symbol: "-bor" },
            Bits::Xor => Names { method: "op_ExclusiveOr", symbol: "-bxor" },
        }
    }

    fn of(self, a: i64, b: i64) -> i64 {
        match self {
            Bits::And => a & b,
            Bits::Or => a | b,
            Bits::Xor => a ^ b,
        }
    }
}

fn enumeration(value: &Value) -> Option<&Type> {
    value.as_object().filter(|obj| obj.get::<EnumNumber>().is_some()).map(Obj::ty)
}

/// The type that a string beside `other` is read as, for the words of the error.
fn wanted(other: &Value) -> Type {
    match other.ty() {
        Some(ty) if ty.is_enum() || rule::is_number(ty) && *ty != known().big_integer => ty.clone(),
        _ => known().int32.clone(),
    }
}

fn operand(cx: &mut dyn Context, value: &Value, other: &Value) -> Result<Value> {
    Ok(match value.unwrapped() {
        Value::Null | Value::Void => Value::Int32(0),
        text @ Value::String(_) => scanned(cx, text, &wanted(other.unwrapped()))?,
        plain => plain.clone(),
    })
}

/// `-band`, `-bor`, `-bxor`.
pub(super) fn combine(cx: &mut dyn Context, op: Bits, left: &Value, right: &Value) -> Result<Value> {
    if let (Value::Int32(a), Value::Int32(b)) = (left, right) {
        return Ok(Value::Int32(op.of(i64::from(*a), i64::from(*b)) as i32));
    }
    let from_text = left.as_string().is_some();
    let left = operand(cx, left, right)?;
    let right = operand(cx, right, if from_text { &Value::Null } else { &left })?;
    let fraction = |value: &Value| numeric::is_operand(value) && level_of(value) >= Level::Double;
    if !numeric::is_operand(&left) || !numeric::is_operand(&right) {
        let lacks = |value: &Value| !numeric::is_operand(value);
        if fraction(&left) && lacks(&right) && !matches!(right, Value::DateTime(_))
            || fraction(&right) && lacks(&left) && !matches!(left, Value::DateTime(_))
        {
            let message = "Object reference not set to an instance of an object.";
            return Err(Error::new("System.NullReferenceException", message));
        }
        return implicit::call(cx, op.names(), &left, &right);
    }
    if fraction(&left) || fraction(&right) {
        return fractions(cx, op, &left, &right);
    }
    let (Number::Integer(a), Number::Integer(b)) = (number(&left), number(&right)) else {
        return Ok(Value::Null);
    };
    let bits = op.of(a as i64, b as i64);
    if let Some(ty) = enumeration(&left) {
        return Ok(Value::enumeration(ty, i64::from(bits as i32)));
    }
    Ok(match level_of(&left).max(level_of(&right)) {
        Level::Int => Value::Int32(bits as i32),
        Level::UInt => Value::UInt32(bits as u32),
        Level::Long => Value::Int64(bits),
        _ => Value::UInt64(bits as u64),
    })
}

/// A number with a fraction is rounded to a `ulong`, or to a `long` where either is negative.
fn fractions(cx: &mut dyn Context, op: Bits, left: &Value, right: &Value) -> Result<Value> {
    let k = known();
    let decimal = level_of(left) == Level::Decimal || level_of(right) == Level::Decimal;
    let common = if decimal { &k.decimal } else { &k.double };
    let lift = |cx: &mut dyn Context, value: &Value| match value {
        Value::Bool(v) => convert::to(cx, &Value::Int32(i32::from(*v)), common),
        other => convert::to(cx, other, common),
    };
    let (left, right) = (lift(cx, left)?, lift(cx, right)?);
    let negative = [&left, &right].iter().any(|side| convert::to_f64(&number(side)) < 0.0);
    let target = if negative { &k.int64 } else { &k.uint64 };
    let (Number::Integer(a), Number::Integer(b)) =
        (number(&convert::to(cx, &left, target)?), number(&convert::to(cx, &right, target)?))
    else {
        return Ok(Value::Null);
    };
    let bits = op.of(a as i64, b as i64);
    Ok(if negative { Value::Int64(bits) } else { Value::UInt64(bits as u64) })
}

/// `-shl` and `-shr`: the left operand keeps its type, the count is taken modulo its width (of an int at least).
pub(super) fn shift(cx: &mut dyn Context, left_shift: bool, left: &Value, right: &Value) -> Result<Value> {
    let names = if left_shift {
        Names { method: "op_LeftShift", symbol: "-shl" }
    } else {
        Names { method: "op_RightShift", symbol: "-shr" }
    };
    let plain = left.unwrapped();
    if plain.is_null() {
        return Ok(Value::Int32(0));
    }
    let counts = |value: &Value| {
        numeric::is_operand(value) || value.as_object().is_some_and(|o| o.get::<BigInt>().is_some())
    };
    match right.unwrapped() {
        // What can be no count is refused whatever it would shift.
        other @ (Value::Object(_) | Value::TimeSpan(_)) if !counts(other) => {
            convert::to_int(cx, other)?;
        }
        _ => {}
    }
    let value = match plain {
        Value::String(_) => scanned(cx, plain, &wanted(right.unwrapped()))?,
        other => other.clone(),
    };
    let right_plain = match right.unwrapped() {
        text @ Value::String(_) => {
            let beside = if plain.as_string().is_some() { &Value::Null } else { &value };
            scanned(cx, text, &wanted(beside))?
        }
        other => other.clone(),
    };
    if let Value::Single(_) = plain {
        // The engine unboxes a single as a double.
        let message = "Unable to cast object of type 'System.Single' to type 'System.Double'.";
        return Err(Error::new("System.InvalidCastException", message));
    }
    if let Some(ty) = enumeration(&value) {
        let operator = if left_shift { "LeftShift" } else { "RightShift" };
        let message = format!(
            "The binary operator {operator} is not defined for the types '{}' and 'System.Int32'.",
            ty.name()
        );
        return Err(Error::new("System.InvalidOperationException", message));
    }
    if !numeric::is_operand(&value) || matches!(value, Value::Bool(_) | Value::Char(_)) {
        return implicit::call(cx, names, &value, &right_plain);
    }
    let count = convert::to_int(cx, &right_plain)?;
    let narrow = |number: i32| {
        if left_shift { number.wrapping_shl(count as u32) } else { number.wrapping_shr(count as u32) }
    };
    Ok(match value {
        Value::Int32(v) => Value::Int32(narrow(v)),
        Value::Int8(v) => Value::Int8(narrow(i32::from(v)) as i8),
        Value::UInt8(v) => Value::UInt8(narrow(i32::from(v)) as u8),
        Value::Int16(v) => Value::Int16(narrow(i32::from(v)) as i16),
        Value::UInt16(v) => Value::UInt16(narrow(i32::from(v)) as u16),
        Value::UInt32(v) => Value::UInt32(if left_shift {
            v.wrapping_shl(count as u32)
        } else {
            v.wrapping_shr(count as u32)
        }),
        Value::Int64(v) => {
            Value::Int64(if left_shift { v.wrapping_shl(count as u32) } else { v.wrapping_shr(count as u32) })
        }
        Value::UInt64(v) => Value::UInt64(if left_shift {
            v.wrapping_shl(count as u32)
        } else {
            v.wrapping_shr(count as u32)
        }),
        other => Value::Int32(narrow(convert::to_int(cx, &other)?)),
    })
}

/// `-bnot`.
pub(super) fn complement(cx: &mut dyn Context, value: &Value) -> Result<Value> {
    let plain = match value.unwrapped() {
        Value::Null | Value::Void => Value::Int32(0),
        text @ Value::String(_) => scanned(cx, text, &known().int32)?,
        other => other.clone(),
    };
    if let Some(ty) = enumeration(&plain) {
        let Number::Integer(number) = number(&plain) else { return Ok(plain.clone()) };
        return Ok(Value::enumeration(ty, !(number as i64)));
    }
    if !numeric::is_operand(&plain) {
        if let Some(big) = plain.as_object().and_then(|obj| obj.get::<BigInt>()) {
            return Ok(Value::from(-(&big.0) - 1));
        }
        let ty = plain.ty().cloned().unwrap_or_else(|| known().object.clone());
        return Err(implicit::no_method(&ty, "op_OnesComplement"));
    }
    Ok(match plain {
        Value::UInt32(v) => Value::UInt32(!v),
        Value::Int64(v) => Value::Int64(!v),
        Value::UInt64(v) => Value::UInt64(!v),
        other => {
            let k = known();
            let number = number(&other);
            match convert::to_i128(&number) {
                Some(v) if i32::try_from(v).is_ok() => Value::Int32(!(v as i32)),
                Some(v) if u32::try_from(v).is_ok() => Value::UInt32(!(v as u32)),
                Some(v) if i64::try_from(v).is_ok() => Value::Int64(!(v as i64)),
                Some(v) if u64::try_from(v).is_ok() => Value::UInt64(!(v as u64)),
                _ => return Err(convert::last_error(cx, &other, &k.uint64)),
            }
        }
    })
}
