//! What a backslash begins outside of a class: anchors, classes, back references and codes.

use super::Parser;
use super::class::scan_property;
use super::cursor::{Cursor, ascii};
use super::groups::GroupTable;
use crate::char_class::{SetBuilder, Shorthand, is_boundary_word};
use crate::options::Options;
use crate::parse_error::{ParseError, ParseErrorKind};
use crate::tree::{Assertion, Node, NodeId};

/// What a backslash that is no anchor or class stands for.
pub(super) enum Escaped {
    /// The back reference to the group of this number.
    Group(u32),
    Unit(u16),
}

impl Parser<'_> {
    /// Reads what follows a backslash; there is something.
    pub(super) fn scan_backslash(&mut self) -> Result<NodeId, ParseError> {
        let ecma_script = self.cursor.has(Options::ECMA_SCRIPT);
        let letter = self.cursor.peek_ascii().unwrap_or_default();
        let assertion = match letter {
            b'b' => Assertion::Boundary { negated: false, ecma_script },
            b'B' => Assertion::Boundary { negated: true, ecma_script },
            b'A' => Assertion::Beginning,
            b'G' => Assertion::SearchStart,
            b'Z' => Assertion::EndOrNewline,
            b'z' => Assertion::End,
            b'p' | b'P' => {
                self.cursor.pos += 1;
                return self.scan_property_atom(letter == b'P');
            }
            _ => {
                if let Some(class) = shorthand(letter) {
                    self.cursor.pos += 1;
                    return Ok(self.set(class.set(ecma_script, letter.is_ascii_uppercase()).clone()));
                }
                return self.scan_reference_or_code();
            }
        };
        self.cursor.pos += 1;
        Ok(self.assertion(assertion))
    }

    fn scan_property_atom(&mut self, negated: bool) -> Result<NodeId, ParseError> {
        let mut set = SetBuilder::default();
        let ignore_case = self.cursor.has(Options::IGNORE_CASE);
        scan_property(&mut self.cursor, negated, ignore_case, Some(&mut set))?;
        Ok(self.set(set.build(None)))
    }

    fn scan_reference_or_code(&mut self) -> Result<NodeId, ParseError> {
        match scan_escaped(&mut self.cursor, Some(&self.groups))? {
            Some(Escaped::Unit(unit)) => Ok(self.one(unit)),
            Some(Escaped::Group(number)) => {
                let node = Node::Backreference {
                    slot: self.groups.slot(number),
                    ignore_case: self.cursor.has(Options::IGNORE_CASE),
                    ecma_script: self.cursor.has(Options::ECMA_SCRIPT),
                    rtl: self.cursor.has(Options::RIGHT_TO_LEFT),
                };
                Ok(self.tree.push(node))
            }
            // only a pass without groups gives none
            None => Ok(self.tree.push(Node::Empty)),
        }
    }
}

/// The class of the letters `w d s` and of their opposites.
pub(super) fn shorthand(letter: u8) -> Option<Shorthand> {
    match letter {
        b'w' | b'W' => Some(Shorthand::Word),
        b'd' | b'D' => Some(Shorthand::Digit),
        b's' | b'S' => Some(Shorthand::Space),
        _ => None,
    }
}

/// Moves past what a backslash begins, for the pass that counts groups.
pub(super) fn skip_backslash(cursor: &mut Cursor<'_>, groups: &GroupTable) -> Result<(), ParseError> {
    match cursor.peek_ascii() {
        Some(b'p' | b'P') => cursor.pos += 1,
        Some(b'b' | b'B' | b'A' | b'G' | b'Z' | b'z') => cursor.pos += 1,
        Some(letter) if shorthand(letter).is_some() => cursor.pos += 1,
        _ if cursor.has(Options::ECMA_SCRIPT) => {
            scan_escaped(cursor, Some(groups))?;
        }
        _ => {
            scan_escaped(cursor, None)?;
        }
    }
    Ok(())
}

/// Reads a back reference or a code. Without `groups` any back reference is taken for good, and `None` is given.
fn scan_escaped(cursor: &mut Cursor<'_>, groups: Option<&GroupTable>) -> Result<Option<Escaped>, ParseError> {
    let back = cursor.pos;
    let close = scan_reference_open(cursor)?;
    let unit = cursor.peek().unwrap_or_default();
    match (close, ascii(unit)) {
        (Some(close), b'0'..=b'9') => {
            let number = cursor.scan_decimal()?;
            if cursor.take_is(close) {
                let Some(groups) = groups else { return Ok(None) };
                return groups.defined_number(number, cursor).map(|number| Some(Escaped::Group(number)));
            }
        }
        (None, b'1'..=b'9') if cursor.has(Options::ECMA_SCRIPT) => {
            if let Some(number) = groups.and_then(|groups| scan_ecma_script_reference(cursor, groups)) {
                return Ok(Some(Escaped::Group(number)));
            }
        }
        (None, b'1'..=b'9') => {
            let number = cursor.scan_decimal()?;
            let Some(groups) = groups else { return Ok(None) };
            // a number of two digits that is no group's is an octal code
            if groups.has_number(number) || number <= 9 {
                return groups.defined_number(number, cursor).map(|number| Some(Escaped::Group(number)));
            }
        }
        (Some(close), _) if is_boundary_word(unit) => {
            let name = cursor.scan_name();
            if cursor.take_is(close) {
                let Some(groups) = groups else { return Ok(None) };
                return groups.defined_name(name, cursor).map(|number| Some(Escaped::Group(number)));
            }
        }
        _ => {}
    }
    cursor.pos = back;
    cursor.scan_escape_code().map(|unit| Some(Escaped::Unit(unit)))
}

/// Reads `k<`, `k'`, `<` or `'` and gives the bracket that closes it.
fn scan_reference_open(cursor: &mut Cursor<'_>) -> Result<Option<u8>, ParseError> {
    let closing = |open| match open {
        Some(b'<') => Some(b'>'),
        Some(b'\'') => Some(b'\''),
        _ => None,
    };
    if cursor.peek_ascii() == Some(b'k') {
        let close = closing(cursor.peek_at(1));
        if cursor.peek_at(1).is_some() {
            cursor.pos += 2;
        }
        if close.is_none() || cursor.at_end() {
            return Err(cursor.error(ParseErrorKind::MalformedNamedReference));
        }
        return Ok(close);
    }
    let close = closing(cursor.peek_ascii()).filter(|_| cursor.peek_at(1).is_some());
    cursor.pos += usize::from(close.is_some());
    Ok(close)
}

/// The longest run of digits that is the number of a group which began before; the place is then after the last digit
/// that was tried.
fn scan_ecma_script_reference(cursor: &mut Cursor<'_>, groups: &GroupTable) -> Option<u32> {
    let before = cursor.pos - 1;
    let mut found = None;
    let mut number = 0u32;
    while let Some(digit @ b'0'..=b'9') = cursor.peek_ascii() {
        number = number.saturating_mul(10).saturating_add(u32::from(digit - b'0'));
        if number > groups.top() {
            break;
        }
        if groups.position(number).is_some_and(|position| position < before) {
            found = Some(number);
        }
        cursor.pos += 1;
    }
    found
}
