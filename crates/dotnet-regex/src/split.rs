//! `Regex.Split`.

use crate::poll::{MatchError, Poll};
use crate::regex::Regex;
use crate::subject::{Span, Subject};

impl Regex {
    /// `Regex.Split(input, count, startat)`: what lies between the matches, and after each piece what the groups of
    /// the match captured, in the order of the text. At most `count` pieces without the captures; 0 is no limit.
    ///
    /// # Errors
    /// As [`Regex::is_match`].
    pub fn split(
        &self,
        subject: Subject<'_>,
        count: usize,
        start: usize,
        poll: &dyn Poll,
    ) -> Result<Vec<Span>, MatchError> {
        let whole = Span { start: 0, len: subject.len() };
        if count == 1 {
            return Ok(vec![whole]);
        }
        let rtl = self.right_to_left();
        let mut pieces = Vec::new();
        let mut rest = whole;
        for (index, captures) in self.matches(subject, start, poll).enumerate() {
            let captures = captures?;
            let found = captures.span();
            if rtl {
                pieces.push(Span { start: found.end(), len: rest.end() - found.end() });
                rest.len = found.start;
            } else {
                pieces.push(Span { start: rest.start, len: found.start - rest.start });
                rest = Span { start: found.end(), len: subject.len() - found.end() };
            }
            for slot in 1..captures.slots() {
                if captures.group(slot).is_some() {
                    // .NET asks whether the slot captured, but then takes the group with that number
                    let named = self.group_slot(slot as u32).and_then(|slot| captures.group(slot));
                    pieces.push(named.unwrap_or_default());
                }
            }
            if index + 2 == count {
                break;
            }
        }
        pieces.push(rest);
        if rtl {
            pieces.reverse();
        }
        Ok(pieces)
    }
}
