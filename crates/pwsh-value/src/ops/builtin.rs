//! The operators of the value types that the engine itself knows: decimal, BigInteger, DateTime, TimeSpan.

use super::numeric::{self, Arith};
use crate::bind::Overload;
use crate::datetime::{DateTime, TimeSpan};
use crate::error::{Error, Result};
use crate::payload::{BigInt, Decimal};
use crate::string::PsString;
use crate::ty::{Passing, Type, known};
use crate::value::Value;
use num_bigint::BigInt as Big;
use num_traits::{ToPrimitive, Zero};

type Run = Box<dyn Fn(&Value, &Value) -> Result<Value>>;

/// One operator overload.
pub(super) struct Operator {
    parameters: [Type; 2],
    pub(super) run: Run,
}

impl Overload for Operator {
    fn parameters(&self) -> &[Type] {
        &self.parameters
    }
    fn passing(&self, _: usize) -> Passing {
        Passing::Value
    }
    fn default(&self, _: usize) -> Option<&Value> {
        None
    }
    fn parameter_name(&self, index: usize) -> PsString {
        // Operators are called through reflection, whose errors count the arguments.
        index.to_string().into()
    }
    fn definition(&self) -> PsString {
        PsString::empty()
    }
}

/// The overloads of a type's operator method; none for other types.
pub(super) fn overloads(ty: &Type, method: &str) -> Vec<Operator> {
    let k = known();
    if *ty == k.decimal {
        decimal(method)
    } else if *ty == k.big_integer {
        big(method)
    } else if *ty == k.timespan {
        span(method)
    } else if *ty == k.datetime {
        date(method)
    } else {
        Vec::new()
    }
}

fn operator(left: &Type, right: &Type, run: impl Fn(&Value, &Value) -> Result<Value> + 'static) -> Operator {
    Operator { parameters: [left.clone(), right.clone()], run: Box::new(run) }
}

fn arith(method: &str) -> Option<Arith> {
    Some(match method {
        "op_Addition" => Arith::Add,
        "op_Subtraction" => Arith::Subtract,
        "op_Multiply" => Arith::Multiply,
        "op_Division" => Arith::Divide,
        "op_Modulus" => Arith::Remainder,
        _ => return None,
    })
}

fn decimal(method: &str) -> Vec<Operator> {
    let Some(op) = arith(method) else { return Vec::new() };
    let ty = &known().decimal;
    let of = |value: &Value| {
        value.cell().and_then(|o| o.get::<Decimal>()).map_or(rust_decimal::Decimal::ZERO, |d| d.0)
    };
    vec![operator(ty, ty, move |a, b| numeric::decimals(op, of(a), of(b)))]
}

fn big_of(value: &Value) -> Big {
    value.cell().and_then(|o| o.get::<BigInt>()).map_or_else(Big::zero, |number| number.0.clone())
}

fn big(method: &str) -> Vec<Operator> {
    let ty = &known().big_integer;
    if let "op_LeftShift" | "op_RightShift" = method {
        let left = method == "op_LeftShift";
        return vec![operator(ty, &known().int32, move |a, b| {
            let Value::Int32(count) = b else { return Ok(a.clone()) };
            let (number, count) = (big_of(a), i64::from(if left { *count } else { count.wrapping_neg() }));
            // .NET refuses what would not fit its array of digits.
            if count > i64::from(i32::MAX) - 64 {
                return Err(Error::new(
                    "System.OverflowException",
                    "Arithmetic operation resulted in an overflow.",
                ));
            }
            Ok(Value::from(if count >= 0 { number << count } else { number >> count.unsigned_abs() }))
        })];
    }
    let method = method.to_owned();
    let known_method = arith(&method).is_some()
        || ["op_BitwiseAnd", "op_BitwiseOr", "op_ExclusiveOr"].contains(&method.as_str());
    if !known_method {
        return Vec::new();
    }
    vec![operator(ty, ty, move |a, b| {
        let (a, b) = (big_of(a), big_of(b));
        Ok(Value::from(match method.as_str() {
            "op_Addition" => a + b,
            "op_Subtraction" => a - b,
            "op_Multiply" => a * b,
            "op_BitwiseAnd" => a & b,
            "op_BitwiseOr" => a | b,
            "op_ExclusiveOr" => a ^ b,
            _ if b.is_zero() => {
                return Err(Error::new("System.DivideByZeroException", "Attempted to divide by zero."));
            }
            "op_Division" => a / b,
            _ => a % b,
        }))
    })]
}

fn span_overflow() -> Error {
    Error::new("System.OverflowException", "TimeSpan overflowed because the duration is too long.")
}

fn ticks(value: &Value) -> i64 {
    match value {
        Value::TimeSpan(span) => span.0,
        _ => 0,
    }
}

/// A span of so many ticks, rounded as .NET does it.
fn span_of(ticks: f64) -> Result<Value> {
    let rounded = ticks.round_ties_even();
    if rounded.is_nan() {
        return Err(Error::argument("TimeSpan does not accept floating point Not-a-Number values.", ""));
    }
    if rounded == 9_223_372_036_854_775_808.0 {
        return Ok(Value::TimeSpan(TimeSpan(i64::MAX)));
    }
    rounded.to_i64().map(|ticks| Value::TimeSpan(TimeSpan(ticks))).ok_or_else(span_overflow)
}

fn double(value: &Value) -> f64 {
    match value {
        Value::Double(number) => *number,
        _ => 0.0,
    }
}

fn span(method: &str) -> Vec<Operator> {
    let (ty, number) = (&known().timespan, &known().double);
    let checked = |ticks: Option<i64>| ticks.map(|t| Value::TimeSpan(TimeSpan(t))).ok_or_else(span_overflow);
    match method {
        "op_Addition" => vec![operator(ty, ty, move |a, b| checked(ticks(a).checked_add(ticks(b))))],
        "op_Subtraction" => vec![operator(ty, ty, move |a, b| checked(ticks(a).checked_sub(ticks(b))))],
        "op_Multiply" => vec![
            operator(number, ty, |a, b| span_of(ticks(b) as f64 * double(a))),
            operator(ty, number, |a, b| span_of(ticks(a) as f64 * double(b))),
        ],
        "op_Division" => vec![
            operator(ty, ty, |a, b| Ok(Value::Double(ticks(a) as f64 / ticks(b) as f64))),
            operator(ty, number, |a, b| span_of(ticks(a) as f64 / double(b))),
        ],
        _ => Vec::new(),
    }
}

fn moved(date: &Value, ticks: Option<i64>) -> Result<Value> {
    let Value::DateTime(date) = date else { return Ok(date.clone()) };
    ticks.and_then(|ticks| DateTime::new(ticks, date.kind())).map(Value::DateTime).ok_or_else(|| {
        let message =
            "The added or subtracted value results in an un-representable DateTime. (Parameter 't')";
        Error::new("System.ArgumentOutOfRangeException", message)
    })
}

fn date_ticks(value: &Value) -> i64 {
    match value {
        Value::DateTime(date) => date.ticks(),
        _ => 0,
    }
}

fn date(method: &str) -> Vec<Operator> {
    let (ty, span) = (&known().datetime, &known().timespan);
    match method {
        "op_Addition" => vec![operator(ty, span, |a, b| moved(a, date_ticks(a).checked_add(ticks(b))))],
        "op_Subtraction" => vec![
            operator(ty, span, |a, b| moved(a, date_ticks(a).checked_sub(ticks(b)))),
            operator(ty, ty, |a, b| Ok(Value::TimeSpan(TimeSpan(date_ticks(a) - date_ticks(b))))),
        ],
        _ => Vec::new(),
    }
}
