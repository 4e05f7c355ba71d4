//! Arithmetic on numbers: which type two operands meet in, and what overflows into what.

use super::implicit::Names;
use crate::convert::{Number, number_of, numeric_type};
use crate::error::{Error, Result};
use crate::object::Obj;
use crate::payload::{Decimal, EnumNumber, Exception};
use crate::ty::{self, Type, known};
use crate::value::Value;
use rust_decimal::Decimal as Dec;

/// An arithmetic operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Arith {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

impl Arith {
    /// The .NET method behind the operator, and how it is written.
    pub(super) fn names(self) -> Names {
        let (method, symbol) = match self {
            Arith::Add => ("op_Addition", "+"),
            Arith::Subtract => ("op_Subtraction", "-"),
            Arith::Multiply => ("op_Multiply", "*"),
            Arith::Divide => ("op_Division", "/"),
            Arith::Remainder => ("op_Modulus", "%"),
        };
        Names { method, symbol }
    }
}

/// Whether numeric rules apply: numbers but BigInteger, char, bool, enums.
pub(super) fn is_operand(value: &Value) -> bool {
    match value {
        Value::Object(obj) => obj.get::<Decimal>().is_some() || obj.get::<EnumNumber>().is_some(),
        Value::Null
        | Value::Void
        | Value::String(_)
        | Value::DateTime(_)
        | Value::TimeSpan(_)
        | Value::Wrapped(_) => false,
        _ => true,
    }
}

/// The type in which two operands meet, by the larger `TypeCode`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Level {
    Int,
    UInt,
    Long,
    ULong,
    Double,
    Decimal,
}

/// What an operand says of the type to meet in.
pub(super) fn level_of(value: &Value) -> Level {
    match value {
        Value::UInt32(_) => Level::UInt,
        Value::Int64(_) => Level::Long,
        Value::UInt64(_) => Level::ULong,
        Value::Single(_) | Value::Double(_) => Level::Double,
        Value::Object(obj) => match obj.get::<EnumNumber>() {
            Some(_) => match numeric_type(obj.ty()) {
                ty if ty == known().uint32 => Level::UInt,
                ty if ty == known().int64 => Level::Long,
                ty if ty == known().uint64 => Level::ULong,
                _ => Level::Int,
            },
            None => Level::Decimal,
        },
        _ => Level::Int,
    }
}

pub(super) fn number(value: &Value) -> Number {
    match value {
        Value::Bool(v) => Number::Integer(i128::from(*v)),
        other => number_of(other).unwrap_or(Number::Integer(0)),
    }
}

/// Two of int, long and double, where nothing overflows and no divisor is zero: the mixtures that loops have.
#[inline]
pub(super) fn mixed(op: Arith, left: &Value, right: &Value) -> Option<Value> {
    let side = |value: &Value| match value {
        Value::Int32(v) => Some((i64::from(*v), f64::from(*v), 0)),
        Value::Int64(v) => Some((*v, *v as f64, 1)),
        Value::Double(v) => Some((0, *v, 2)),
        _ => None,
    };
    let ((a, x, mine), (b, y, theirs)) = (side(left)?, side(right)?);
    match mine.max(theirs) {
        2 => Some(Value::Double(floating(op, x, y))),
        1 => match op {
            Arith::Add => a.checked_add(b),
            Arith::Subtract => a.checked_sub(b),
            Arith::Multiply => a.checked_mul(b),
            Arith::Divide => a.checked_rem(b).filter(|rest| *rest == 0).and_then(|_| a.checked_div(b)),
            Arith::Remainder => a.checked_rem(b),
        }
        .map(Value::Int64),
        _ => None,
    }
}

/// An exception of .NET's that PowerShell passes on as a `RuntimeException`.
fn runtime(type_name: &str, message: &str) -> Error {
    let inner = Exception::object(ty::named(type_name), message.into(), None);
    let outer = ty::named("System.Management.Automation.RuntimeException");
    Error::throw(Exception::object(outer, message.into(), Some(inner))).id("RuntimeException")
}

fn divide_by_zero() -> Error {
    runtime("System.DivideByZeroException", "Attempted to divide by zero.")
}

fn decimal_overflow() -> Error {
    runtime("System.OverflowException", "Value was either too large or too small for a Decimal.")
}

/// Two operands of which [`is_operand`] holds.
pub(super) fn apply(op: Arith, left: &Value, right: &Value) -> Result<Value> {
    let enumeration = left.as_object().filter(|obj| obj.get::<EnumNumber>().is_some()).map(Obj::ty);
    let truth;
    let right = match (left, right) {
        // Beside a bool an enum counts as its own truth.
        (Value::Bool(_), Value::Object(obj)) if obj.get::<EnumNumber>().is_some() => {
            truth = Value::Bool(crate::convert::to_bool(right));
            &truth
        }
        _ => right,
    };
    let (mine, theirs) = (level_of(left), level_of(right));
    if let Some(ty) = enumeration {
        refuse_enum(ty, mine, theirs, false)?;
    }
    if mine < Level::Decimal && theirs == Level::Decimal && matches!(left, Value::Bool(_)) {
        let message = "No coercion operator is defined between types 'System.Boolean' and 'System.Decimal'.";
        return Err(Error::new("System.InvalidOperationException", message));
    }
    let result = match mine.max(theirs) {
        Level::Decimal => decimal(op, left, right)?,
        Level::Double => Value::Double(floating(
            op,
            crate::convert::to_f64(&number(left)),
            crate::convert::to_f64(&number(right)),
        )),
        level => {
            let (Number::Integer(a), Number::Integer(b)) = (number(left), number(right)) else {
                return Err(decimal_overflow());
            };
            integers(op, level, a, b)?
        }
    };
    match (enumeration, result) {
        (Some(ty), Value::Int32(number)) => Ok(Value::enumeration(ty, i64::from(number))),
        (Some(ty), other) => Err(cast_error(&other, ty)),
        (None, result) => Ok(result),
    }
}

/// An enum on the left meets only what fits an int; comparisons take fractions too.
pub(super) fn refuse_enum(ty: &Type, mine: Level, theirs: Level, fractions: bool) -> Result<()> {
    if mine != Level::Int {
        return Ok(());
    }
    let name = ty.name();
    Err(match theirs {
        Level::UInt | Level::ULong => Error::new(
            "System.InvalidOperationException",
            format!(
                "The binary operator GreaterThanOrEqual is not defined for the types '{name}' and 'System.Int32'."
            ),
        ),
        Level::Double if fractions => return Ok(()),
        Level::Double => Error::new(
            "System.InvalidCastException",
            format!("Unable to cast object of type '{name}' to type 'System.Double'."),
        ),
        Level::Decimal => Error::new(
            "System.InvalidOperationException",
            format!("No coercion operator is defined between types '{name}' and 'System.Decimal'."),
        ),
        Level::Int | Level::Long => return Ok(()),
    })
}

fn cast_error(value: &Value, ty: &Type) -> Error {
    let from = value.ty().map(|ty| ty.name().to_string()).unwrap_or_default();
    let message = format!("Unable to cast object of type '{from}' to type '{}'.", ty.name());
    Error::new("System.InvalidCastException", message)
}

pub(super) fn floating(op: Arith, a: f64, b: f64) -> f64 {
    match op {
        Arith::Add => a + b,
        Arith::Subtract => a - b,
        Arith::Multiply => a * b,
        Arith::Divide => a / b,
        Arith::Remainder => rest(a, b),
    }
}

/// The rest of a division with the sign of `a`. That of whole numbers comes from an integer division: the same,
/// many times faster.
pub(super) fn rest(a: f64, b: f64) -> f64 {
    const BOUND: f64 = i64::MAX as f64;
    if a.abs() < BOUND && b.abs() < BOUND {
        let (x, y) = (a as i64, b as i64);
        if y != 0 && x as f64 == a && y as f64 == b {
            return ((x % y) as f64).copysign(a);
        }
    }
    a % b
}

/// Integers in the type they meet in; a negative one lifts an unsigned type to the next signed one.
fn integers(op: Arith, level: Level, a: i128, b: i128) -> Result<Value> {
    let negative = a < 0 || b < 0;
    let level = match level {
        Level::UInt if negative => Level::Long,
        other => other,
    };
    if level == Level::ULong && negative {
        return decimals(op, Dec::from_i128_with_scale(a, 0), Dec::from_i128_with_scale(b, 0));
    }
    if b == 0 && matches!(op, Arith::Divide | Arith::Remainder) {
        return Err(divide_by_zero());
    }
    if op == Arith::Divide && a % b != 0 {
        return Ok(Value::Double(a as f64 / b as f64));
    }
    let exact = match op {
        Arith::Add => a + b,
        Arith::Subtract => a - b,
        // Both come from 64 bits, so that only two unsigned ones can pass 127.
        Arith::Multiply => match a.checked_mul(b) {
            Some(product) => product,
            None => return Ok(Value::Double(truncated_product(a, b))),
        },
        Arith::Divide => a / b,
        Arith::Remainder => a % b,
    };
    let fitting = match level {
        Level::Int => i32::try_from(exact).map(Value::Int32).ok(),
        Level::UInt => u32::try_from(exact).map(Value::UInt32).ok(),
        Level::Long => i64::try_from(exact).map(Value::Int64).ok(),
        _ => u64::try_from(exact).map(Value::UInt64).ok(),
    };
    let truncates = op == Arith::Multiply && level > Level::UInt;
    Ok(fitting.unwrap_or(Value::Double(if truncates { truncated(exact) } else { exact as f64 })))
}

/// The product of longs goes through a BigInteger, whose conversion to double cuts off.
fn truncated(exact: i128) -> f64 {
    let nearest = exact as f64;
    let past = (nearest as i128).unsigned_abs() > exact.unsigned_abs();
    match (past, exact > 0) {
        (false, _) => nearest,
        (true, true) => nearest.next_down(),
        (true, false) => nearest.next_up(),
    }
}

/// The same for two ulongs whose product passes 127 bits.
fn truncated_product(a: i128, b: i128) -> f64 {
    let exact = a.unsigned_abs() * b.unsigned_abs();
    let nearest = exact as f64;
    if nearest as u128 > exact || nearest >= u128::MAX as f64 { nearest.next_down() } else { nearest }
}

fn decimal(op: Arith, left: &Value, right: &Value) -> Result<Value> {
    let side = |value: &Value| {
        crate::convert::to_decimal(&number(value)).ok_or_else(|| {
            Error::new("System.OverflowException", "Value was either too large or too small for a Decimal.")
        })
    };
    decimals(op, side(left)?, side(right)?)
}

pub(super) fn decimals(op: Arith, a: Dec, b: Dec) -> Result<Value> {
    let result = match op {
        Arith::Add => a.checked_add(b),
        Arith::Subtract => a.checked_sub(b),
        Arith::Multiply if a.is_zero() || b.is_zero() => Some(Dec::new(0, (a.scale() + b.scale()).min(28))),
        Arith::Multiply => a.checked_mul(b),
        Arith::Divide | Arith::Remainder if b.is_zero() => return Err(divide_by_zero()),
        Arith::Divide => a.checked_div(b).map(|quotient| quotient_scale(quotient, a, b)),
        Arith::Remainder => a.checked_rem(b).map(|rest| {
            // A dividend below the divisor is the rest as it stands; else .NET keeps the larger scale.
            let mut rest = rest;
            if a.abs() >= b.abs() {
                rest.rescale(a.scale().max(b.scale()));
            }
            rest
        }),
    };
    result.map(Value::from).ok_or_else(decimal_overflow)
}

/// .NET's quotient keeps at least the digits by which the dividend's scale exceeds the divisor's.
fn quotient_scale(quotient: Dec, a: Dec, b: Dec) -> Dec {
    let mut quotient = quotient.normalize();
    let wanted = a.scale().saturating_sub(b.scale());
    if quotient.scale() < wanted {
        quotient.rescale(wanted);
    }
    quotient
}
