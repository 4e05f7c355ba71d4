//! What a number's format string asks for.

use thiserror::Error;

/// A format string that a number does not take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NumberFormatError {
    /// .NET's FormatException for an unknown letter, one the type does not know, or a precision above
    /// 999,999,999. The text is .NET's own.
    #[error("Format specifier was invalid.")]
    InvalidSpecifier,
    /// The text would be longer than memory allows: .NET's OutOfMemoryException, with its text.
    #[error("Insufficient memory to continue the execution of the program.")]
    OutOfMemory,
}

/// A format string, told apart by its shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Specifier {
    /// A letter with an optional precision.
    Standard { letter: u8, precision: Option<u32> },
    /// A picture.
    Custom,
}

impl Specifier {
    /// An empty format is `G`. A letter followed only by digits is standard, all else a picture.
    pub(super) fn parse(format: &str) -> Result<Self, NumberFormatError> {
        let bytes = format.as_bytes();
        let Some(&letter) = bytes.first() else {
            return Ok(Self::Standard { letter: b'G', precision: None });
        };
        if !letter.is_ascii_alphabetic() {
            return Ok(if letter == 0 {
                Self::Standard { letter: b'G', precision: None }
            } else {
                Self::Custom
            });
        }
        let mut precision: Option<u32> = None;
        for &byte in &bytes[1..] {
            match byte {
                b'0'..=b'9' => {
                    let so_far = precision.unwrap_or(0);
                    if so_far >= 100_000_000 {
                        return Err(NumberFormatError::InvalidSpecifier);
                    }
                    precision = Some(so_far * 10 + u32::from(byte - b'0'));
                }
                0 => break,
                _ => return Ok(Self::Custom),
            }
        }
        Ok(Self::Standard { letter, precision })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_with_digits_is_standard_and_all_else_a_picture() {
        assert_eq!(Specifier::parse("N2"), Ok(Specifier::Standard { letter: b'N', precision: Some(2) }));
        assert_eq!(Specifier::parse(""), Ok(Specifier::Standard { letter: b'G', precision: None }));
        assert_eq!(Specifier::parse("N2x"), Ok(Specifier::Custom));
        assert_eq!(Specifier::parse("0.0"), Ok(Specifier::Custom));
        assert_eq!(Specifier::parse("D1000000000"), Err(NumberFormatError::InvalidSpecifier));
    }
}
