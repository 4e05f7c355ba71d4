//! `System.Text.RegularExpressions.Match`, its groups and their captures, as places in the subject.

use crate::subject::Span;

/// One match: for every group slot all captures that the match kept, in the order in which they were made.
///
/// Slots are the groups in ascending order of their numbers ([`crate::Regex::group_numbers`]); slot 0 is the match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captures {
    spans: Vec<Span>,
    /// For each slot, where its captures end in `spans`; they begin where those of the slot before end.
    ends: Vec<usize>,
}

impl Captures {
    pub(crate) fn new(spans: Vec<Span>, ends: Vec<usize>) -> Self {
        Self { spans, ends }
    }

    /// The whole match.
    pub fn span(&self) -> Span {
        self.spans[0]
    }

    /// Number of slots, the whole match included: `Match.Groups.Count`.
    pub fn slots(&self) -> usize {
        self.ends.len()
    }

    /// The last capture of the group in `slot`: `None` where it took no part in the match (`Group.Success` is
    /// false) or there is no such slot.
    pub fn group(&self, slot: usize) -> Option<Span> {
        self.group_captures(slot).last().copied()
    }

    /// All captures of the group in `slot`: `Group.Captures`. Empty where there is no such slot.
    pub fn group_captures(&self, slot: usize) -> &[Span] {
        let Some(&end) = self.ends.get(slot) else { return &[] };
        let start = if slot == 0 { 0 } else { self.ends[slot - 1] };
        &self.spans[start..end]
    }
}
