//! The first pass: finds the groups, so that a reference may come before its group.

use super::Cursor;
use super::backslash::skip_backslash;
use super::class::skip_class;
use super::groups::GroupTable;
use crate::char_class::is_boundary_word;
use crate::options::Options;
use crate::parse_error::ParseError;

struct Counter<'p> {
    cursor: Cursor<'p>,
    groups: GroupTable,
    next_number: u32,
    saved_options: Vec<Options>,
    ignore_next_paren: bool,
}

/// Finds the groups of `pattern` and gives each name its number.
pub(super) fn count_groups(pattern: &[u16], options: Options) -> Result<GroupTable, ParseError> {
    let mut counter = Counter {
        cursor: Cursor::new(pattern, options),
        groups: GroupTable::default(),
        next_number: 1,
        saved_options: Vec::new(),
        ignore_next_paren: false,
    };
    counter.groups.note_number(0, 0);
    while let Some(ch) = counter.cursor.peek_ascii() {
        let position = counter.cursor.pos;
        counter.cursor.pos += 1;
        counter.step(ch, position)?;
    }
    counter.groups.assign_names(counter.next_number);
    Ok(counter.groups)
}

impl Counter<'_> {
    fn step(&mut self, ch: u8, position: usize) -> Result<(), ParseError> {
        match ch {
            b'\\' if !self.cursor.at_end() => {
                return skip_backslash(&mut self.cursor, &self.groups);
            }
            b'#' if self.cursor.has(Options::IGNORE_PATTERN_WHITESPACE) => {
                self.cursor.pos = position;
                self.cursor.skip_blank()?;
            }
            b'[' => skip_class(&mut self.cursor)?,
            b')' => {
                if let Some(options) = self.saved_options.pop() {
                    self.cursor.options = options;
                }
            }
            b'(' => {
                self.cursor.pos = position;
                if self.cursor.at_comment() {
                    self.cursor.skip_blank()?;
                    self.ignore_next_paren = false;
                } else {
                    self.cursor.pos += 1;
                    self.open(position)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, position: usize) -> Result<(), ParseError> {
        self.saved_options.push(self.cursor.options);
        if self.cursor.peek_ascii() != Some(b'?') {
            if !self.cursor.has(Options::EXPLICIT_CAPTURE) && !self.ignore_next_paren {
                self.groups.note_number(self.next_number, position);
                self.next_number += 1;
            }
            self.ignore_next_paren = false;
            return Ok(());
        }
        self.cursor.pos += 1;
        if matches!(self.cursor.peek_ascii(), Some(b'<' | b'\'')) && self.cursor.peek_at(1).is_some() {
            self.cursor.pos += 1;
            self.note_named_group(position)?;
        } else {
            self.cursor.scan_options();
            match self.cursor.peek_ascii() {
                Some(b')') => {
                    self.cursor.pos += 1;
                    self.saved_options.pop();
                }
                Some(b'(') => {
                    self.ignore_next_paren = true;
                    return Ok(());
                }
                _ => {}
            }
        }
        self.ignore_next_paren = false;
        Ok(())
    }

    fn note_named_group(&mut self, position: usize) -> Result<(), ParseError> {
        match self.cursor.peek() {
            Some(first) if first == u16::from(b'0') || !is_boundary_word(first) => {}
            Some(first) if (u16::from(b'1')..=u16::from(b'9')).contains(&first) => {
                let number = self.cursor.scan_decimal()?;
                self.groups.note_number(number, position);
            }
            _ => {
                let name = self.cursor.scan_name();
                self.groups.note_name(name, position);
            }
        }
        Ok(())
    }
}
