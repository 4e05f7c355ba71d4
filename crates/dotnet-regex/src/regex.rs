//! `System.Text.RegularExpressions.Regex`: a compiled pattern and its searches.

use std::sync::OnceLock;

use crate::accelerator::Accelerator;
use crate::captures::Captures;
use crate::compile;
use crate::group_names::GroupNames;
use crate::matches::Matches;
use crate::options::{CaseBehavior, Options};
use crate::parse_error::ParseError;
use crate::parser;
use crate::poll::{MatchError, Poll};
use crate::program::Program;
use crate::search::{self, From};
use crate::subject::{Span, Subject};
use crate::wtf8;

/// A compiled pattern. It may be shared by threads; keeping it for the next use is the caller's.
#[derive(Debug)]
pub struct Regex {
    pattern: Box<[u16]>,
    options: Options,
    groups: GroupNames,
    program: Program,
    /// Made at the first search that is long enough to repay it.
    accelerator: OnceLock<Option<Accelerator>>,
}

impl Regex {
    /// Compiles `pattern` for the invariant culture.
    ///
    /// # Errors
    /// What .NET's `RegexParseException` says.
    pub fn new(pattern: &str, options: Options) -> Result<Self, ParseError> {
        Self::from_wtf8(pattern.as_bytes(), options, CaseBehavior::Invariant)
    }

    /// Compiles a WTF-8 pattern. `case` is the session culture's; [`Options::CULTURE_INVARIANT`] overrules it.
    ///
    /// # Errors
    /// What .NET's `RegexParseException` says.
    pub fn from_wtf8(pattern: &[u8], options: Options, case: CaseBehavior) -> Result<Self, ParseError> {
        let pattern = wtf8::decode(pattern);
        let case = if options.contains(Options::CULTURE_INVARIANT) { CaseBehavior::Invariant } else { case };
        let (tree, groups) = parser::parse(&pattern, options, case)?;
        let program = compile::compile(tree, &groups, options, case);
        Ok(Self { pattern: pattern.into(), options, groups, program, accelerator: OnceLock::new() })
    }

    /// The pattern as WTF-8: `Regex.ToString()`.
    pub fn pattern(&self) -> Vec<u8> {
        let mut out = Vec::new();
        wtf8::encode_into(&self.pattern, &mut out);
        out
    }

    /// The options it was compiled with.
    pub fn options(&self) -> Options {
        self.options
    }

    /// Whether searches run from right to left ([`Options::RIGHT_TO_LEFT`]).
    pub fn right_to_left(&self) -> bool {
        self.options.contains(Options::RIGHT_TO_LEFT)
    }

    /// The numbers of all groups in ascending order, 0 (the whole match) first: `GetGroupNumbers`. The place of a
    /// number in this list is the slot of its group in [`Captures`].
    pub fn group_numbers(&self) -> &[u32] {
        self.groups.numbers()
    }

    /// The names of all groups in the order of their numbers, a number as its digits: `GetGroupNames`.
    pub fn group_names(&self) -> Vec<String> {
        (0..self.groups.numbers().len()).map(|slot| self.groups.name_of_slot(slot)).collect()
    }

    /// The name of the group `number`, empty where there is none: `GroupNameFromNumber`.
    pub fn group_name(&self, number: u32) -> String {
        self.group_slot(number).map(|slot| self.groups.name_of_slot(slot)).unwrap_or_default()
    }

    /// The number of the group of that name or digits, `None` where .NET's `GroupNumberFromName` gives -1.
    pub fn group_number(&self, name: &str) -> Option<u32> {
        self.groups.number_of_name(name)
    }

    /// The slot in [`Captures`] of the group `number`.
    pub fn group_slot(&self, number: u32) -> Option<usize> {
        self.groups.slot_of_number(number)
    }

    /// Where a search of the whole of `subject` starts: its begin, or its end from right to left.
    pub fn default_start(&self, subject: Subject<'_>) -> usize {
        if self.right_to_left() { subject.len() } else { 0 }
    }

    /// Whether there is a match at or past `start` (from right to left: at or before it). A `start` past the end is
    /// taken as the end, here and in all searches.
    ///
    /// # Errors
    /// When `poll` ends the search or it needs too much memory.
    pub fn is_match(&self, subject: Subject<'_>, start: usize, poll: &dyn Poll) -> Result<bool, MatchError> {
        Ok(self.find_at(subject, start, poll)?.is_some())
    }

    /// The first match from `start` on, without its groups.
    ///
    /// # Errors
    /// As [`Regex::is_match`].
    pub fn find_at(
        &self,
        subject: Subject<'_>,
        start: usize,
        poll: &dyn Poll,
    ) -> Result<Option<Span>, MatchError> {
        search::find(self, subject, From::new(subject, start), poll)
    }

    /// The first match from `start` on with its groups: `Regex.Match(input, startat)`.
    ///
    /// # Errors
    /// As [`Regex::is_match`].
    pub fn captures_at(
        &self,
        subject: Subject<'_>,
        start: usize,
        poll: &dyn Poll,
    ) -> Result<Option<Captures>, MatchError> {
        search::captures(self, subject, From::new(subject, start), poll)
    }

    /// The match that follows `previous`, which came from the same subject: `Match.NextMatch()`.
    ///
    /// # Errors
    /// As [`Regex::is_match`].
    pub fn next_match(
        &self,
        subject: Subject<'_>,
        previous: Span,
        poll: &dyn Poll,
    ) -> Result<Option<Captures>, MatchError> {
        match From::after(subject, previous, self.right_to_left()) {
            Some(from) => search::captures(self, subject, from, poll),
            None => Ok(None),
        }
    }

    /// All matches from `start` on, one after the other as they are asked for: `Regex.Matches(input, startat)`.
    pub fn matches<'r, 's>(
        &'r self,
        subject: Subject<'s>,
        start: usize,
        poll: &'r dyn Poll,
    ) -> Matches<'r, 's> {
        Matches::new(self, subject, start, poll)
    }

    pub(crate) fn groups(&self) -> &GroupNames {
        &self.groups
    }

    pub(crate) fn program(&self) -> &Program {
        &self.program
    }

    pub(crate) fn accelerator(&self) -> Option<&Accelerator> {
        self.accelerator.get_or_init(|| Accelerator::new(&self.program)).as_ref()
    }
}
