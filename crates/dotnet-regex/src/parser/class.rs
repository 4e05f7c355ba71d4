//! `[...]` and `\p{...}`.

use super::backslash::shorthand;
use super::cursor::{Cursor, ascii};
use crate::char_class::{CharSet, SetBuilder, is_boundary_word};
use crate::options::{CaseBehavior, Options};
use crate::parse_error::{ParseError, ParseErrorKind};

/// The class whose `]` is awaited.
#[derive(Default)]
struct OpenClass {
    set: SetBuilder,
    /// What stands before the `-` of a range that is being read.
    range_start: Option<u16>,
    /// No character has been read: a `]` here stands for itself.
    first: bool,
}

struct ClassScanner<'c, 'p> {
    cursor: &'c mut Cursor<'p>,
    ignore_case: Option<CaseBehavior>,
    /// Only to get past the class: its meaning is not checked, as the first pass of .NET does not.
    skip: bool,
    class: OpenClass,
    /// Classes that the current one is subtracted from.
    outer: Vec<OpenClass>,
}

/// Reads a class whose `[` is read.
pub(super) fn scan_class(
    cursor: &mut Cursor<'_>,
    ignore_case: Option<CaseBehavior>,
) -> Result<CharSet, ParseError> {
    ClassScanner { cursor, ignore_case, skip: false, class: OpenClass::default(), outer: Vec::new() }.scan()
}

/// Moves past a class whose `[` is read.
pub(super) fn skip_class(cursor: &mut Cursor<'_>) -> Result<(), ParseError> {
    let class = OpenClass::default();
    ClassScanner { cursor, ignore_case: None, skip: true, class, outer: Vec::new() }.scan().map(drop)
}

impl ClassScanner<'_, '_> {
    fn scan(mut self) -> Result<CharSet, ParseError> {
        self.open();
        loop {
            let Some(unit) = self.cursor.take() else {
                return Err(self.cursor.error(ParseErrorKind::UnterminatedBracket));
            };
            if unit == u16::from(b']') && !self.class.first {
                if let Some(set) = self.close()? {
                    return Ok(set);
                }
                continue;
            }
            let opened = if unit == u16::from(b'\\') && !self.cursor.at_end() {
                match self.scan_escape()? {
                    Some(code) => self.push(code, true)?,
                    None => false,
                }
            } else {
                self.push(unit, false)?
            };
            if !opened {
                self.class.first = false;
            }
        }
    }

    /// Begins the class after a `[`.
    fn open(&mut self) {
        self.class.first = true;
        if self.cursor.peek_ascii() == Some(b'^') {
            self.cursor.pos += 1;
            self.class.set.negate();
            if self.cursor.has(Options::ECMA_SCRIPT) && self.cursor.peek_ascii() == Some(b']') {
                self.class.first = false;
            }
        }
    }

    fn open_subtracted(&mut self) {
        self.class.first = false;
        self.outer.push(std::mem::take(&mut self.class));
        self.open();
    }

    /// Ends the class; gives the set of the outermost one.
    fn close(&mut self) -> Result<Option<CharSet>, ParseError> {
        let closed = std::mem::take(&mut self.class);
        let set = closed.set.build(self.ignore_case);
        let Some(outer) = self.outer.pop() else { return Ok(Some(set)) };
        self.class = outer;
        self.class.set.subtract(set);
        match self.cursor.peek_ascii() {
            Some(ch) if ch != b']' && !self.skip => {
                Err(self.cursor.error(ParseErrorKind::ExclusionGroupNotLast))
            }
            _ => Ok(None),
        }
    }

    /// Reads what follows a backslash: a code is given, a class or a hyphen is added.
    fn scan_escape(&mut self) -> Result<Option<u16>, ParseError> {
        let letter = self.cursor.peek_ascii().unwrap_or_default();
        if let Some(class) = shorthand(letter) {
            self.cursor.pos += 1;
            self.check_no_range(letter)?;
            if !self.skip {
                let ecma_script = self.cursor.has(Options::ECMA_SCRIPT);
                self.class.set.push_shorthand(class, ecma_script, letter.is_ascii_uppercase());
            }
            return Ok(None);
        }
        match letter {
            b'p' | b'P' => {
                self.cursor.pos += 1;
                self.check_no_range(letter)?;
                let set = (!self.skip).then_some(&mut self.class.set);
                scan_property(self.cursor, letter == b'P', self.ignore_case.is_some(), set)?;
                Ok(None)
            }
            b'-' => {
                self.cursor.pos += 1;
                if !self.skip {
                    let hyphen = u16::from(b'-');
                    let first = self.class.range_start.take().unwrap_or(hyphen);
                    self.push_range(first, hyphen)?;
                }
                Ok(None)
            }
            _ => self.cursor.scan_escape_code().map(Some),
        }
    }

    fn check_no_range(&self, letter: u8) -> Result<(), ParseError> {
        if self.class.range_start.is_none() || self.skip {
            return Ok(());
        }
        let letter = char::from(letter).to_string();
        Err(self.cursor.error_naming(ParseErrorKind::ShorthandClassInCharacterRange, &letter))
    }

    fn push_range(&mut self, first: u16, last: u16) -> Result<(), ParseError> {
        if first > last {
            return Err(self.cursor.error(ParseErrorKind::ReversedCharacterRange));
        }
        if !self.skip {
            self.class.set.push_range(first, last);
        }
        Ok(())
    }

    /// Adds a unit, or makes it the begin or the end of a range. Gives whether it began a subtraction instead.
    fn push(&mut self, unit: u16, escaped: bool) -> Result<bool, ParseError> {
        let opens = |unit: u16| unit == u16::from(b'[');
        if let Some(start) = self.class.range_start.take() {
            if self.skip {
                return Ok(false);
            }
            if opens(unit) && !escaped && !self.class.first {
                // what looked like a range is the unit and a subtraction
                self.push_range(start, start)?;
                self.open_subtracted();
                return Ok(true);
            }
            self.push_range(start, unit)?;
            return Ok(false);
        }
        let hyphen = self.cursor.peek_ascii() == Some(b'-');
        if hyphen && self.cursor.peek_at(1).is_some_and(|ch| ch != b']') {
            self.class.range_start = Some(unit);
            self.cursor.pos += 1;
        } else if ascii(unit) == b'-'
            && !escaped
            && !self.class.first
            && self.cursor.peek().is_some_and(opens)
        {
            self.cursor.pos += 1;
            self.open_subtracted();
            return Ok(true);
        } else {
            self.push_range(unit, unit)?;
        }
        Ok(false)
    }
}

/// Reads the `{name}` of a `\p` and adds what it matches to `set`; without a set any name will do.
pub(super) fn scan_property(
    cursor: &mut Cursor<'_>,
    negated: bool,
    ignore_case: bool,
    set: Option<&mut SetBuilder>,
) -> Result<(), ParseError> {
    if cursor.peek_at(2).is_none() {
        return Err(cursor.error(ParseErrorKind::InvalidUnicodePropertyEscape));
    }
    if !cursor.take_is(b'{') {
        return Err(cursor.error(ParseErrorKind::MalformedUnicodePropertyEscape));
    }
    let start = cursor.pos;
    while cursor.peek().is_some_and(|unit| is_boundary_word(unit) || ascii(unit) == b'-') {
        cursor.pos += 1;
    }
    let name = String::from_utf16_lossy(&cursor.pattern[start..cursor.pos]);
    if !cursor.take_is(b'}') {
        return Err(cursor.error(ParseErrorKind::InvalidUnicodePropertyEscape));
    }
    if set.is_none_or(|set| set.push_property(&name, negated, ignore_case)) {
        return Ok(());
    }
    Err(cursor.error_naming(ParseErrorKind::UnrecognizedUnicodeProperty, &name))
}
