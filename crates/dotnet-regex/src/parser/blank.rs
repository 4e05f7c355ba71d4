//! White space and comments in a pattern.

use super::cursor::{Cursor, is_space};
use crate::options::Options;
use crate::parse_error::{ParseError, ParseErrorKind};

impl Cursor<'_> {
    /// Skips `(?#...)` comments and, where the option says so, white space and `#` comments.
    pub(super) fn skip_blank(&mut self) -> Result<(), ParseError> {
        loop {
            let extended = self.has(Options::IGNORE_PATTERN_WHITESPACE);
            while extended && self.peek_ascii().is_some_and(is_space) {
                self.pos += 1;
            }
            if extended && self.peek_ascii() == Some(b'#') {
                self.pos = self.find(b'\n').unwrap_or(self.pattern.len());
            } else if self.at_comment() {
                let Some(end) = self.find(b')') else {
                    self.pos = self.pattern.len();
                    return Err(self.error(ParseErrorKind::UnterminatedComment));
                };
                self.pos = end + 1;
            } else {
                return Ok(());
            }
        }
    }

    pub(super) fn at_comment(&self) -> bool {
        (self.peek_at(0), self.peek_at(1), self.peek_at(2)) == (Some(b'('), Some(b'?'), Some(b'#'))
    }

    fn find(&self, wanted: u8) -> Option<usize> {
        let rest = &self.pattern[self.pos..];
        rest.iter().position(|&unit| unit == u16::from(wanted)).map(|offset| self.pos + offset)
    }
}
