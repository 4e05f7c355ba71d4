//! The text of a number without a format string: the hot paths.

use super::digits::{Digits, FloatDigits};
use super::standard::{Number, format_number, write_general};
use crate::text::culture::NumberInfo;
use rust_decimal::Decimal;

/// A buffer for the decimal digits of one unsigned 64-bit number.
pub(super) struct DecimalText {
    bytes: [u8; 20],
}

const PAIRS: &[u8; 200] = b"0001020304050607080910111213141516171819\
2021222324252627282930313233343536373839\
4041424344454647484950515253545556575859\
6061626364656667686970717273747576777879\
8081828384858687888990919293949596979899";

impl DecimalText {
    pub(super) fn new() -> Self {
        Self { bytes: [b'0'; 20] }
    }

    /// The digits of `value`, without leading zeros.
    pub(super) fn of(&mut self, mut value: u64) -> &str {
        let mut start = self.bytes.len();
        while value >= 100 {
            let pair = (value % 100) as usize * 2;
            value /= 100;
            start -= 2;
            self.bytes[start..start + 2].copy_from_slice(&PAIRS[pair..pair + 2]);
        }
        if value >= 10 {
            let pair = value as usize * 2;
            start -= 2;
            self.bytes[start..start + 2].copy_from_slice(&PAIRS[pair..pair + 2]);
        } else {
            start -= 1;
            self.bytes[start] = b'0' + value as u8;
        }
        std::str::from_utf8(&self.bytes[start..]).unwrap_or_default()
    }
}

/// Appends `value` as `ToString()` has it; the culture gives the negative sign.
pub fn write_integer(value: i64, info: &NumberInfo, out: &mut String) {
    if value < 0 {
        out.push_str(&info.negative_sign);
    }
    out.push_str(DecimalText::new().of(value.unsigned_abs()));
}

/// Appends `value` as `ToString()` has it.
pub fn write_unsigned(value: u64, out: &mut String) {
    out.push_str(DecimalText::new().of(value));
}

/// Appends `value` as `ToString()` has it: the fewest digits that read back the same, `1E+17` from 18 whole
/// digits on.
pub fn write_double(value: f64, info: &NumberInfo, out: &mut String) {
    if write_whole(value, 9e15, info, out) {
        return;
    }
    if value.is_finite() {
        write_general(Digits::of_double(value, FloatDigits::Shortest), 17, b'G', info, out);
    } else {
        write_not_finite(value, info, out);
    }
}

/// Appends `value` as `ToString()` has it.
pub fn write_single(value: f32, info: &NumberInfo, out: &mut String) {
    if write_whole(f64::from(value), 1.6e7, info, out) {
        return;
    }
    if value.is_finite() {
        write_general(Digits::of_single(value, FloatDigits::Shortest), 9, b'G', info, out);
    } else {
        write_not_finite(f64::from(value), info, out);
    }
}

/// Appends `value` as PowerShell puts a double into a string (`"$(1/3)"`): 15 significant digits.
pub fn write_double_as_powershell(value: f64, info: &NumberInfo, out: &mut String) {
    if write_whole(value, 1e15, info, out) {
        return;
    }
    if value.is_finite() {
        write_general(Digits::of_double(value, FloatDigits::Significant(15)), 15, b'G', info, out);
    } else {
        write_not_finite(value, info, out);
    }
}

/// Appends `value` as PowerShell puts a single into a string: 7 significant digits.
pub fn write_single_as_powershell(value: f32, info: &NumberInfo, out: &mut String) {
    if write_whole(f64::from(value), 1e7, info, out) {
        return;
    }
    if value.is_finite() {
        write_general(Digits::of_single(value, FloatDigits::Significant(7)), 7, b'G', info, out);
    } else {
        write_not_finite(f64::from(value), info, out);
    }
}

/// Appends `value` as `ToString()` has it: all its digits, trailing zeros too.
pub fn write_decimal(value: &Decimal, info: &NumberInfo, out: &mut String) {
    // the empty format cannot fail
    let _ = format_number(Number::Decimal(value), "", info, out);
}

/// Whole numbers below `limit` need no search for digits; negative zero has its own text.
fn write_whole(value: f64, limit: f64, info: &NumberInfo, out: &mut String) -> bool {
    let whole = value.abs() < limit && value == value.trunc() && !(value == 0.0 && value.is_sign_negative());
    if whole {
        write_integer(value as i64, info, out);
    }
    whole
}

fn write_not_finite(value: f64, info: &NumberInfo, out: &mut String) {
    // NaN and the infinities take any format
    let _ = format_number(Number::Double(value), "", info, out);
}
