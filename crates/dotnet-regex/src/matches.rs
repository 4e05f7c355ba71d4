//! `System.Text.RegularExpressions.MatchCollection`, as an iterator.

use crate::captures::Captures;
use crate::poll::{MatchError, Poll};
use crate::regex::Regex;
use crate::subject::{Span, Subject};

/// The matches of a subject in the order in which .NET finds them. It ends after the first error.
pub struct Matches<'r, 's> {
    regex: &'r Regex,
    subject: Subject<'s>,
    next: Next,
    poll: &'r dyn Poll,
}

enum Next {
    First(usize),
    After(Span),
    Done,
}

impl<'r, 's> Matches<'r, 's> {
    pub(crate) fn new(regex: &'r Regex, subject: Subject<'s>, start: usize, poll: &'r dyn Poll) -> Self {
        Self { regex, subject, next: Next::First(start), poll }
    }
}

impl Iterator for Matches<'_, '_> {
    type Item = Result<Captures, MatchError>;

    fn next(&mut self) -> Option<Self::Item> {
        let found = match self.next {
            Next::First(start) => self.regex.captures_at(self.subject, start, self.poll),
            Next::After(previous) => self.regex.next_match(self.subject, previous, self.poll),
            Next::Done => return None,
        };
        self.next = match &found {
            Ok(Some(captures)) => Next::After(captures.span()),
            Ok(None) | Err(_) => Next::Done,
        };
        found.transpose()
    }
}
