//! The place in the pattern, the options that hold there, and what both passes read alike.

use crate::char_class::is_boundary_word;
use crate::options::Options;
use crate::parse_error::{ParseError, ParseErrorKind};
use crate::tree::INFINITE;

pub(crate) struct Cursor<'p> {
    pub(crate) pattern: &'p [u16],
    pub(crate) pos: usize,
    pub(crate) options: Options,
}

/// Stands for units above ASCII, which no syntax needs.
const NOT_ASCII: u8 = 0xFF;

/// The unit as a byte, for matching against syntax.
pub(super) fn ascii(unit: u16) -> u8 {
    if unit < 0x80 { unit as u8 } else { NOT_ASCII }
}

/// Ends a run of ordinary characters.
pub(super) fn is_special(ch: u8) -> bool {
    is_quantifier(ch) || matches!(ch, b'$' | b'(' | b')' | b'.' | b'[' | b'\\' | b'^' | b'|')
}

/// Begins a quantifier.
pub(super) fn is_quantifier(ch: u8) -> bool {
    matches!(ch, b'*' | b'+' | b'?' | b'{')
}

pub(super) fn is_space(ch: u8) -> bool {
    matches!(ch, b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

impl<'p> Cursor<'p> {
    pub(crate) fn new(pattern: &'p [u16], options: Options) -> Self {
        Self { pattern, pos: 0, options }
    }

    pub(crate) fn at_end(&self) -> bool {
        self.pos >= self.pattern.len()
    }

    pub(crate) fn has(&self, options: Options) -> bool {
        self.options.contains(options)
    }

    /// The unit `ahead` places on.
    pub(crate) fn peek_at(&self, ahead: usize) -> Option<u8> {
        self.pattern.get(self.pos + ahead).map(|&unit| ascii(unit))
    }

    pub(crate) fn peek_ascii(&self) -> Option<u8> {
        self.peek_at(0)
    }

    pub(crate) fn peek(&self) -> Option<u16> {
        self.pattern.get(self.pos).copied()
    }

    /// Takes the next unit.
    pub(crate) fn take(&mut self) -> Option<u16> {
        let unit = self.peek()?;
        self.pos += 1;
        Some(unit)
    }

    /// Takes the next unit (if there is one) and tells whether it was `wanted`.
    pub(crate) fn take_is(&mut self, wanted: u8) -> bool {
        self.take().is_some_and(|unit| unit == u16::from(wanted))
    }

    pub(crate) fn error(&self, kind: ParseErrorKind) -> ParseError {
        self.error_naming(kind, "")
    }

    /// The error at this place, whose text names `detail`.
    pub(crate) fn error_naming(&self, kind: ParseErrorKind, detail: &str) -> ParseError {
        ParseError::new(kind, self.pattern, self.pos, detail)
    }

    /// Moves past everything that stands for itself.
    pub(super) fn skip_ordinary(&mut self) {
        let skip_space = self.has(Options::IGNORE_PATTERN_WHITESPACE);
        while let Some(ch) = self.peek_ascii() {
            let stops = is_special(ch) || skip_space && (is_space(ch) || ch == b'#');
            if stops && (ch != b'{' || self.at_quantifier()) {
                break;
            }
            self.pos += 1;
        }
    }

    /// Whether a quantifier begins here; a brace does only as `{n}`, `{n,}` or `{n,m}`.
    pub(super) fn at_quantifier(&self) -> bool {
        match self.peek_ascii() {
            Some(b'{') => {}
            Some(ch) => return is_quantifier(ch),
            None => return false,
        }
        let digits = |from: usize| {
            let rest = self.pattern.get(from..).unwrap_or_default();
            rest.iter().take_while(|&&unit| ascii(unit).is_ascii_digit()).count()
        };
        let count = digits(self.pos + 1);
        let after = 1 + count;
        match self.peek_at(after) {
            Some(b'}') => count > 0,
            Some(b',') => count > 0 && self.peek_at(after + 1 + digits(self.pos + after + 1)) == Some(b'}'),
            _ => false,
        }
    }

    /// Reads digits as a number; there may be none, which gives 0.
    pub(crate) fn scan_decimal(&mut self) -> Result<u32, ParseError> {
        let mut value = 0u64;
        while let Some(digit @ b'0'..=b'9') = self.peek_ascii() {
            self.pos += 1;
            value = value * 10 + u64::from(digit - b'0');
            if value > u64::from(INFINITE) {
                return Err(self.error(ParseErrorKind::QuantifierOrCaptureGroupOutOfRange));
            }
        }
        Ok(value as u32)
    }

    /// Reads a name: word characters.
    pub(crate) fn scan_name(&mut self) -> &'p [u16] {
        let rest = &self.pattern[self.pos..];
        let length = rest.iter().take_while(|&&unit| is_boundary_word(unit)).count();
        self.pos += length;
        &rest[..length]
    }

    /// Reads `cimnsx-cimnsx` up to the first other character.
    pub(super) fn scan_options(&mut self) {
        let mut off = false;
        while let Some(ch) = self.peek_ascii() {
            let option = match ch | 0x20 {
                _ if ch == b'-' || ch == b'+' => {
                    off = ch == b'-';
                    self.pos += 1;
                    continue;
                }
                b'i' => Options::IGNORE_CASE,
                b'm' => Options::MULTILINE,
                b'n' => Options::EXPLICIT_CAPTURE,
                b's' => Options::SINGLELINE,
                b'x' => Options::IGNORE_PATTERN_WHITESPACE,
                _ => return,
            };
            self.options = if off { self.options.without(option) } else { self.options | option };
            self.pos += 1;
        }
    }
}
