//! Expandable strings.

use crate::code::Part;
use crate::runspace::Runspace;
use pwsh_value::{PsString, Result, Value, convert};
use smallvec::SmallVec;

impl Runspace {
    pub(super) fn expand(&mut self, parts: &[Part]) -> Result<Value> {
        let mut bytes: SmallVec<[u8; 128]> = SmallVec::new();
        for part in parts {
            match part {
                Part::Text(text) => bytes.extend_from_slice(text.as_wtf8()),
                Part::Value(expression) => {
                    let value = self.eval(expression)?;
                    match &value {
                        Value::Int32(number) => {
                            let mut digits = [0; 11];
                            bytes.extend_from_slice(decimal(*number, &mut digits));
                        }
                        Value::String(text) => bytes.extend_from_slice(text.as_wtf8()),
                        other => bytes.extend_from_slice(convert::to_text(self, other)?.as_wtf8()),
                    }
                }
            }
        }
        Ok(Value::String(PsString::from_wtf8(bytes)))
    }
}

/// The decimal digits of a number with its sign; most expansions are of small integers, for which `fmt` is slow.
fn decimal(number: i32, digits: &mut [u8; 11]) -> &[u8] {
    let mut at = digits.len();
    let mut left = number.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    if number < 0 {
        at -= 1;
        digits[at] = b'-';
    }
    &digits[at..]
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn the_extremes_have_all_their_digits() {
        for number in [0, 7, -10, i32::MAX, i32::MIN] {
            assert_eq!(decimal(number, &mut [0; 11]), number.to_string().as_bytes());
        }
    }
}
