//! Escapes that stand for one code unit, in patterns, in classes and in `Regex.Unescape`.

use super::cursor::{Cursor, ascii};
use crate::char_class::is_boundary_word;
use crate::options::Options;
use crate::parse_error::{ParseError, ParseErrorKind};

impl Cursor<'_> {
    /// Reads what follows a backslash. The caller has checked that something does.
    pub(crate) fn scan_escape_code(&mut self) -> Result<u16, ParseError> {
        let Some(unit) = self.take() else {
            return Err(self.error(ParseErrorKind::UnescapedEndingBackslash));
        };
        Ok(match ascii(unit) {
            b'0'..=b'7' => {
                self.pos -= 1;
                self.scan_octal()
            }
            b'x' => self.scan_hex(2)?,
            b'u' => self.scan_hex(4)?,
            b'a' => 0x07,
            b'b' => 0x08,
            b'e' => 0x1B,
            b'f' => 0x0C,
            b'n' => 0x0A,
            b'r' => 0x0D,
            b't' => 0x09,
            b'v' => 0x0B,
            b'c' => self.scan_control()?,
            _ if !self.has(Options::ECMA_SCRIPT) && is_boundary_word(unit) => {
                let letter = String::from_utf16_lossy(&[unit]);
                return Err(self.error_naming(ParseErrorKind::UnrecognizedEscape, &letter));
            }
            _ => unit,
        })
    }

    /// Up to three octal digits; what does not fit into a byte is cut off.
    fn scan_octal(&mut self) -> u16 {
        let mut value = 0;
        for _ in 0..3 {
            let Some(digit @ b'0'..=b'7') = self.peek_ascii() else { break };
            self.pos += 1;
            value = value * 8 + u16::from(digit - b'0');
            if self.has(Options::ECMA_SCRIPT) && value >= 0x20 {
                break;
            }
        }
        value & 0xFF
    }

    fn scan_hex(&mut self, digits: usize) -> Result<u16, ParseError> {
        let mut value = 0;
        let mut left = digits;
        if self.pos + digits <= self.pattern.len() {
            while left > 0
                && let Some(unit) = self.take()
                && let Some(digit) = char::from(ascii(unit)).to_digit(16)
            {
                value = value << 4 | digit as u16;
                left -= 1;
            }
        }
        if left > 0 {
            return Err(self.error(ParseErrorKind::InsufficientOrInvalidHexDigits));
        }
        Ok(value)
    }

    fn scan_control(&mut self) -> Result<u16, ParseError> {
        let Some(unit) = self.take() else {
            return Err(self.error(ParseErrorKind::MissingControlCharacter));
        };
        match ascii(unit).to_ascii_uppercase() {
            letter @ b'@'..=b'_' => Ok(u16::from(letter - b'@')),
            _ => Err(self.error(ParseErrorKind::UnrecognizedControlCharacter)),
        }
    }
}
