//! Sets of UTF-16 code units: what `[...]`, `\w` or `.` match.

mod block_table;
mod case;
mod case_table;
mod category;
mod category_table;
mod set_builder;

use std::sync::{Arc, LazyLock};

pub(crate) use case::{case_equivalents, equal_ignoring_case};
pub(crate) use set_builder::SetBuilder;

/// Ranges of units, both ends included.
pub(crate) type Range = (u16, u16);

/// A set of code units, quick to ask about ASCII.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct CharSet {
    ascii: [u64; 2],
    /// All units of the set, ASCII too: sorted, apart from each other.
    ranges: Arc<[Range]>,
}

impl CharSet {
    /// The set of sorted ranges that neither overlap nor touch.
    pub(crate) fn from_ranges(ranges: Vec<Range>) -> Self {
        let mut ascii = [0; 2];
        for &(first, last) in &ranges {
            for unit in first..=last.min(0x7F) {
                ascii[usize::from(unit >> 6)] |= 1 << (unit & 63);
            }
            if last >= 0x7F {
                break;
            }
        }
        Self { ascii, ranges: ranges.into() }
    }

    /// Whether `unit` is in the set.
    #[inline]
    pub(crate) fn contains(&self, unit: u16) -> bool {
        if unit < 0x80 { self.contains_ascii(unit) } else { self.contains_other(unit) }
    }

    #[inline]
    fn contains_ascii(&self, unit: u16) -> bool {
        self.ascii[usize::from(unit >> 6)] >> (unit & 63) & 1 != 0
    }

    fn contains_other(&self, unit: u16) -> bool {
        let after = self.ranges.partition_point(|&(first, _)| first <= unit);
        after > 0 && unit <= self.ranges[after - 1].1
    }

    /// The ranges of the set, sorted.
    pub(crate) fn ranges(&self) -> &[Range] {
        &self.ranges
    }

    /// The ASCII units of the set, in order.
    pub(crate) fn ascii_units(&self) -> impl Iterator<Item = u8> {
        (0..0x80u8).filter(|&unit| self.contains_ascii(u16::from(unit)))
    }

    /// Whether no unit is in both sets.
    pub(crate) fn is_disjoint(&self, other: &Self) -> bool {
        if self.ascii[0] & other.ascii[0] != 0 || self.ascii[1] & other.ascii[1] != 0 {
            return false;
        }
        let (mut ours, mut theirs) = (self.ranges.iter().peekable(), other.ranges.iter().peekable());
        while let (Some(&&(a, b)), Some(&&(c, d))) = (ours.peek(), theirs.peek()) {
            if a <= d && c <= b {
                return false;
            }
            if b < d {
                ours.next()
            } else {
                theirs.next()
            };
        }
        true
    }

    /// The units in either set.
    pub(crate) fn union(&self, other: &Self) -> Self {
        let mut ranges = [&self.ranges[..], &other.ranges[..]].concat();
        normalize(&mut ranges);
        Self::from_ranges(ranges)
    }
}

/// Sorts ranges and joins those that overlap or touch.
fn normalize(ranges: &mut Vec<Range>) {
    ranges.sort_unstable();
    let mut kept = 0;
    for index in 0..ranges.len() {
        let (first, last) = ranges[index];
        if kept > 0 && u32::from(first) <= u32::from(ranges[kept - 1].1) + 1 {
            let joined = &mut ranges[kept - 1].1;
            *joined = (*joined).max(last);
        } else {
            ranges[kept] = (first, last);
            kept += 1;
        }
    }
    ranges.truncate(kept);
}

/// All units that are in none of the sorted ranges.
fn complement(ranges: &[Range]) -> Vec<Range> {
    let mut out = Vec::with_capacity(ranges.len() + 1);
    let mut next = 0u32;
    for &(first, last) in ranges {
        if next < u32::from(first) {
            out.push((next as u16, first - 1));
        }
        next = u32::from(last) + 1;
    }
    if next <= 0xFFFF {
        out.push((next as u16, 0xFFFF));
    }
    out
}

/// The classes that have a letter of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shorthand {
    /// `\w`
    Word,
    /// `\d`
    Digit,
    /// `\s`
    Space,
}

impl Shorthand {
    const COUNT: usize = 12;

    /// What the class (or its opposite) matches.
    pub(crate) fn ranges(self, ecma_script: bool) -> &'static [Range] {
        match (self, ecma_script) {
            (Self::Word, false) => category_table::WORD,
            (Self::Digit, false) => category_table::DIGIT,
            (Self::Space, false) => category_table::SPACE,
            // .NET counts the dotted capital I among ECMAScript's word characters
            (Self::Word, true) => &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A), (0x0130, 0x0130)],
            (Self::Digit, true) => &[(0x30, 0x39)],
            (Self::Space, true) => &[(0x09, 0x0D), (0x20, 0x20)],
        }
    }

    /// The class (or, `negated`, its opposite) as a set; all are kept once made.
    pub(crate) fn set(self, ecma_script: bool, negated: bool) -> &'static CharSet {
        static SETS: [LazyLock<CharSet>; Shorthand::COUNT] = [
            LazyLock::new(|| Shorthand::Word.make(false, false)),
            LazyLock::new(|| Shorthand::Word.make(false, true)),
            LazyLock::new(|| Shorthand::Word.make(true, false)),
            LazyLock::new(|| Shorthand::Word.make(true, true)),
            LazyLock::new(|| Shorthand::Digit.make(false, false)),
            LazyLock::new(|| Shorthand::Digit.make(false, true)),
            LazyLock::new(|| Shorthand::Digit.make(true, false)),
            LazyLock::new(|| Shorthand::Digit.make(true, true)),
            LazyLock::new(|| Shorthand::Space.make(false, false)),
            LazyLock::new(|| Shorthand::Space.make(false, true)),
            LazyLock::new(|| Shorthand::Space.make(true, false)),
            LazyLock::new(|| Shorthand::Space.make(true, true)),
        ];
        &SETS[self as usize * 4 + usize::from(ecma_script) * 2 + usize::from(negated)]
    }

    fn make(self, ecma_script: bool, negated: bool) -> CharSet {
        let ranges = self.ranges(ecma_script);
        CharSet::from_ranges(if negated { complement(ranges) } else { ranges.to_vec() })
    }
}

/// Whether `\b` takes `unit` for a part of a word; also what the names of groups are made of.
pub(crate) fn is_boundary_word(unit: u16) -> bool {
    // zero width joiner and non-joiner count here, but not in \w
    Shorthand::Word.set(false, false).contains(unit) || matches!(unit, 0x200C | 0x200D)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_touch_are_joined() {
        let mut ranges = vec![(5, 9), (0, 2), (3, 3), (0xFFFF, 0xFFFF), (8, 10)];
        normalize(&mut ranges);
        assert_eq!(ranges, [(0, 3), (5, 10), (0xFFFF, 0xFFFF)]);
        assert_eq!(complement(&ranges), [(4, 4), (11, 0xFFFE)]);
    }

    #[test]
    fn word_and_its_opposite_share_nothing() {
        let word = Shorthand::Word.set(false, false);
        let other = Shorthand::Word.set(false, true);
        assert!(word.is_disjoint(other));
        assert_eq!(word.union(other).ranges(), [(0, 0xFFFF)]);
    }
}
