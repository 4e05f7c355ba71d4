//! From text and integers to `decimal`, with .NET's rounding.

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive};
use rust_decimal::Decimal;

/// The greatest scale of a decimal.
const MAX_SCALE: i64 = 28;

/// The decimal of an integer, unless it is out of range.
pub(crate) fn decimal_from_bigint(value: &BigInt) -> Option<Decimal> {
    decimal_from_parts(value.abs(), 0, value.is_negative())
}

/// The decimal of digits with a point and an exponent. Trailing zeros keep their scale.
pub(crate) fn decimal_from_text(text: &str, negative: bool) -> Option<Decimal> {
    let (mantissa, exponent) = match text.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    // more digits than these cannot change the result but by rounding, and are not worth quadratic time
    if whole.len() > 4096 || fraction.len() > 4096 || exponent.abs() > 4096 {
        return None;
    }
    let digits = format!("0{whole}{fraction}");
    let unscaled = BigInt::parse_bytes(digits.as_bytes(), 10)?;
    decimal_from_parts(unscaled, fraction.len() as i64 - exponent, negative)
}

fn decimal_from_parts(mut unscaled: BigInt, mut scale: i64, negative: bool) -> Option<Decimal> {
    if scale < 0 {
        unscaled *= BigInt::from(10).pow(scale.unsigned_abs() as u32);
        scale = 0;
    }
    let dropped = digits_to_drop(&unscaled, scale);
    if dropped > 0 {
        unscaled = divide_half_even(&unscaled, dropped);
        scale -= dropped;
        // rounding up may have made one digit more
        let again = digits_to_drop(&unscaled, scale);
        unscaled = divide_half_even(&unscaled, again);
        scale -= again;
    }
    if scale < 0 || unscaled.bits() > 96 {
        return None;
    }
    let mut decimal = Decimal::try_from_i128_with_scale(unscaled.to_i128()?, scale as u32).ok()?;
    decimal.set_sign_negative(negative);
    Some(decimal)
}

/// How many digits are too many for a scale of 28 and 96 bits.
fn digits_to_drop(unscaled: &BigInt, scale: i64) -> i64 {
    let mut dropped = (scale - MAX_SCALE).max(0);
    if unscaled.bits() > 96 {
        let digits = unscaled.to_string().len() as i64;
        let mut needed = (digits - 29).max(0);
        while needed < digits && (unscaled / BigInt::from(10).pow(needed as u32)).bits() > 96 {
            needed += 1;
        }
        dropped = dropped.max(needed);
    }
    dropped
}

fn divide_half_even(value: &BigInt, digits: i64) -> BigInt {
    if digits == 0 {
        return value.clone();
    }
    let divisor = BigInt::from(10).pow(digits as u32);
    let quotient = value / &divisor;
    let twice: BigInt = (value % &divisor) * 2;
    let rounds_up = twice > divisor || (twice == divisor && quotient.bit(0));
    if rounds_up && quotient.sign() != Sign::Minus { quotient + 1 } else { quotient }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scale_is_kept_and_too_many_digits_are_rounded() {
        assert_eq!(decimal_from_text("1.50", false).unwrap().to_string(), "1.50");
        assert_eq!(decimal_from_text("1e3", true).unwrap().to_string(), "-1000");
        let long = decimal_from_text("1.00000000000000000000000000005", false).unwrap();
        assert_eq!(long.to_string(), "1.0000000000000000000000000000");
        assert_eq!(decimal_from_text("1e29", false), None);
        assert_eq!(decimal_from_text("79228162514264337593543950335", false), Some(Decimal::MAX));
    }
}
