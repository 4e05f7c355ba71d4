//! PowerShell's wildcards: `*`, `?`, `[a-z]` and the backtick that takes their meaning away.

use crate::error::{Error, Result};
use crate::ops::Case;
use crate::string::{PsString, fold_unit};

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Wildcard {
    case: Case,
    shape: Shape,
}

#[derive(Clone, Debug)]
enum Shape {
    /// Nothing but literal ASCII between stars: `abc`, `abc*`, `*abc`, `*abc*`.
    Literal {
        text: Box<[u8]>,
        open_start: bool,
        open_end: bool,
    },
    General(Box<[Element]>),
}

#[derive(Clone, Debug)]
enum Element {
    Unit(u16),
    Any,
    Star,
    Set(Box<[(u16, u16)]>),
}

const STAR: u16 = b'*' as u16;
const QUESTION: u16 = b'?' as u16;
const OPEN: u16 = b'[' as u16;
const CLOSE: u16 = b']' as u16;
const TICK: u16 = b'`' as u16;
const DASH: u16 = b'-' as u16;

impl Wildcard {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// `WildcardPatternException` for a `[` that is never closed or a range that runs backwards.
    pub fn new(pattern: &PsString, case: Case) -> Result<Wildcard> {
        let elements = parse(pattern)?;
        Ok(Wildcard { case, shape: literal(&elements).unwrap_or_else(|| Shape::General(elements.into())) })
    }

    /// Whether the whole of `text` matches.
    pub fn matches(&self, text: &PsString) -> bool {
        match &self.shape {
            Shape::Literal { text: literal, open_start, open_end } if text.is_ascii() => {
                self.matches_literal(literal, *open_start, *open_end, text.as_wtf8())
            }
            Shape::Literal { text: literal, open_start, open_end } => {
                let star = |open: bool| open.then_some(Element::Star);
                let units = literal.iter().map(|&byte| Element::Unit(u16::from(byte)));
                let elements: Vec<Element> =
                    star(*open_start).into_iter().chain(units).chain(star(*open_end)).collect();
                self.matches_general(&elements, &text.units())
            }
            Shape::General(elements) => self.matches_general(elements, &text.units()),
        }
    }

    fn matches_literal(&self, literal: &[u8], open_start: bool, open_end: bool, text: &[u8]) -> bool {
        let same = |part: &[u8]| match self.case {
            Case::Ignore => part.eq_ignore_ascii_case(literal),
            Case::Heed => part == literal,
        };
        if text.len() < literal.len() {
            return false;
        }
        match (open_start, open_end) {
            (false, false) => text.len() == literal.len() && same(text),
            (false, true) => same(&text[..literal.len()]),
            (true, false) => same(&text[text.len() - literal.len()..]),
            (true, true) => literal.is_empty() || text.windows(literal.len()).any(same),
        }
    }

    /// Backtracks to the last star only, so that the work is bounded by the product of the lengths.
    fn matches_general(&self, elements: &[Element], text: &[u16]) -> bool {
        let (mut at, mut position) = (0, 0);
        let mut retry: Option<(usize, usize)> = None;
        while position < text.len() {
            match elements.get(at) {
                Some(Element::Star) => {
                    at += 1;
                    retry = Some((at, position));
                }
                Some(element) if self.matches_unit(element, text[position]) => {
                    at += 1;
                    position += 1;
                }
                _ => match retry {
                    Some((after_star, from)) => {
                        at = after_star;
                        position = from + 1;
                        retry = Some((after_star, position));
                    }
                    None => return false,
                },
            }
        }
        elements[at..].iter().all(|element| matches!(element, Element::Star))
    }

    fn matches_unit(&self, element: &Element, unit: u16) -> bool {
        match element {
            Element::Any => true,
            Element::Star => false,
            Element::Unit(wanted) => {
                *wanted == unit || self.case == Case::Ignore && fold_unit(*wanted) == fold_unit(unit)
            }
            Element::Set(ranges) => {
                let inside = |unit: u16| ranges.iter().any(|&(low, high)| (low..=high).contains(&unit));
                inside(unit)
                    || self.case == Case::Ignore && (inside(fold_unit(unit)) || inside(lower_unit(unit)))
            }
        }
    }
}

fn lower_unit(unit: u16) -> u16 {
    let Some(c) = char::from_u32(u32::from(unit)) else { return unit };
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => u16::try_from(u32::from(one)).unwrap_or(unit),
        _ => unit,
    }
}

fn invalid(pattern: &PsString) -> Error {
    let message = format!("The specified wildcard character pattern is not valid: {pattern}");
    Error::new("System.Management.Automation.WildcardPatternException", message).id("RuntimeException")
}

fn parse(pattern: &PsString) -> Result<Vec<Element>> {
    let units = pattern.units();
    let mut elements = Vec::with_capacity(units.len());
    let mut at = 0;
    while at < units.len() {
        let unit = units[at];
        at += 1;
        match unit {
            STAR => {
                if !matches!(elements.last(), Some(Element::Star)) {
                    elements.push(Element::Star);
                }
            }
            QUESTION => elements.push(Element::Any),
            OPEN => {
                let (set, next) = parse_set(&units, at).ok_or_else(|| invalid(pattern))?;
                elements.push(Element::Set(set.into()));
                at = next;
            }
            TICK if at < units.len() => {
                elements.push(Element::Unit(units[at]));
                at += 1;
            }
            // A backtick with nothing behind it stands for itself, unless it is all there is.
            TICK if units.len() == 1 => {}
            _ => elements.push(Element::Unit(unit)),
        }
    }
    Ok(elements)
}

/// The ranges of a set whose `[` lies before `at`, and where the pattern goes on.
fn parse_set(units: &[u16], mut at: usize) -> Option<(Vec<(u16, u16)>, usize)> {
    // A set is never empty: a first `]` belongs to it.
    let mut listed: Vec<(u16, bool)> = Vec::new();
    loop {
        let unit = *units.get(at)?;
        at += 1;
        match unit {
            CLOSE if !listed.is_empty() => break,
            TICK => {
                listed.push((*units.get(at)?, true));
                at += 1;
            }
            _ => listed.push((unit, false)),
        }
    }
    let mut ranges = Vec::new();
    let mut index = 0;
    while index < listed.len() {
        let low = listed[index].0;
        if index + 2 < listed.len() && listed[index + 1] == (DASH, false) {
            let high = listed[index + 2].0;
            if high < low {
                return None;
            }
            ranges.push((low, high));
            index += 3;
        } else {
            ranges.push((low, low));
            index += 1;
        }
    }
    Some((ranges, at))
}

fn literal(elements: &[Element]) -> Option<Shape> {
    let open_start = matches!(elements.first(), Some(Element::Star));
    let open_end = elements.len() > 1 && matches!(elements.last(), Some(Element::Star))
        || elements.len() == 1 && open_start;
    let inner = if elements.len() == 1 && open_start {
        &[]
    } else {
        &elements[usize::from(open_start)..elements.len() - usize::from(open_end)]
    };
    let text = inner
        .iter()
        .map(|element| match element {
            Element::Unit(unit) if *unit < 0x80 => Some(*unit as u8),
            _ => None,
        })
        .collect::<Option<Vec<u8>>>()?;
    Some(Shape::Literal { text: text.into(), open_start, open_end })
}

/// Whether `*`, `?` or `[` stands in `text` with its special meaning.
pub fn has_wildcards(text: &PsString) -> bool {
    let mut escaped = false;
    text.as_wtf8().iter().any(|&byte| {
        let special = !escaped && matches!(byte, b'*' | b'?' | b'[' | b']');
        escaped = !escaped && byte == b'`';
        special
    })
}

/// The pattern that matches `text` alone.
pub fn escape(text: &PsString) -> PsString {
    let mut out = Vec::with_capacity(text.len());
    for &byte in text.as_wtf8() {
        if matches!(byte, b'*' | b'?' | b'[' | b']' | b'`') {
            out.push(b'`');
        }
        out.push(byte);
    }
    PsString::from_wtf8(out)
}

/// `text` without the backticks that protect wildcards.
pub fn unescape(text: &PsString) -> PsString {
    let bytes = text.as_wtf8();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let protects =
            bytes[at] == b'`' && matches!(bytes.get(at + 1), Some(b'*' | b'?' | b'[' | b']' | b'`'));
        at += usize::from(protects);
        out.push(bytes[at]);
        at += 1;
    }
    PsString::from_wtf8(out)
}
