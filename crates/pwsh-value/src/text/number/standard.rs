//! The standard format strings of numbers: a letter and a precision.

use super::custom;
use super::digits::{Digits, FloatDigits, Kind};
use super::plain;
use super::specifier::{NumberFormatError, Specifier};
use crate::text::culture::{Grouping, NumberInfo};
use num_bigint::BigInt;
use rust_decimal::Decimal;

/// A number of any of PowerShell's types, ready to be formatted.
#[derive(Clone, Copy, Debug)]
pub enum Number<'a> {
    /// An integer type of `bits` bits (8, 16, 32, 64 or 128); the width shows in `X` and `B` only.
    Integer {
        /// The value.
        value: i128,
        /// The width of its type.
        bits: u32,
    },
    /// A Single.
    Single(f32),
    /// A Double.
    Double(f64),
    /// A Decimal.
    Decimal(&'a Decimal),
    /// A BigInteger.
    Big(&'a BigInt),
}

macro_rules! from_integer {
    ($($type:ty),*) => {$(
        impl From<$type> for Number<'_> {
            fn from(value: $type) -> Self {
                Number::Integer { value: i128::from(value), bits: <$type>::BITS }
            }
        }
    )*};
}
from_integer!(i8, i16, i32, i64, u8, u16, u32, u64);

/// Appends `value` in `format` (standard or custom; empty is the plain text) to `out`.
///
/// # Errors
/// [`NumberFormatError::InvalidSpecifier`] where .NET throws FormatException; `out` is then unchanged.
pub fn format_number(
    value: Number<'_>,
    format: &str,
    info: &NumberInfo,
    out: &mut String,
) -> Result<(), NumberFormatError> {
    if let Some(symbol) = not_finite(value, info) {
        // .NET does not look at the format of NaN and the infinities
        out.push_str(symbol);
        return Ok(());
    }
    match Specifier::parse(format)? {
        Specifier::Custom => {
            let digits = match value {
                Number::Integer { value, .. } => Digits::of_integer(value),
                Number::Big(value) => Digits::of_big(value),
                Number::Decimal(value) => Digits::of_decimal(value),
                Number::Double(value) => Digits::of_double(value, FloatDigits::Significant(15)),
                Number::Single(value) => Digits::of_single(value, FloatDigits::Significant(7)),
            };
            custom::write(digits, format, info, out);
            Ok(())
        }
        Specifier::Standard { letter, precision } => {
            if precision.is_some_and(|wanted| wanted > 10_000) {
                out.try_reserve(precision.unwrap_or(0) as usize + 400)
                    .map_err(|_| NumberFormatError::OutOfMemory)?;
            }
            write_standard(value, letter, precision, info, out)
        }
    }
}

fn not_finite<'i>(value: Number<'_>, info: &'i NumberInfo) -> Option<&'i str> {
    let value = match value {
        Number::Double(value) => value,
        Number::Single(value) => f64::from(value),
        _ => return None,
    };
    if value.is_finite() {
        None
    } else if value.is_nan() {
        Some(&info.nan_symbol)
    } else if value > 0.0 {
        Some(&info.positive_infinity_symbol)
    } else {
        Some(&info.negative_infinity_symbol)
    }
}

fn write_standard(
    value: Number<'_>,
    letter: u8,
    precision: Option<u32>,
    info: &NumberInfo,
    out: &mut String,
) -> Result<(), NumberFormatError> {
    match value {
        Number::Integer { value, bits } => {
            match letter.to_ascii_uppercase() {
                b'D' => write_padded(value, precision, info, out),
                b'G' | b'R' if precision.unwrap_or(0) == 0 => write_padded(value, None, info, out),
                b'X' => write_radix(value, bits, letter, precision, out),
                b'B' => write_radix(value, bits, letter, precision, out),
                _ => return write_digits(Digits::of_integer(value), letter, precision, info, out),
            }
            Ok(())
        }
        Number::Big(value) => match letter.to_ascii_uppercase() {
            b'D' | b'G' | b'R' => {
                let digits = Digits::of_big(value);
                if digits.negative {
                    out.push_str(&info.negative_sign);
                }
                let text = if digits.is_zero() { &b"0"[..] } else { digits.as_slice() };
                push_zeros((precision.unwrap_or(0) as usize).saturating_sub(text.len()), out);
                push_ascii(text, out);
                Ok(())
            }
            b'X' => {
                write_big_hex(value, letter, precision, out);
                Ok(())
            }
            b'B' => {
                write_big_binary(value, precision, out);
                Ok(())
            }
            _ => write_digits(Digits::of_big(value), letter, precision, info, out),
        },
        Number::Decimal(value) => write_digits(Digits::of_decimal(value), letter, precision, info, out),
        Number::Double(value) => {
            let wanted = float_digits(letter, precision, info);
            write_float(Digits::of_double(value, wanted), letter, precision, 17, info, out)
        }
        Number::Single(value) => {
            let wanted = float_digits(letter, precision, info);
            write_float(Digits::of_single(value, wanted), letter, precision, 9, info, out)
        }
    }
}

/// How many digits of a float `letter` shows, so that they are rounded once, exactly.
fn float_digits(letter: u8, precision: Option<u32>, info: &NumberInfo) -> FloatDigits {
    let count = |default: u32| precision.unwrap_or(default) as usize;
    match letter.to_ascii_uppercase() {
        b'E' => FloatDigits::Significant(count(6).saturating_add(1)),
        b'F' | b'N' => FloatDigits::Fraction(count(info.number.decimal_digits)),
        b'C' => FloatDigits::Fraction(count(info.currency.decimal_digits)),
        b'P' => FloatDigits::Fraction(count(info.percent.decimal_digits).saturating_add(2)),
        b'G' if count(0) > 0 => FloatDigits::Significant(count(0)),
        _ => FloatDigits::Shortest,
    }
}

fn write_float(
    digits: Digits,
    letter: u8,
    precision: Option<u32>,
    round_trip: u32,
    info: &NumberInfo,
    out: &mut String,
) -> Result<(), NumberFormatError> {
    match letter.to_ascii_uppercase() {
        b'R' => write_general(digits, round_trip, letter - (b'R' - b'G'), info, out),
        b'G' if precision.unwrap_or(0) == 0 => write_general(digits, round_trip, letter, info, out),
        _ => return write_digits(digits, letter, precision, info, out),
    }
    Ok(())
}

/// The letters that work on digits: C, E, F, G, N, P and R.
fn write_digits(
    mut digits: Digits,
    letter: u8,
    precision: Option<u32>,
    info: &NumberInfo,
    out: &mut String,
) -> Result<(), NumberFormatError> {
    let rounded = digits.kind == Kind::Float;
    let scale = |digits: &Digits| i64::from(digits.scale);
    match letter.to_ascii_uppercase() {
        b'C' => {
            let places = precision.unwrap_or(info.currency.decimal_digits);
            digits.round(scale(&digits) + i64::from(places), rounded);
            let pattern = if digits.negative {
                CURRENCY_NEGATIVE[usize::from(info.currency_negative_pattern).min(16)]
            } else {
                CURRENCY_POSITIVE[usize::from(info.currency_positive_pattern).min(3)]
            };
            write_pattern(&digits, pattern, places, &info.currency, &info.currency_symbol, info, out);
        }
        b'F' => {
            let places = precision.unwrap_or(info.number.decimal_digits);
            digits.round(scale(&digits) + i64::from(places), rounded);
            if digits.negative {
                out.push_str(&info.negative_sign);
            }
            write_fixed(&digits, places, &info.number.decimal_separator, None, out);
        }
        b'N' => {
            let places = precision.unwrap_or(info.number.decimal_digits);
            digits.round(scale(&digits) + i64::from(places), rounded);
            let pattern = if digits.negative {
                NUMBER_NEGATIVE[usize::from(info.number_negative_pattern).min(4)]
            } else {
                "#"
            };
            write_pattern(&digits, pattern, places, &info.number, "", info, out);
        }
        b'P' => {
            let places = precision.unwrap_or(info.percent.decimal_digits);
            if !digits.is_zero() {
                digits.scale += 2;
            }
            digits.round(scale(&digits) + i64::from(places), rounded);
            let pattern = if digits.negative {
                PERCENT_NEGATIVE[usize::from(info.percent_negative_pattern).min(11)]
            } else {
                PERCENT_POSITIVE[usize::from(info.percent_positive_pattern).min(3)]
            };
            write_pattern(&digits, pattern, places, &info.percent, &info.percent_symbol, info, out);
        }
        b'E' => {
            let shown = precision.unwrap_or(6).saturating_add(1);
            digits.round(i64::from(shown), rounded);
            if digits.negative {
                out.push_str(&info.negative_sign);
            }
            write_scientific(&digits, shown, letter, info, out);
        }
        b'G' | b'R' => {
            let marker = if letter.is_ascii_lowercase() { b'g' } else { b'G' };
            match precision {
                None if digits.kind == Kind::Decimal => write_whole_decimal(&digits, info, out),
                None | Some(0) => {
                    let shown = digits.len() as u32;
                    write_general(digits, shown, marker, info, out);
                }
                Some(shown) => write_general(digits, shown, marker, info, out),
            }
        }
        _ => return Err(NumberFormatError::InvalidSpecifier),
    }
    Ok(())
}

const CURRENCY_POSITIVE: [&str; 4] = ["$#", "#$", "$ #", "# $"];
const CURRENCY_NEGATIVE: [&str; 17] = [
    "($#)", "-$#", "$-#", "$#-", "(#$)", "-#$", "#-$", "#$-", "-# $", "-$ #", "# $-", "$ #-", "$ -#", "#- $",
    "($ #)", "(# $)", "$- #",
];
const PERCENT_POSITIVE: [&str; 4] = ["# $", "#$", "$#", "$ #"];
const PERCENT_NEGATIVE: [&str; 12] =
    ["-# $", "-#$", "-$#", "$-#", "$#-", "#-$", "#$-", "-$ #", "# $-", "$ #-", "$ -#", "#- $"];
const NUMBER_NEGATIVE: [&str; 5] = ["(#)", "-#", "- #", "#-", "# -"];

/// In a pattern `#` is the amount, `$` the symbol, `-` the negative sign.
fn write_pattern(
    digits: &Digits,
    pattern: &str,
    places: u32,
    grouping: &Grouping,
    symbol: &str,
    info: &NumberInfo,
    out: &mut String,
) {
    for part in pattern.chars() {
        match part {
            '#' => write_fixed(digits, places, &grouping.decimal_separator, Some(grouping), out),
            '$' => out.push_str(symbol),
            '-' => out.push_str(&info.negative_sign),
            other => out.push(other),
        }
    }
}

fn write_fixed(
    digits: &Digits,
    places: u32,
    decimal_separator: &str,
    grouping: Option<&Grouping>,
    out: &mut String,
) {
    let all = digits.as_slice();
    let whole = digits.scale.max(0) as usize;
    if whole == 0 {
        out.push('0');
    } else {
        match grouping {
            Some(grouping) => write_grouped(all, whole, grouping, out),
            None => push_digits(all, 0, whole, out),
        }
    }
    if places > 0 {
        out.push_str(decimal_separator);
        let places = places as usize;
        let leading = ((-i64::from(digits.scale)).max(0) as usize).min(places);
        push_zeros(leading, out);
        push_digits(all, whole, places - leading, out);
    }
}

/// The first `whole` digits, zeros where there are none left, with separators counted from the right.
fn write_grouped(all: &[u8], whole: usize, grouping: &Grouping, out: &mut String) {
    let sizes = &grouping.group_sizes;
    // lengths of the groups, right to left; the leftmost takes what remains
    let mut remaining = whole;
    let mut breaks: smallvec::SmallVec<[usize; 16]> = smallvec::SmallVec::new();
    let mut index = 0;
    while let Some(&size) = sizes.get(index.min(sizes.len().wrapping_sub(1))) {
        let size = usize::from(size);
        if size == 0 || remaining <= size {
            break;
        }
        remaining -= size;
        breaks.push(remaining);
        index += 1;
    }
    let mut from = 0;
    for &end in breaks.iter().rev() {
        push_digits(all, from, end - from, out);
        out.push_str(&grouping.group_separator);
        from = end;
    }
    push_digits(all, from, whole - from, out);
}

/// `all[from..from + count]`, with zeros past the end.
fn push_digits(all: &[u8], from: usize, count: usize, out: &mut String) {
    let available = all.len().saturating_sub(from).min(count);
    if available > 0 {
        push_ascii(&all[from..from + available], out);
    }
    push_zeros(count - available, out);
}

fn push_ascii(text: &[u8], out: &mut String) {
    // digits are ASCII, so there is always text to push
    out.push_str(std::str::from_utf8(text).unwrap_or_default());
}

fn push_zeros(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n('0', count));
}

fn write_scientific(digits: &Digits, shown: u32, marker: u8, info: &NumberInfo, out: &mut String) {
    let all = digits.as_slice();
    push_digits(all, 0, 1, out);
    if shown != 1 {
        out.push_str(&info.number.decimal_separator);
        push_digits(all, 1, shown as usize - 1, out);
    }
    let exponent = if digits.is_zero() { 0 } else { digits.scale - 1 };
    write_exponent(exponent, marker, 3, true, info, out);
}

/// `E+05`: at least `width` digits, a plus sign where `plus` says so.
pub(super) fn write_exponent(
    exponent: i32,
    marker: u8,
    width: usize,
    plus: bool,
    info: &NumberInfo,
    out: &mut String,
) {
    out.push(char::from(marker));
    if exponent < 0 {
        out.push_str(&info.negative_sign);
    } else if plus {
        out.push_str(&info.positive_sign);
    }
    let mut text = plain::DecimalText::new();
    let text = text.of(u64::from(exponent.unsigned_abs()));
    push_zeros(width.saturating_sub(text.len()), out);
    out.push_str(text);
}

/// `G`: fixed, or scientific where there are more than `shown` whole digits or four zeros after the point.
pub(super) fn write_general(mut digits: Digits, shown: u32, letter: u8, info: &NumberInfo, out: &mut String) {
    let rounded = digits.kind == Kind::Float;
    digits.round(i64::from(shown), rounded);
    if digits.negative {
        out.push_str(&info.negative_sign);
    }
    let scientific = i64::from(digits.scale) > i64::from(shown) || digits.scale < -3;
    let scale = if scientific { 1 } else { digits.scale };
    write_unrounded(&digits, scale, info, out);
    if scientific {
        let marker = if letter == b'g' { b'e' } else { b'E' };
        write_exponent(digits.scale - 1, marker, 2, true, info, out);
    }
}

/// A decimal's own text: every digit it has, with its trailing zeros, never an exponent.
fn write_whole_decimal(digits: &Digits, info: &NumberInfo, out: &mut String) {
    if digits.negative && !digits.is_zero() {
        out.push_str(&info.negative_sign);
    }
    write_unrounded(digits, digits.scale, info, out);
}

fn write_unrounded(digits: &Digits, scale: i32, info: &NumberInfo, out: &mut String) {
    let all = digits.as_slice();
    let whole = scale.max(0) as usize;
    if whole > 0 {
        push_digits(all, 0, whole, out);
    } else {
        out.push('0');
    }
    let fraction = all.get(whole..).unwrap_or_default();
    if !fraction.is_empty() || scale < 0 {
        out.push_str(&info.number.decimal_separator);
        push_zeros((-i64::from(scale)).max(0) as usize, out);
        push_ascii(fraction, out);
    }
}

fn write_padded(value: i128, precision: Option<u32>, info: &NumberInfo, out: &mut String) {
    if value < 0 {
        out.push_str(&info.negative_sign);
    }
    let width = precision.unwrap_or(0) as usize;
    match u64::try_from(value.unsigned_abs()) {
        Ok(small) => {
            let mut text = plain::DecimalText::new();
            let text = text.of(small);
            push_zeros(width.saturating_sub(text.len()), out);
            out.push_str(text);
        }
        Err(_) => {
            let digits = Digits::of_integer(value);
            push_zeros(width.saturating_sub(digits.len()), out);
            push_ascii(digits.as_slice(), out);
        }
    }
}

/// Two's complement in the width of the type.
fn write_radix(value: i128, bits: u32, letter: u8, precision: Option<u32>, out: &mut String) {
    let mask = if bits >= 128 { u128::MAX } else { (1 << bits) - 1 };
    let value = value as u128 & mask;
    let text = match letter {
        b'X' => format!("{value:X}"),
        b'x' => format!("{value:x}"),
        _ => format!("{value:b}"),
    };
    push_zeros((precision.unwrap_or(0) as usize).saturating_sub(text.len()), out);
    out.push_str(&text);
}

/// The shortest two's complement whose first digit shows the sign; padded with `F` where negative.
fn write_big_hex(value: &BigInt, letter: u8, precision: Option<u32>, out: &mut String) {
    let bytes = value.to_signed_bytes_be();
    let mut text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let negative = bytes[0] >= 0x80;
    // one hex digit is dropped where the next one still shows the sign
    if text.len() > 1 {
        let first = text.as_bytes()[0];
        let second_is_high = text.as_bytes()[1] >= b'8';
        if (first == b'0' && !second_is_high) || (first == b'f' && second_is_high) {
            text.remove(0);
        }
    }
    let filler = if negative { 'f' } else { '0' };
    let padding = (precision.unwrap_or(0) as usize).saturating_sub(text.len());
    let start = out.len();
    out.extend(std::iter::repeat_n(filler, padding));
    out.push_str(&text);
    if letter == b'X' {
        out[start..].make_ascii_uppercase();
    }
}

/// The shortest two's complement whose first bit is the sign.
fn write_big_binary(value: &BigInt, precision: Option<u32>, out: &mut String) {
    let bytes = value.to_signed_bytes_be();
    let text: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let sign = if bytes[0] >= 0x80 { '1' } else { '0' };
    let significant = text.trim_start_matches(sign);
    let padding = (precision.unwrap_or(0) as usize).saturating_sub(significant.len() + 1);
    out.extend(std::iter::repeat_n(sign, padding + 1));
    out.push_str(significant);
}
