//! A number as decimal digits, sign and scale: what every format works on.

use num_bigint::{BigInt, Sign};
use rust_decimal::Decimal;
use smallvec::SmallVec;
use std::fmt::Write;

/// Where the digits came from: rounding and the sign of zero depend on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// An integer: no negative zero, rounds half away from zero.
    Integer,
    /// A decimal: keeps its trailing zeros, no negative zero, rounds half away from zero.
    Decimal,
    /// A double or single: its digits arrive already rounded, zero has a sign.
    Float,
}

/// The value is `0.d1d2d3... * 10^scale`; the first digit is never `0`, no digits means zero.
#[derive(Clone, Debug)]
pub(super) struct Digits {
    digits: SmallVec<[u8; 40]>,
    pub(super) scale: i32,
    pub(super) negative: bool,
    pub(super) kind: Kind,
}

/// How many digits of a double or single are wanted.
#[derive(Clone, Copy)]
pub(super) enum FloatDigits {
    /// The fewest that read back as the same number.
    Shortest,
    /// So many significant ones.
    Significant(usize),
    /// So many after the decimal point.
    Fraction(usize),
}

impl Digits {
    pub(super) fn of_integer(value: i128) -> Self {
        let mut text = StackText::default();
        // 39 digits of the largest magnitude always fit
        let _ = write!(text, "{}", value.unsigned_abs());
        let bytes = text.as_bytes();
        let digits: SmallVec<[u8; 40]> = if value == 0 { SmallVec::new() } else { bytes.into() };
        let scale = digits.len() as i32;
        Self { digits, scale, negative: value < 0, kind: Kind::Integer }
    }

    pub(super) fn of_big(value: &BigInt) -> Self {
        let digits: SmallVec<[u8; 40]> = if value.sign() == Sign::NoSign {
            SmallVec::new()
        } else {
            SmallVec::from_vec(value.magnitude().to_str_radix(10).into_bytes())
        };
        let scale = digits.len() as i32;
        Self { digits, scale, negative: value.sign() == Sign::Minus, kind: Kind::Integer }
    }

    pub(super) fn of_decimal(value: &Decimal) -> Self {
        let mut digits = Self::of_integer(value.mantissa());
        digits.negative = value.is_sign_negative();
        digits.scale -= value.scale() as i32;
        digits.kind = Kind::Decimal;
        digits
    }

    /// `value` must be finite.
    pub(super) fn of_double(value: f64, wanted: FloatDigits) -> Self {
        let mut text = StackText::default();
        let magnitude = value.abs();
        let written = match wanted {
            FloatDigits::Shortest => write!(text, "{magnitude:e}"),
            FloatDigits::Significant(count) => {
                // an f64 has at most 767 significant digits; the rest would be zeros, which nobody reads
                write!(text, "{magnitude:.*e}", count.clamp(1, 800) - 1)
            }
            FloatDigits::Fraction(count) => write!(text, "{magnitude:.*}", count.min(1100)),
        };
        debug_assert!(written.is_ok());
        Self::of_float_text(text.as_bytes(), value.is_sign_negative())
    }

    /// `value` must be finite. Only the shortest digits differ from those of the same value as a double.
    pub(super) fn of_single(value: f32, wanted: FloatDigits) -> Self {
        match wanted {
            FloatDigits::Shortest => {
                let mut text = StackText::default();
                let _ = write!(text, "{:e}", value.abs());
                Self::of_float_text(text.as_bytes(), value.is_sign_negative())
            }
            _ => Self::of_double(f64::from(value), wanted),
        }
    }

    /// Reads Rust's own `123.45` or `1.2345e2`.
    fn of_float_text(text: &[u8], negative: bool) -> Self {
        let (mantissa, exponent) = match text.iter().position(|&b| b == b'e') {
            Some(at) => (&text[..at], parse_exponent(&text[at + 1..])),
            None => (text, 0),
        };
        let whole = mantissa.iter().position(|&b| b == b'.').unwrap_or(mantissa.len());
        let mut digits: SmallVec<[u8; 40]> = SmallVec::new();
        let mut scale = whole as i32 + exponent;
        for &digit in mantissa.iter().filter(|&&b| b != b'.') {
            if digits.is_empty() && digit == b'0' {
                scale -= 1;
            } else {
                digits.push(digit);
            }
        }
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        if digits.is_empty() {
            scale = 0;
        }
        Self { digits, scale, negative, kind: Kind::Float }
    }

    /// Whether the value is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.digits.len()
    }

    /// The digits as ASCII, most significant first.
    pub(super) fn as_slice(&self) -> &[u8] {
        &self.digits
    }

    /// Keeps `count` digits (none where negative) and drops the zeros that then end them. The digits of a
    /// float that were asked for exactly are cut only (`already_rounded`).
    pub(super) fn round(&mut self, count: i64, already_rounded: bool) {
        let available = self.digits.len() as i64;
        let mut kept = count.clamp(0, available) as usize;
        let round_up =
            count >= 0 && kept < self.digits.len() && !already_rounded && self.digits[kept] >= b'5';
        if round_up {
            while kept > 0 && self.digits[kept - 1] == b'9' {
                kept -= 1;
            }
            if kept > 0 {
                self.digits[kept - 1] += 1;
            } else {
                self.scale += 1;
                self.digits[0] = b'1';
                kept = 1;
            }
        } else {
            while kept > 0 && self.digits[kept - 1] == b'0' {
                kept -= 1;
            }
        }
        if kept == 0 {
            if self.kind != Kind::Float {
                self.negative = false;
            }
            self.scale = 0;
        }
        self.digits.truncate(kept);
    }
}

fn parse_exponent(text: &[u8]) -> i32 {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let value = digits.iter().fold(0, |sum, &digit| sum * 10 + i32::from(digit - b'0'));
    if negative { -value } else { value }
}

/// Rust's formatting without the heap: 309 whole digits and 1100 after the point are the most it is asked for.
#[derive(Default)]
struct StackText {
    bytes: SmallVec<[u8; 64]>,
}

impl StackText {
    fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl Write for StackText {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.bytes.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(of: &Digits) -> (&str, i32) {
        (std::str::from_utf8(of.as_slice()).unwrap(), of.scale)
    }

    #[test]
    fn a_double_gives_its_shortest_digits() {
        assert_eq!(digits(&Digits::of_double(0.1, FloatDigits::Shortest)), ("1", 0));
        assert_eq!(digits(&Digits::of_double(1e20, FloatDigits::Shortest)), ("1", 21));
        assert_eq!(digits(&Digits::of_double(5e-324, FloatDigits::Shortest)), ("5", -323));
    }

    #[test]
    fn rounding_carries_into_a_new_digit() {
        let mut nines = Digits::of_integer(9996);
        nines.round(3, false);
        assert_eq!(digits(&nines), ("1", 5));
    }

    #[test]
    fn rounding_to_nothing_is_zero_without_a_sign_for_integers() {
        let mut small = Digits::of_integer(-4);
        small.round(-1, false);
        assert!(small.is_zero() && !small.negative && small.scale == 0);
    }
}
