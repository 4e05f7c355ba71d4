//! The search for the first place that matches.

use crate::captures::Captures;
use crate::matcher::Matcher;
use crate::poll::{MatchError, Poll};
use crate::program::Program;
use crate::regex::Regex;
use crate::scratch::{Scratch, with_scratch};
use crate::start::{LiteralStart, SetStart, Start};
use crate::subject::{Span, Subject};
use crate::text::Text;

/// Failed attempts after which a linear-time automaton looks for the next place instead.
const ATTEMPTS_BEFORE_AUTOMATON: u32 = 512;

/// Wrong places of the automaton after which it is not asked again: each may cost a walk of the whole subject.
const WRONG_PLACES: u32 = 16;

/// Units that have to be left for the automaton to repay itself.
const UNITS_FOR_AUTOMATON: usize = 4096;

/// Where a search starts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct From {
    /// Where `\G` holds.
    search_start: usize,
    /// The first place to try.
    first: usize,
}

impl From {
    /// A search from `start` on, at most the end.
    pub(crate) fn new(subject: Subject<'_>, start: usize) -> Self {
        let start = start.min(subject.len());
        Self { search_start: start, first: start }
    }

    /// The search that follows a match: `None` where an empty match leaves no further place. `\G` stays at the
    /// empty match.
    pub(crate) fn after(subject: Subject<'_>, previous: Span, rtl: bool) -> Option<Self> {
        let search_start = if rtl { previous.start } else { previous.end() }.min(subject.len());
        let first = match (previous.len, rtl) {
            (0, false) if search_start == subject.len() => return None,
            (0, false) => search_start + 1,
            (0, true) => search_start.checked_sub(1)?,
            _ => search_start,
        };
        Some(Self { search_start, first })
    }
}

/// The first match, without groups.
pub(crate) fn find(
    regex: &Regex,
    subject: Subject<'_>,
    from: From,
    poll: &dyn Poll,
) -> Result<Option<Span>, MatchError> {
    with_scratch(regex.program(), |scratch| search(regex, subject, from, poll, scratch))
}

/// The first match with its groups.
pub(crate) fn captures(
    regex: &Regex,
    subject: Subject<'_>,
    from: From,
    poll: &dyn Poll,
) -> Result<Option<Captures>, MatchError> {
    with_scratch(regex.program(), |scratch| {
        let found = search(regex, subject, from, poll, scratch)?;
        Ok(found.map(|span| collect(regex.program(), span, scratch)))
    })
}

fn collect(program: &Program, span: Span, scratch: &Scratch) -> Captures {
    let mut spans = vec![span];
    let mut ends = Vec::with_capacity(program.slots);
    ends.push(1);
    for slot in 1..program.slots {
        let begin = spans.len();
        scratch.captures_of(slot, &mut spans);
        if program.last_captures && spans.len() > begin + 1 {
            spans.drain(begin..spans.len() - 1);
        }
        ends.push(spans.len());
    }
    Captures::new(spans, ends)
}

fn search(
    regex: &Regex,
    subject: Subject<'_>,
    from: From,
    poll: &dyn Poll,
    scratch: &mut Scratch,
) -> Result<Option<Span>, MatchError> {
    match subject {
        Subject::Ascii(text) => search_text(regex, text, from, poll, scratch),
        Subject::Utf16(text) => search_text(regex, text, from, poll, scratch),
    }
}

fn search_text<T: Text>(
    regex: &Regex,
    text: T,
    from: From,
    poll: &dyn Poll,
    scratch: &mut Scratch,
) -> Result<Option<Span>, MatchError> {
    let program = regex.program();
    let mut matcher = Matcher::new(program, text, from.search_start, poll, scratch);
    if program.rtl {
        let mut place = Some(from.first);
        while let Some(end) = place.filter(|&end| end >= program.min_len) {
            if let Some(start) = matcher.run(end)? {
                return Ok(Some(Span { start, len: end - start }));
            }
            place = end.checked_sub(1);
        }
        return Ok(None);
    }
    let mut place = from.first;
    let mut attempts = 0;
    let mut wrong_places = 0;
    while let Some(start) = next_place(program, text, place, from.search_start) {
        if text.len() - start < program.min_len {
            return Ok(None);
        }
        if let Some(end) = matcher.run(start)? {
            return Ok(Some(Span { start, len: end - start }));
        }
        attempts += 1;
        matcher.count_steps((start - place) / 64)?;
        place = start + 1;
        if place > text.len() {
            return Ok(None);
        }
        let long = text.len() - place >= UNITS_FOR_AUTOMATON;
        if attempts >= ATTEMPTS_BEFORE_AUTOMATON
            && long
            && wrong_places < WRONG_PLACES
            && let Some(ascii) = text.ascii()
            && let Some(accelerator) = regex.accelerator()
        {
            match accelerator.next_start(ascii, place) {
                Some(start) => place = start,
                None => return Ok(None),
            }
            wrong_places += 1;
        }
    }
    Ok(None)
}

/// The first place from `place` on where a match can begin; the text's end is one.
fn next_place<T: Text>(program: &Program, text: T, place: usize, search_start: usize) -> Option<usize> {
    match &program.start {
        Start::Anywhere => Some(place),
        Start::Beginning => Some(place).filter(|&place| place == 0),
        Start::PlaceOfSearch => Some(place).filter(|&place| place == search_start),
        Start::LineBegin => {
            if place == 0 || text.unit(place - 1) == u16::from(b'\n') {
                return Some(place);
            }
            let newline = match text.ascii() {
                Some(ascii) => memchr::memchr(b'\n', &ascii[place..]).map(|offset| place + offset),
                None => (place..text.len()).find(|&index| text.unit(index) == u16::from(b'\n')),
            };
            newline.map(|index| index + 1)
        }
        Start::Literal(literal) => next_literal(literal, text, place),
        Start::Set(set) => next_in_set(set, text, place),
    }
}

fn next_literal<T: Text>(literal: &LiteralStart, text: T, place: usize) -> Option<usize> {
    if let Some(ascii) = text.ascii() {
        let finder = literal.ascii.as_ref()?;
        return finder.find(&ascii[place..]).map(|offset| place + offset);
    }
    let last = text.len().checked_sub(literal.units.len())?;
    (place..=last).find(|&start| {
        literal.units.iter().enumerate().all(|(index, &unit)| text.unit(start + index) == unit)
    })
}

fn next_in_set<T: Text>(start: &SetStart, text: T, place: usize) -> Option<usize> {
    if let Some(ascii) = text.ascii()
        && let Some(few) = &start.few
    {
        let rest = &ascii[place..];
        let offset = match few[..] {
            [a] => memchr::memchr(a, rest),
            [a, b] => memchr::memchr2(a, b, rest),
            [a, b, c] => memchr::memchr3(a, b, c, rest),
            _ => None,
        };
        return offset.map(|offset| place + offset);
    }
    (place..text.len()).find(|&index| start.set.contains(text.unit(index)))
}
