//! Numbers in text, as PowerShell reads them: `12`, `0x1F`, `1.5e3`, `10kb`, `5L`, `1d`.

use super::error::invalid_cast;
use super::numeric::{self, Number, number_of};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::text::culture::Culture;
use crate::text::number::NumberStyles;
use crate::text::number::parse::{
    NumberParseError, parse_big, parse_decimal, parse_double, parse_integer, parse_single,
};
use crate::ty::{Type, known};
use crate::value::Value;
use num_bigint::BigInt;
use num_traits::{Num, ToPrimitive};

/// The number that the whole of `text` writes, typed as a literal would be; the empty text is 0.
pub(crate) fn number_in_text(text: &str) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return Some(Value::Int32(0));
    }
    let (negative, body) = match text.as_bytes()[0] {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    literal(body.trim_start(), negative)
}

fn literal(text: &str, negative: bool) -> Option<Value> {
    let lower = text.to_ascii_lowercase();
    if !lower.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let (body, multiplier) = split_multiplier(&lower);
    let hex = body.strip_prefix("0x");
    let (digits, suffix) = split_suffix(hex.unwrap_or(body), hex.is_some());
    let sign = |number: BigInt| if negative { -number } else { number };
    let integer = if hex.is_some() {
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        Some(hexadecimal(digits, suffix)?)
    } else if let Some(bits) = body.strip_prefix("0b") {
        let (bits, _) = split_suffix(bits, false);
        Some(BigInt::from_str_radix(bits, 2).ok()?)
    } else if digits.bytes().all(|b| b.is_ascii_digit()) && !digits.is_empty() {
        Some(digits.parse().ok()?)
    } else {
        None
    };
    if suffix == "d" {
        let number = match &integer {
            Some(number) => rust_decimal::Decimal::from_i128_with_scale(number.to_i128()?, 0),
            None => parse_decimal(digits, NumberStyles::FLOAT, &Culture::invariant().number).ok()?,
        };
        let number = number.checked_mul(rust_decimal::Decimal::from(multiplier))?;
        return Some(Value::from(if negative { -number } else { number }));
    }
    match integer {
        Some(number) => typed_integer(sign(number * BigInt::from(multiplier)), suffix),
        None => {
            let shape = digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'+' | b'-'));
            let number = shape
                .then(|| parse_double(digits, NumberStyles::FLOAT, &Culture::invariant().number).ok())??;
            let number = number * multiplier as f64 * if negative { -1.0 } else { 1.0 };
            if suffix.is_empty() {
                Some(Value::Double(number))
            } else {
                suffixed(&Number::Double(number), suffix)
            }
        }
    }
}

/// `0xFFFFFFFF` is -1: eight digits fill an int, sixteen a long.
fn hexadecimal(digits: &str, suffix: &str) -> Option<BigInt> {
    let number = BigInt::from_str_radix(digits, 16).ok()?;
    let unsigned = suffix.starts_with('u') || suffix == "n";
    let bits = match digits.len() {
        8 => 32,
        16 => 64,
        _ => return Some(number),
    };
    let half = BigInt::from(1_u8) << (bits - 1);
    let wraps = !unsigned && number >= half;
    Some(if wraps { number - (BigInt::from(1_u8) << bits) } else { number })
}

fn split_multiplier(text: &str) -> (&str, i64) {
    for (index, name) in ["kb", "mb", "gb", "tb", "pb"].iter().enumerate() {
        if let Some(body) = text.strip_suffix(name) {
            // In a hexadecimal number the b is a digit, and no multiplier can begin with one.
            return (body, 1 << (10 * (index + 1)));
        }
    }
    (text, 1)
}

fn split_suffix(text: &str, hex: bool) -> (&str, &str) {
    for suffix in ["ul", "us", "uy", "l", "s", "y", "u", "n", "d"] {
        if hex && suffix == "d" {
            continue;
        }
        if let Some(body) = text.strip_suffix(suffix) {
            return (body, &text[body.len()..]);
        }
    }
    (text, "")
}

fn typed_integer(number: BigInt, suffix: &str) -> Option<Value> {
    if suffix == "n" {
        return Some(Value::from(number));
    }
    if !suffix.is_empty() {
        return suffixed(&Number::Big(number), suffix);
    }
    if let Some(small) = number.to_i32() {
        return Some(Value::Int32(small));
    }
    if let Some(large) = number.to_i64() {
        return Some(Value::Int64(large));
    }
    let decimal = number.to_i128().and_then(|n| rust_decimal::Decimal::try_from_i128_with_scale(n, 0).ok());
    Some(decimal.map_or_else(|| Value::Double(number.to_f64().unwrap_or(f64::INFINITY)), Value::from))
}

fn suffixed(number: &Number, suffix: &str) -> Option<Value> {
    let k = known();
    let integer = numeric::to_i128(number)?;
    let ty = match suffix {
        "l" => &k.int64,
        "ul" => &k.uint64,
        "s" => &k.int16,
        "us" => &k.uint16,
        "y" => &k.sbyte,
        "uy" => &k.byte,
        _ if integer <= i128::from(u32::MAX) => &k.uint32,
        _ => &k.uint64,
    };
    numeric::integer_value(integer, ty)
}

/// A string as a number of type `ty`: .NET's parser first, then a literal.
pub(super) fn text_to_number(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    let text = value.as_string().map(|text| text.to_str().into_owned()).unwrap_or_default();
    if text.trim().is_empty() {
        return numeric::to_number(cx, &Value::Int32(0), ty);
    }
    // A fraction is read as the literal that it looks like, a double: its last zeros go.
    if *ty == known().decimal
        && let Some(fraction @ Value::Double(_)) = number_in_text(&text)
        && let Some(converted) = number_of(&fraction).and_then(|number| numeric::convert(&number, ty))
    {
        return Ok(converted);
    }
    let first = match parse(&text, ty) {
        Ok(number) => return Ok(number),
        Err(error) => error,
    };
    let overflow = matches!(first, NumberParseError::Overflow { .. });
    let scanned = number_in_text(&text).or_else(|| {
        let info = &Culture::invariant().number;
        let styles = NumberStyles(NumberStyles::FLOAT.0 | NumberStyles::ALLOW_THOUSANDS.0);
        parse_double(&text, styles, info).ok().map(Value::Double)
    });
    if let Some(converted) =
        scanned.as_ref().and_then(number_of).and_then(|number| numeric::convert(&number, ty))
    {
        return Ok(converted);
    }
    let k = known();
    let hexadecimal = hexadecimal_text(text.trim(), ty);
    if let Some(Ok(number)) = hexadecimal {
        return Ok(number);
    }
    let id = if *ty == k.double || *ty == k.single {
        "InvalidCastFromStringToDoubleOrSingle"
    } else if *ty == k.decimal {
        "InvalidCastFromStringToDecimal"
    } else {
        "InvalidCastFromStringToInteger"
    };
    let cause = if overflow && *ty != k.decimal || hexadecimal.is_some() {
        // In hexadecimal .NET fills the unsigned type first.
        let named = match hexadecimal {
            Some(_) if *ty == k.int32 => &k.uint32,
            Some(_) if *ty == k.int64 => &k.uint64,
            _ => ty,
        };
        let message = format!("Value was either too large or too small for {}.", numeric::article(named));
        Error::new("System.OverflowException", message)
    } else {
        Error::new("System.FormatException", first.to_string())
    };
    Err(invalid_cast(cx, id, value, ty, &cause))
}

/// The bits of a hexadecimal text as one of type `ty`; `Err` if it has more than the type.
fn hexadecimal_text(text: &str, ty: &Type) -> Option<Result<Value, ()>> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"))?;
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let k = known();
    let bits = [
        (&k.sbyte, 8),
        (&k.byte, 8),
        (&k.int16, 16),
        (&k.uint16, 16),
        (&k.int32, 32),
        (&k.uint32, 32),
        (&k.int64, 64),
        (&k.uint64, 64),
    ];
    let (_, bits) = bits.into_iter().find(|(known, _)| *known == ty)?;
    let Some(number) =
        u64::from_str_radix(digits, 16).ok().filter(|number| bits == 64 || number >> bits == 0)
    else {
        return Some(Err(()));
    };
    let number = i128::from(number);
    let wrapped =
        numeric::integer_value(number, ty).or_else(|| numeric::integer_value(number - (1 << bits), ty));
    wrapped.map(Ok)
}

fn parse(text: &str, ty: &Type) -> Result<Value, NumberParseError> {
    let k = known();
    let info = &Culture::invariant().number;
    let integer = NumberStyles::INTEGER;
    let float = NumberStyles(NumberStyles::FLOAT.0 | NumberStyles::ALLOW_THOUSANDS.0);
    if *ty == k.int32 {
        parse_integer(text, integer, info).map(Value::Int32)
    } else if *ty == k.int64 {
        parse_integer(text, integer, info).map(Value::Int64)
    } else if *ty == k.double {
        parse_double(text, float, info).map(Value::Double)
    } else if *ty == k.single {
        parse_single(text, float, info).map(Value::Single)
    } else if *ty == k.decimal {
        parse_decimal(text, NumberStyles::NUMBER, info).map(Value::from)
    } else if *ty == k.byte {
        parse_integer(text, integer, info).map(Value::UInt8)
    } else if *ty == k.sbyte {
        parse_integer(text, integer, info).map(Value::Int8)
    } else if *ty == k.int16 {
        parse_integer(text, integer, info).map(Value::Int16)
    } else if *ty == k.uint16 {
        parse_integer(text, integer, info).map(Value::UInt16)
    } else if *ty == k.uint32 {
        parse_integer(text, integer, info).map(Value::UInt32)
    } else if *ty == k.uint64 {
        parse_integer(text, integer, info).map(Value::UInt64)
    } else {
        parse_big(text, integer, info).map(Value::from)
    }
}
