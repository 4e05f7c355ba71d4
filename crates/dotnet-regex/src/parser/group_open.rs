//! What follows an opening parenthesis.

use super::cursor::ascii;
use super::{GroupKind, Parser};
use crate::char_class::is_boundary_word;
use crate::options::Options;
use crate::parse_error::{ParseError, ParseErrorKind};

impl Parser<'_> {
    /// The kind of group that begins after the `(` just read; `None` where it only changed options.
    pub(super) fn scan_group_open(&mut self) -> Result<Option<GroupKind>, ParseError> {
        if self.cursor.peek_ascii() != Some(b'?') || self.cursor.peek_at(1) == Some(b')') {
            return Ok(Some(self.unnamed_group()));
        }
        self.cursor.pos += 1;
        let Some(unit) = self.cursor.take() else { return Err(self.bad_group()) };
        Ok(Some(match ascii(unit) {
            b':' => GroupKind::Plain,
            b'=' => self.look(false, false),
            b'!' => self.look(true, false),
            b'>' => GroupKind::Atomic,
            b'\'' => self.scan_named_group(b'\'')?,
            b'<' => match self.cursor.peek_ascii() {
                Some(b'=') => {
                    self.cursor.pos += 1;
                    self.look(false, true)
                }
                Some(b'!') => {
                    self.cursor.pos += 1;
                    self.look(true, true)
                }
                _ => self.scan_named_group(b'>')?,
            },
            b'(' => self.scan_condition()?,
            _ => {
                self.cursor.pos -= 1;
                return self.scan_inline_options();
            }
        }))
    }

    fn bad_group(&self) -> ParseError {
        self.cursor.error(ParseErrorKind::InvalidGroupingConstruct)
    }

    fn unnamed_group(&mut self) -> GroupKind {
        if self.cursor.has(Options::EXPLICIT_CAPTURE) || self.ignore_next_paren {
            self.ignore_next_paren = false;
            return GroupKind::Plain;
        }
        let slot = self.groups.slot(self.next_number);
        self.next_number += 1;
        GroupKind::Capture { slot: Some(slot), balance: None }
    }

    fn look(&mut self, negated: bool, behind: bool) -> GroupKind {
        let options = self.cursor.options.without(Options::RIGHT_TO_LEFT);
        self.cursor.options = if behind { options | Options::RIGHT_TO_LEFT } else { options };
        GroupKind::Look { negated }
    }

    fn scan_inline_options(&mut self) -> Result<Option<GroupKind>, ParseError> {
        // the branches of a conditional may not change options
        if self.group.kind != GroupKind::IfMatch {
            self.cursor.scan_options();
        }
        match self.cursor.take().map(ascii) {
            Some(b')') => Ok(None),
            Some(b':') => Ok(Some(GroupKind::Plain)),
            _ => Err(self.bad_group()),
        }
    }

    /// Reads `name>`, `name-other>` or `-other>`, the opening bracket being read.
    fn scan_named_group(&mut self, close: u8) -> Result<GroupKind, ParseError> {
        let Some(first) = self.cursor.peek() else { return Err(self.bad_group()) };
        if close == b'\'' && matches!(ascii(first), b'=' | b'!') {
            self.cursor.pos += 1;
            return Err(self.bad_group());
        }
        let mut number = None;
        let mut balances = false;
        match ascii(first) {
            b'0'..=b'9' => {
                let written = self.cursor.scan_decimal()?;
                number = Some(written).filter(|&number| self.groups.has_number(number));
                self.check_name_end(&[close, b'-'])?;
                if number == Some(0) {
                    return Err(self.cursor.error(ParseErrorKind::CaptureGroupOfZero));
                }
            }
            b'-' => balances = true,
            _ if is_boundary_word(first) => {
                let name = self.cursor.scan_name();
                number = self.groups.number_of_name(name);
                self.check_name_end(&[close, b'-'])?;
            }
            _ => return Err(self.cursor.error(ParseErrorKind::CaptureGroupNameInvalid)),
        }
        let mut balance = None;
        let more = self.cursor.peek_ascii() == Some(b'-') && self.cursor.peek_at(1).is_some();
        if (number.is_some() || balances) && more {
            self.cursor.pos += 1;
            balance = Some(self.scan_balanced_group(close)?);
        }
        if (number.is_some() || balance.is_some()) && self.cursor.take_is(close) {
            let slot = |number| self.groups.slot(number);
            return Ok(GroupKind::Capture { slot: number.map(slot), balance: balance.map(slot) });
        }
        Err(self.bad_group())
    }

    /// Reads the group after the `-`, which has to exist.
    fn scan_balanced_group(&mut self, close: u8) -> Result<u32, ParseError> {
        let first = self.cursor.peek().unwrap_or_default();
        let number = if ascii(first).is_ascii_digit() {
            let number = self.cursor.scan_decimal()?;
            self.groups.defined_number(number, &self.cursor)?
        } else if is_boundary_word(first) {
            let name = self.cursor.scan_name();
            self.groups.defined_name(name, &self.cursor)?
        } else {
            return Err(self.cursor.error(ParseErrorKind::CaptureGroupNameInvalid));
        };
        self.check_name_end(&[close])?;
        Ok(number)
    }

    /// A name may end with the pattern; else one of `allowed` has to follow.
    fn check_name_end(&self, allowed: &[u8]) -> Result<(), ParseError> {
        match self.cursor.peek_ascii() {
            Some(ch) if !allowed.contains(&ch) => {
                Err(self.cursor.error(ParseErrorKind::CaptureGroupNameInvalid))
            }
            _ => Ok(()),
        }
    }

    /// Reads the condition of `(?(`: the number or name of a group, or, left unread, an expression.
    fn scan_condition(&mut self) -> Result<GroupKind, ParseError> {
        let start = self.cursor.pos;
        let first = self.cursor.peek().unwrap_or_default();
        if ascii(first).is_ascii_digit() {
            let number = self.cursor.scan_decimal()?;
            let kind = if self.cursor.take_is(b')') {
                if self.groups.has_number(number) {
                    return Ok(GroupKind::IfGroup { slot: self.groups.slot(number) });
                }
                ParseErrorKind::AlternationHasUndefinedReference
            } else {
                ParseErrorKind::AlternationHasMalformedReference
            };
            return Err(self.cursor.error_naming(kind, &number.to_string()));
        }
        if is_boundary_word(first) && !self.cursor.at_end() {
            let name = self.cursor.scan_name();
            if let Some(number) = self.groups.number_of_name(name)
                && self.cursor.take_is(b')')
            {
                return Ok(GroupKind::IfGroup { slot: self.groups.slot(number) });
            }
        }
        self.cursor.pos = start - 1;
        self.ignore_next_paren = true;
        if self.cursor.peek_at(1) == Some(b'?') {
            match (self.cursor.peek_at(2), self.cursor.peek_at(3)) {
                (Some(b'#'), _) => return Err(self.cursor.error(ParseErrorKind::AlternationHasComment)),
                (Some(b'\''), _) => {
                    return Err(self.cursor.error(ParseErrorKind::AlternationHasNamedCapture));
                }
                (Some(b'<'), Some(after)) if !matches!(after, b'!' | b'=') => {
                    return Err(self.cursor.error(ParseErrorKind::AlternationHasNamedCapture));
                }
                _ => {}
            }
        }
        Ok(GroupKind::IfMatch)
    }
}
