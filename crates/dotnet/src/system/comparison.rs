//! How two strings are compared: what `StringComparison`, `CompareOptions` and a comparer stand for.

use crate::fault;
use crate::globalization::provider;
use pwsh_value::text::compare::{linguistic::Comparer, ordinal};
use pwsh_value::text::culture::Culture;
use pwsh_value::{Context, PsString, Result};
use std::cmp::Ordering;
use std::sync::Arc;

/// A rule of comparison.
#[derive(Clone)]
pub struct Rule {
    /// The culture whose order of words counts; `None`: the code units' order.
    pub culture: Option<Arc<Culture>>,
    /// Whether case is ignored.
    pub ignore_case: bool,
}

impl Rule {
    /// By code units.
    pub const ORDINAL: Rule = Rule { culture: None, ignore_case: false };
    /// By code units without case.
    pub const ORDINAL_IGNORE_CASE: Rule = Rule { culture: None, ignore_case: true };

    /// In the session's culture.
    pub fn current(cx: &dyn Context, ignore_case: bool) -> Rule {
        Rule { culture: Some(provider::current(cx)), ignore_case }
    }

    /// The rule of a `StringComparison` number.
    ///
    /// # Errors
    /// `ArgumentException` for a number that is none.
    pub fn of(cx: &dyn Context, comparison: i64) -> Result<Rule> {
        Ok(match comparison {
            0 | 1 => Rule::current(cx, comparison == 1),
            2 | 3 => Rule { culture: Some(Culture::invariant().clone()), ignore_case: comparison == 3 },
            4 => Rule::ORDINAL,
            5 => Rule::ORDINAL_IGNORE_CASE,
            _ => {
                let message = "The string comparison type passed in is currently not supported.";
                return Err(fault::argument(message, "comparisonType"));
            }
        })
    }

    /// The order of two strings.
    pub fn compare(&self, a: &PsString, b: &PsString) -> Ordering {
        let (a, b) = (a.as_wtf8(), b.as_wtf8());
        match &self.culture {
            Some(culture) => comparer(culture, |comparer| comparer.compare(a, b, self.ignore_case)),
            None if self.ignore_case => ordinal::compare_ignore_case(a, b),
            None => ordinal::compare(a, b),
        }
    }

    /// Whether two strings are equal.
    pub fn equals(&self, a: &PsString, b: &PsString) -> bool {
        match &self.culture {
            None if self.ignore_case => a.eq_ignore_case(b),
            None => a == b,
            Some(_) => self.compare(a, b) == Ordering::Equal,
        }
    }

    /// The first place from `start` (in units) where `needle` stands, and how many units it takes there.
    pub fn find(
        &self,
        text: &PsString,
        needle: &PsString,
        start: usize,
        end: usize,
    ) -> Option<(usize, usize)> {
        if let (false, true, Some(plain), Some(wanted)) =
            (self.ignore_case, text.is_ascii() && needle.is_ascii(), text.as_str(), needle.as_str())
        {
            // In ASCII text every culture finds just the same characters; places count bytes.
            let end = end.min(plain.len());
            return plain.get(start..end)?.find(wanted).map(|at| (start + at, wanted.len()));
        }
        let units = text.units();
        let end = end.min(units.len());
        (start..=end).find_map(|at| self.length_at(&units[..end], at, needle).map(|length| (at, length)))
    }

    /// The last place within `start..end` where `needle` stands.
    pub fn find_last(
        &self,
        text: &PsString,
        needle: &PsString,
        start: usize,
        end: usize,
    ) -> Option<(usize, usize)> {
        let units = text.units();
        let end = end.min(units.len());
        (start..=end)
            .rev()
            .find_map(|at| self.length_at(&units[..end], at, needle).map(|length| (at, length)))
    }

    /// Whether `needle` stands at `at`, and how many units of the text it takes.
    fn length_at(&self, units: &[u16], at: usize, needle: &PsString) -> Option<usize> {
        let needle_units = needle.units();
        let length = needle_units.len();
        if let Some(window) = units.get(at..at + length) {
            let same =
                |fold: fn(u16) -> u16| window.iter().zip(&*needle_units).all(|(a, b)| fold(*a) == fold(*b));
            if same(|unit| unit) || self.ignore_case && same(pwsh_value::string::fold_unit) {
                return Some(length);
            }
        }
        let culture = self.culture.as_ref()?;
        if needle.is_ascii() && units.iter().all(|unit| *unit < 0x80) {
            return None;
        }
        // A word may be written longer or shorter: composed, or with combining marks.
        let nearest = [length, length.saturating_sub(1), length + 1, length + 2];
        nearest.into_iter().filter(|length| *length > 0).find(|length| {
            units.get(at..at + length).is_some_and(|window| {
                let window = PsString::from_utf16(window);
                comparer(culture, |c| c.equals(window.as_wtf8(), needle.as_wtf8(), self.ignore_case))
            })
        })
    }
}

fn comparer<R>(culture: &Culture, run: impl FnOnce(&Comparer) -> R) -> R {
    match &*culture.two_letter_iso_language_name {
        "iv" | "en" => run(Comparer::root()),
        _ => run(&Comparer::of(culture)),
    }
}
