//! Quantifiers: `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}` and their lazy forms.

use super::Parser;
use crate::parse_error::{ParseError, ParseErrorKind};
use crate::tree::INFINITE;

impl Parser<'_> {
    /// Adds the pending item, with the quantifier that may follow. Gives whether one did.
    pub(super) fn scan_quantifier(&mut self) -> Result<bool, ParseError> {
        self.cursor.skip_blank()?;
        let Some(unit) = self.unit.take() else { return Ok(false) };
        if !self.cursor.at_quantifier() {
            self.group.concat.push(unit);
            return Ok(false);
        }
        let (min, max) = match self.cursor.take().map(super::cursor::ascii) {
            Some(b'*') => (0, INFINITE),
            Some(b'+') => (1, INFINITE),
            Some(b'?') => (0, 1),
            _ => self.scan_bounds()?,
        };
        self.cursor.skip_blank()?;
        let lazy = self.cursor.peek_ascii() == Some(b'?');
        self.cursor.pos += usize::from(lazy);
        if min > max {
            return Err(self.cursor.error(ParseErrorKind::ReversedQuantifierRange));
        }
        let repeated = self.tree.repeat(unit, lazy, min, max);
        self.group.concat.push(repeated);
        Ok(true)
    }

    /// Reads the rest of `{n}`, `{n,}` or `{n,m}`, whose form has been checked.
    fn scan_bounds(&mut self) -> Result<(u32, u32), ParseError> {
        let min = self.cursor.scan_decimal()?;
        let mut max = min;
        if self.cursor.peek_ascii() == Some(b',') {
            self.cursor.pos += 1;
            let open = self.cursor.peek_ascii() == Some(b'}');
            max = if open { INFINITE } else { self.cursor.scan_decimal()? };
        }
        self.cursor.pos += 1;
        Ok((min, max))
    }

    /// The error of a quantifier that has nothing to repeat; `nested` where another stands before it.
    pub(super) fn misplaced_quantifier(&self, quantifier: u8, nested: bool) -> ParseError {
        let kind = if nested {
            ParseErrorKind::NestedQuantifiersNotParenthesized
        } else {
            ParseErrorKind::QuantifierAfterNothing
        };
        self.cursor.error_naming(kind, &char::from(quantifier).to_string())
    }
}
