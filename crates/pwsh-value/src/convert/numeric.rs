//! Numbers to numbers, with .NET's rounding and bounds.

use super::error::invalid_cast;
use crate::context::Context;
use crate::error::{Error, Result};
use crate::payload::{BigInt, Decimal, EnumNumber};
use crate::ty::{Type, known};
use crate::value::Value;
use num_traits::{FromPrimitive, ToPrimitive};

/// A number taken out of its value.
#[derive(Clone, Debug)]
pub(crate) enum Number {
    Integer(i128),
    Single(f32),
    Double(f64),
    Decimal(rust_decimal::Decimal),
    Big(num_bigint::BigInt),
}

/// The number that a value is; a char and an enum are their codes, a bool is none.
pub(crate) fn number_of(value: &Value) -> Option<Number> {
    Some(Number::Integer(match value {
        Value::Int32(v) => i128::from(*v),
        Value::Int64(v) => i128::from(*v),
        Value::Double(v) => return Some(Number::Double(*v)),
        Value::Single(v) => return Some(Number::Single(*v)),
        Value::Char(v) => i128::from(*v),
        Value::Int8(v) => i128::from(*v),
        Value::UInt8(v) => i128::from(*v),
        Value::Int16(v) => i128::from(*v),
        Value::UInt16(v) => i128::from(*v),
        Value::UInt32(v) => i128::from(*v),
        Value::UInt64(v) => i128::from(*v),
        Value::Wrapped(_) => return number_of(value.unwrapped()),
        Value::Object(obj) => {
            if let Some(number) = obj.get::<Decimal>() {
                return Some(Number::Decimal(number.0));
            }
            if let Some(number) = obj.get::<BigInt>() {
                return Some(Number::Big(number.0.clone()));
            }
            let number = obj.get::<EnumNumber>()?.0;
            let unsigned = number < 0 && obj.ty().enum_underlying().is_some_and(|ty| ty == known().uint64);
            if unsigned { i128::from(number as u64) } else { i128::from(number) }
        }
        _ => return None,
    }))
}

/// A number, char, bool or enum as a number type or char.
pub(super) fn to_number(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    let number = match value {
        Value::Bool(v) if *ty == known().char => {
            return Err(super::error::convertible(cx, &Value::Bool(*v), ty));
        }
        Value::Bool(v) => Number::Integer(i128::from(*v)),
        other => match number_of(other) {
            Some(number) => number,
            None => return Err(super::error::last(cx, value, ty)),
        },
    };
    let big = matches!(number, Number::Big(_));
    convert(&number, ty).ok_or_else(|| {
        let id =
            if big { "InvalidCastTargetInvocationExceptionop_Explicit" } else { "InvalidCastIConvertible" };
        let floating = matches!(number, Number::Single(_) | Number::Double(_));
        let text = if floating && (*ty == known().int64 || *ty == known().uint64) {
            "Arithmetic operation resulted in an overflow.".to_owned()
        } else {
            // A BigInteger reaches the small types by way of an int.
            let k = known();
            let by_int = big && [&k.sbyte, &k.byte, &k.int16, &k.uint16].contains(&ty);
            format!(
                "Value was either too large or too small for {}.",
                article(if by_int { &k.int32 } else { ty })
            )
        };
        invalid_cast(cx, id, value, ty, &Error::new("System.OverflowException", text))
    })
}

/// The type as .NET's OverflowException names it.
pub(super) fn article(ty: &Type) -> &'static str {
    let k = known();
    let names = [
        (&k.sbyte, "a signed byte"),
        (&k.byte, "an unsigned byte"),
        (&k.int16, "an Int16"),
        (&k.uint16, "a UInt16"),
        (&k.int32, "an Int32"),
        (&k.uint32, "a UInt32"),
        (&k.int64, "an Int64"),
        (&k.uint64, "a UInt64"),
        (&k.char, "a character"),
    ];
    names.iter().find(|(known, _)| *known == ty).map_or("a Decimal", |(_, name)| name)
}

/// The number as one of type `ty`; `None` if it does not fit.
pub(crate) fn convert(number: &Number, ty: &Type) -> Option<Value> {
    let k = known();
    if *ty == k.double {
        return Some(Value::Double(to_f64(number)));
    }
    if *ty == k.single {
        return Some(Value::Single(match number {
            Number::Integer(v) => *v as f32,
            Number::Single(v) => *v,
            Number::Double(v) => *v as f32,
            Number::Decimal(v) => v.to_f32()?,
            Number::Big(v) => v.to_f32().unwrap_or(f32::INFINITY),
        }));
    }
    if *ty == k.decimal {
        return to_decimal(number).map(Value::from);
    }
    if *ty == k.big_integer {
        return Some(Value::from(match number {
            Number::Integer(v) => num_bigint::BigInt::from(*v),
            Number::Single(v) => num_bigint::BigInt::from_f32(*v)?,
            Number::Double(v) => num_bigint::BigInt::from_f64(*v)?,
            Number::Decimal(v) => num_bigint::BigInt::from(v.trunc().to_i128()?),
            Number::Big(v) => v.clone(),
        }));
    }
    integer_value(to_i128(number)?, ty)
}

/// The integer as one of type `ty`; `None` if it does not fit or `ty` is no integer type.
pub(crate) fn integer_value(number: i128, ty: &Type) -> Option<Value> {
    let k = known();
    Some(if *ty == k.int32 {
        Value::Int32(number.try_into().ok()?)
    } else if *ty == k.int64 {
        Value::Int64(number.try_into().ok()?)
    } else if *ty == k.byte {
        Value::UInt8(number.try_into().ok()?)
    } else if *ty == k.char {
        Value::Char(number.try_into().ok()?)
    } else if *ty == k.sbyte {
        Value::Int8(number.try_into().ok()?)
    } else if *ty == k.int16 {
        Value::Int16(number.try_into().ok()?)
    } else if *ty == k.uint16 {
        Value::UInt16(number.try_into().ok()?)
    } else if *ty == k.uint32 {
        Value::UInt32(number.try_into().ok()?)
    } else if *ty == k.uint64 {
        Value::UInt64(number.try_into().ok()?)
    } else {
        return None;
    })
}

/// The nearest double.
pub(crate) fn to_f64(number: &Number) -> f64 {
    match number {
        Number::Integer(v) => *v as f64,
        Number::Single(v) => f64::from(*v),
        Number::Double(v) => *v,
        Number::Decimal(v) => v.to_string().parse().unwrap_or(f64::NAN),
        Number::Big(v) => v.to_f64().unwrap_or(f64::INFINITY),
    }
}

/// The decimal; of a double the 15, of a single the 7 digits that .NET trusts.
pub(crate) fn to_decimal(number: &Number) -> Option<rust_decimal::Decimal> {
    match number {
        Number::Integer(v) => rust_decimal::Decimal::from_i128(*v),
        Number::Single(v) => rust_decimal::Decimal::from_f32(*v).map(|v| v.normalize()),
        Number::Double(v) => rust_decimal::Decimal::from_f64(*v).map(|v| v.normalize()),
        Number::Decimal(v) => Some(*v),
        Number::Big(v) => rust_decimal::Decimal::from_i128(v.to_i128()?),
    }
}

/// The nearest integer, halves to even; a BigInteger as it is. `None` for what has none.
pub(crate) fn to_i128(number: &Number) -> Option<i128> {
    let rounded =
        |v: f64| v.is_finite().then(|| v.round_ties_even()).filter(|v| v.abs() < 1e38).map(|v| v as i128);
    match number {
        Number::Integer(v) => Some(*v),
        Number::Single(v) => rounded(f64::from(*v)),
        Number::Double(v) => rounded(*v),
        Number::Decimal(v) => {
            v.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointNearestEven).to_i128()
        }
        Number::Big(v) => v.to_i128(),
    }
}
