//! What must hold for any pattern and subject. The target in `fuzz/` calls this, and so does a plain test over what it
//! found.

use std::cell::Cell;

use crate::poll::{Interrupt, Poll};
use crate::{Captures, CaseBehavior, MatchError, Options, Regex, Replacement, Span, Subject};

/// Looks at the poll that one search of a fuzzed pattern gets: enough for any that ends soon.
const POLLS: u32 = 8;

/// Ends what takes too long, so that no pattern holds the fuzzer up.
struct Allowance(Cell<u32>);

impl Poll for Allowance {
    fn poll(&self) -> Result<(), Interrupt> {
        let left = self.0.get().checked_sub(1).ok_or(Interrupt::TimedOut)?;
        self.0.set(left);
        Ok(())
    }
}

/// Takes two bytes of options, a pattern up to the first zero byte, and a subject. Nothing panics; bytes and UTF-16
/// give the same matches; every place lies in the subject, and every capture that a match lists has a length; the
/// automaton misses no match; pieces and replacement can be made.
///
/// # Panics
///
/// Where that does not hold.
pub fn dotnet_regex(input: &[u8]) {
    let [low, high, rest @ ..] = input else { return };
    let Some(options) = Options::from_bits(u32::from(u16::from_le_bytes([*low, *high]))) else { return };
    let cut = rest.iter().position(|&byte| byte == 0).unwrap_or(rest.len());
    let (pattern, subject) = (&rest[..cut], rest.get(cut + 1..).unwrap_or_default());
    let Ok(regex) = Regex::from_wtf8(pattern, options, CaseBehavior::NonTurkish) else { return };

    let units: Vec<u16> = crate::wtf8::decode(subject);
    let utf16 = Subject::Utf16(&units);
    let found = all_matches(&regex, utf16);
    if subject.is_ascii() {
        let ascii = Subject::Ascii(subject);
        let same = all_matches(&regex, ascii);
        if let (Ok(found), Ok(same)) = (&found, &same) {
            assert_eq!(found, same, "bytes and UTF-16 match alike");
            check_automaton(&regex, subject, found.first().map(Captures::span));
        }
    }
    for captures in found.iter().flatten() {
        for slot in 0..captures.slots() {
            assert!(captures.group_captures(slot).iter().all(|span| span.end() <= units.len()));
        }
    }
    let poll = Allowance(Cell::new(POLLS));
    if let Ok(pieces) = regex.split(utf16, 0, regex.default_start(utf16), &poll) {
        assert!(pieces.into_iter().all(|piece| piece.end() <= units.len()));
    }
    if let Ok(replacement) = Replacement::new(&regex, pattern) {
        // an interrupted search is as good an end as any
        let _ = regex.replace(utf16, &replacement, Some(20), regex.default_start(utf16), &poll);
    }
}

fn all_matches(regex: &Regex, subject: Subject<'_>) -> Result<Vec<Captures>, MatchError> {
    regex.matches(subject, regex.default_start(subject), &Allowance(Cell::new(POLLS))).collect()
}

fn check_automaton(regex: &Regex, subject: &[u8], first: Option<Span>) {
    if let Some(accelerator) = regex.accelerator()
        && let Some(first) = first
    {
        let place = accelerator.next_start(subject, 0).expect("a place to try");
        assert!(place <= first.start, "{place} is past the match at {}", first.start);
    }
}
