//! Rounding as `Math.Round` and `Decimal.Round` do it.

use crate::fault;
use pwsh_value::payload::EnumNumber;
use pwsh_value::ty::Call;
use pwsh_value::{Error, Result, Value};
use rust_decimal::{Decimal, RoundingStrategy};

/// `System.MidpointRounding`, by its numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// From the middle to the even neighbour.
    ToEven,
    /// From the middle away from zero.
    AwayFromZero,
    /// Always towards zero.
    ToZero,
    /// Always down.
    ToNegativeInfinity,
    /// Always up.
    ToPositiveInfinity,
}

/// The digits and the mode of a `Round` call, in any of its overloads.
///
/// # Errors
/// `ArgumentException` for a mode that is none.
pub fn arguments(call: &Call<'_>) -> Result<(i32, Mode)> {
    let (mut digits, mut mode) = (0, Mode::ToEven);
    for index in 1..call.args.len() {
        if call.payload::<EnumNumber>(index).is_some() {
            mode = match call.number(index) {
                0 => Mode::ToEven,
                1 => Mode::AwayFromZero,
                2 => Mode::ToZero,
                3 => Mode::ToNegativeInfinity,
                4 => Mode::ToPositiveInfinity,
                other => {
                    let text = format!(
                        "The value '{other}' is not valid for this usage of the type MidpointRounding."
                    );
                    return Err(fault::argument(&text, "mode"));
                }
            };
        } else if let Value::Int32(number) = call.arg(index) {
            digits = *number;
        }
    }
    Ok((digits, mode))
}

/// `number` rounded to so many digits after the point.
///
/// # Errors
/// `ArgumentOutOfRangeException` for digits outside 0 to 15.
pub fn real(number: f64, digits: i32, mode: Mode) -> Result<f64> {
    if !(0..=15).contains(&digits) {
        return Err(fault::out_of_range("Rounding digits must be between 0 and 15, inclusive.", "digits"));
    }
    if number.abs() >= 1e16 || !number.is_finite() {
        return Ok(number);
    }
    let power = 10_f64.powi(digits);
    Ok(whole(number * power, mode) / power)
}

fn whole(number: f64, mode: Mode) -> f64 {
    match mode {
        Mode::ToEven => number.round_ties_even(),
        Mode::AwayFromZero => number.round(),
        Mode::ToZero => number.trunc(),
        Mode::ToNegativeInfinity => number.floor(),
        Mode::ToPositiveInfinity => number.ceil(),
    }
}

/// `number` rounded to so many digits after the point.
///
/// # Errors
/// `ArgumentOutOfRangeException` for digits outside 0 to 28.
pub fn decimal(number: Decimal, digits: i32, mode: Mode) -> Result<Decimal, Error> {
    if !(0..=28).contains(&digits) {
        let message = "Decimal can only round to between 0 and 28 digits of precision.";
        return Err(fault::out_of_range(message, "decimals"));
    }
    let strategy = match mode {
        Mode::ToEven => RoundingStrategy::MidpointNearestEven,
        Mode::AwayFromZero => RoundingStrategy::MidpointAwayFromZero,
        Mode::ToZero => RoundingStrategy::ToZero,
        Mode::ToNegativeInfinity => RoundingStrategy::ToNegativeInfinity,
        Mode::ToPositiveInfinity => RoundingStrategy::ToPositiveInfinity,
    };
    Ok(number.round_dp_with_strategy(digits as u32, strategy))
}
