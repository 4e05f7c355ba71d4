//! Replacement patterns (`$1`, `${name}`, `$&`, ...) and `Regex.Replace`.

use std::convert::From;

use crate::captures::Captures;
use crate::char_class::is_boundary_word;
use crate::options::Options;
use crate::parse_error::{ParseError, ParseErrorKind};
use crate::parser::Cursor;
use crate::poll::{MatchError, Poll};
use crate::regex::Regex;
use crate::subject::{Span, Subject};
use crate::wtf8;

/// A replacement pattern, parsed for one [`Regex`].
#[derive(Clone, Debug)]
pub struct Replacement {
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
enum Part {
    /// WTF-8.
    Literal(Vec<u8>),
    Group(usize),
    /// `` $` ``
    Before,
    /// `$'`
    After,
    /// `$+`
    LastGroup,
    /// `$_`
    Whole,
}

impl Replacement {
    /// Parses a WTF-8 replacement pattern for `regex`. What it cannot read stands for itself.
    ///
    /// # Errors
    /// A group number above `Int32.MaxValue`.
    pub fn new(regex: &Regex, pattern: &[u8]) -> Result<Self, ParseError> {
        let units = wtf8::decode(pattern);
        let mut cursor = Cursor::new(&units, regex.options());
        let mut parts = Vec::new();
        let mut literal = Vec::new();
        while let Some(unit) = cursor.take() {
            let part = if unit == u16::from(b'$') {
                scan_dollar(&mut cursor, regex)?
            } else {
                Some(Dollar::Unit(unit))
            };
            match part {
                Some(Dollar::Unit(unit)) => literal.push(unit),
                None => literal.push(unit),
                Some(Dollar::Part(part)) => {
                    push_literal(&mut parts, &mut literal);
                    parts.push(part);
                }
            }
        }
        push_literal(&mut parts, &mut literal);
        Ok(Self { parts })
    }

    /// Appends to `out` what replaces one match of `subject`, as WTF-8: also `Match.Result`.
    pub fn expand(&self, subject: Subject<'_>, captures: &Captures, out: &mut Vec<u8>) {
        let whole = captures.span();
        for part in &self.parts {
            let span = match *part {
                Part::Literal(ref text) => {
                    wtf8::append(text, out);
                    continue;
                }
                Part::Group(slot) => captures.group(slot),
                Part::Before => Some(Span { start: 0, len: whole.start }),
                Part::After => Some(Span { start: whole.end(), len: subject.len() - whole.end() }),
                Part::LastGroup => captures.group(captures.slots() - 1),
                Part::Whole => Some(Span { start: 0, len: subject.len() }),
            };
            if let Some(span) = span {
                subject.push_span(span, out);
            }
        }
    }
}

fn push_literal(parts: &mut Vec<Part>, literal: &mut Vec<u16>) {
    if !literal.is_empty() {
        let mut text = Vec::with_capacity(literal.len());
        wtf8::encode_into(literal, &mut text);
        parts.push(Part::Literal(text));
        literal.clear();
    }
}

enum Dollar {
    Unit(u16),
    Part(Part),
}

/// Reads what follows a dollar; `None`, with nothing read, where the dollar stands for itself.
fn scan_dollar(cursor: &mut Cursor<'_>, regex: &Regex) -> Result<Option<Dollar>, ParseError> {
    let back = cursor.pos;
    let Some(mut ch) = cursor.peek_ascii() else { return Ok(None) };
    let braced = ch == b'{' && cursor.peek_at(1).is_some();
    if braced {
        cursor.pos += 1;
        ch = cursor.peek_ascii().unwrap_or_default();
    }
    let slot = if ch.is_ascii_digit() {
        if !braced && cursor.has(Options::ECMA_SCRIPT) {
            scan_ecma_script_number(cursor, regex)?
        } else {
            let number = cursor.scan_decimal()?;
            let closed = !braced || cursor.take_is(b'}');
            regex.group_slot(number).filter(|_| closed)
        }
    } else if braced && cursor.peek().is_some_and(is_boundary_word) {
        let name = cursor.scan_name();
        let closed = cursor.take_is(b'}');
        let number = regex.groups().number_of_given_name(name).filter(|_| closed);
        number.and_then(|number| regex.group_slot(number))
    } else if braced {
        None
    } else {
        let part = match ch {
            b'$' => Dollar::Unit(u16::from(b'$')),
            b'&' => Dollar::Part(Part::Group(0)),
            b'`' => Dollar::Part(Part::Before),
            b'\'' => Dollar::Part(Part::After),
            b'+' => Dollar::Part(Part::LastGroup),
            b'_' => Dollar::Part(Part::Whole),
            _ => return Ok(None),
        };
        cursor.pos += 1;
        return Ok(Some(part));
    };
    if slot.is_none() {
        cursor.pos = back;
    }
    Ok(slot.map(|slot| Dollar::Part(Part::Group(slot))))
}

/// ECMAScript takes the longest run of digits that is a group's number.
fn scan_ecma_script_number(cursor: &mut Cursor<'_>, regex: &Regex) -> Result<Option<usize>, ParseError> {
    let mut found = None;
    let mut number = 0u64;
    while let Some(digit @ b'0'..=b'9') = cursor.peek_ascii() {
        number = number * 10 + u64::from(digit - b'0');
        if number > i32::MAX as u64 {
            return Err(cursor.error(ParseErrorKind::QuantifierOrCaptureGroupOutOfRange));
        }
        cursor.pos += 1;
        if let Some(slot) = regex.group_slot(number as u32) {
            found = Some((slot, cursor.pos));
        }
    }
    if let Some((_, end)) = found {
        cursor.pos = end;
    }
    Ok(found.map(|(slot, _)| slot))
}

impl Regex {
    /// `Regex.Replace(input, replacement, count, startat)`: replaces the first `count` matches (all where `None`)
    /// and gives the new text as WTF-8, or `None` where nothing matched.
    ///
    /// # Errors
    /// As [`Regex::is_match`].
    pub fn replace(
        &self,
        subject: Subject<'_>,
        replacement: &Replacement,
        count: Option<usize>,
        start: usize,
        poll: &dyn Poll,
    ) -> Result<Option<Vec<u8>>, MatchError> {
        self.replace_with(subject, count, start, poll, |captures, out| {
            replacement.expand(subject, captures, out);
            Ok(())
        })
    }

    /// As [`Regex::replace`], with what `evaluate` appends for each match: `Regex.Replace` with a `MatchEvaluator`.
    /// Matches come in the order of the search.
    ///
    /// # Errors
    /// As [`Regex::is_match`], and the first error of `evaluate`.
    pub fn replace_with<E: From<MatchError>>(
        &self,
        subject: Subject<'_>,
        count: Option<usize>,
        start: usize,
        poll: &dyn Poll,
        mut evaluate: impl FnMut(&Captures, &mut Vec<u8>) -> Result<(), E>,
    ) -> Result<Option<Vec<u8>>, E> {
        // what replaces each match, and where it stood
        let mut replaced: Vec<(Span, Vec<u8>)> = Vec::new();
        let mut matches = self.matches(subject, start, poll);
        while count.is_none_or(|count| replaced.len() < count) {
            let Some(captures) = matches.next().transpose()? else { break };
            let mut text = Vec::new();
            evaluate(&captures, &mut text)?;
            replaced.push((captures.span(), text));
        }
        if replaced.is_empty() {
            return Ok(None);
        }
        if self.right_to_left() {
            replaced.reverse();
        }
        let mut out = Vec::with_capacity(subject.len());
        let mut kept = 0;
        for (span, text) in replaced {
            subject.push_span(Span { start: kept, len: span.start - kept }, &mut out);
            wtf8::append(&text, &mut out);
            kept = span.end();
        }
        subject.push_span(Span { start: kept, len: subject.len() - kept }, &mut out);
        Ok(Some(out))
    }
}
