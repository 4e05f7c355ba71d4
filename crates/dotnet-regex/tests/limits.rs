//! What a search may cost, and that no pattern or subject brings a thread down.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use dotnet_regex::{Interrupt, MatchError, NeverStop, Options, Poll, Regex, Subject};

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern, Options::NONE).expect("a valid pattern")
}

/// Lets a search go on a number of times, then says that its time is over.
struct Allowance(AtomicU32);

impl Poll for Allowance {
    fn poll(&self) -> Result<(), Interrupt> {
        match self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)) {
            Ok(_) => Ok(()),
            Err(_) => Err(Interrupt::TimedOut),
        }
    }
}

#[test]
fn a_search_without_end_is_ended_by_its_poll() {
    let text = "a".repeat(60);
    for pattern in [r"(a|aa)+$b", r"(?:(a+)(a+))+c", r"^(\w+\s?)*!", r"(?=(a|aa)+c)a"] {
        let found =
            regex(pattern).is_match(Subject::Ascii(text.as_bytes()), 0, &Allowance(AtomicU32::new(20)));
        assert_eq!(found, Err(MatchError::Interrupted(Interrupt::TimedOut)), "{pattern}");
    }
}

#[test]
fn a_stop_request_ends_a_search() {
    let found = regex("(a|aa)+c").is_match(Subject::Ascii(&[b'a'; 60]), 0, &AtomicBool::new(true));
    assert_eq!(found, Err(MatchError::Interrupted(Interrupt::Stopped)));
}

#[test]
fn what_is_remembered_is_bounded() {
    let text = "ab".repeat(6 << 20);
    let found = regex("^(?:(a)|b)*c").is_match(Subject::Ascii(text.as_bytes()), 0, &NeverStop);
    assert_eq!(found, Err(MatchError::BacktrackLimit));
}

#[test]
fn deep_patterns_need_no_deep_stack() {
    let depth = 100_000;
    for (open, close) in
        [("(", ")"), ("(?:", ")*"), ("(?=", ")"), ("(?<=", ")"), ("(?>", ")"), ("(?(a)", "|b)")]
    {
        let pattern = [open.repeat(depth), "a".to_owned(), close.repeat(depth)].concat();
        let found = regex(&pattern).is_match(Subject::Ascii(b"a"), 0, &Allowance(AtomicU32::new(10_000)));
        assert!(found.is_ok(), "{open}");
    }
    let pattern = ["[a-".repeat(depth), "[b]".to_owned(), "]".repeat(depth)].concat();
    // an even number of subtractions leaves nothing
    assert_eq!(regex(&pattern).is_match(Subject::Ascii(b"a"), 0, &NeverStop), Ok(false));
}

#[test]
fn a_long_subject_is_searched_in_linear_time() {
    // tried place by place, each run of letters costs its square
    let mut text = vec![b'x'; 200_000];
    text.extend(b"-user@example.com-");
    text.extend(vec![b'y'; 200_000]);
    let regex = regex(r"(\w+)@(\w+)\.com");
    let poll = Allowance(AtomicU32::new(20_000));
    let found = regex.captures_at(Subject::Ascii(&text), 0, &poll).expect("in time").expect("a match");
    assert_eq!(found.group(2).map(|span| (span.start, span.len)), Some((200_006, 7)));
    let rest = regex.is_match(Subject::Ascii(&text), found.span().end(), &poll);
    assert_eq!(rest, Ok(false));
}

#[test]
fn the_automaton_misses_nothing() {
    // more failing places than it takes for the automaton to be asked, then one that matches
    let filler = "ab ba a1 b_ cc\n".repeat(2_000);
    let patterns = [
        (r"\bab\d\b", "ab7"),
        (r"(?<=q)\w(?!r)z", "qaz"),
        (r"(?>a+|b)c{2,900}d", "acccd"),
        (r"(?i)[a-k]{3}z$", "AbKz"),
        (r"(?(?=a)ax|bx)\w*?9", "axbb9"),
        (r"^(a|b)+z|[^\0-\x7f]", "aabbz"),
    ];
    for (pattern, hit) in patterns {
        let text = [&filler, hit, "\n"].concat();
        let units: Vec<u16> = text.encode_utf16().collect();
        let multiline = Regex::new(pattern, Options::MULTILINE).expect("a valid pattern");
        let ascii = multiline.find_at(Subject::Ascii(text.as_bytes()), 0, &NeverStop);
        assert_eq!(ascii, multiline.find_at(Subject::Utf16(&units), 0, &NeverStop), "{pattern}");
        assert!(matches!(ascii, Ok(Some(span)) if span.start >= filler.len()), "{pattern}: {ascii:?}");
    }
}
