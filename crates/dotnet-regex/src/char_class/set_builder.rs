//! Collects the parts of a `[...]` and makes the set of it.

use super::category::push_property;
use super::{CharSet, Range, Shorthand, case, complement, normalize};
use crate::options::CaseBehavior;

/// The parts of one character class.
#[derive(Debug, Default)]
pub(crate) struct SetBuilder {
    /// Units and ranges as written: only to these are the other cases added.
    literals: Vec<Range>,
    /// What `\w`, `\p{..}` and their like match.
    classes: Vec<Range>,
    negated: bool,
    subtracted: Option<CharSet>,
}

impl SetBuilder {
    /// Makes the class the opposite of its parts.
    pub(crate) fn negate(&mut self) {
        self.negated = true;
    }

    pub(crate) fn push_range(&mut self, first: u16, last: u16) {
        self.literals.push((first, last));
    }

    pub(crate) fn push_shorthand(&mut self, class: Shorthand, ecma_script: bool, negated: bool) {
        self.classes.extend_from_slice(class.set(ecma_script, negated).ranges());
    }

    /// Adds the property `name` (`\p`) or, `negated`, all it lacks (`\P`). `false` where .NET has no such property.
    pub(crate) fn push_property(&mut self, name: &str, negated: bool, ignore_case: bool) -> bool {
        if !negated {
            return push_property(name, ignore_case, &mut self.classes);
        }
        let mut ranges = Vec::new();
        let known = push_property(name, ignore_case, &mut ranges);
        normalize(&mut ranges);
        self.classes.extend(complement(&ranges));
        known
    }

    /// Takes `set` away from the class: `[...-[set]]`.
    pub(crate) fn subtract(&mut self, set: CharSet) {
        self.subtracted = Some(set);
    }

    /// The set; with `ignore_case`, what is written also stands for its other cases.
    pub(crate) fn build(mut self, ignore_case: Option<CaseBehavior>) -> CharSet {
        let mut ranges = self.classes;
        if let Some(behavior) = ignore_case {
            case::push_equivalents(&self.literals, behavior, &mut ranges);
        }
        ranges.append(&mut self.literals);
        normalize(&mut ranges);
        if self.negated {
            ranges = complement(&ranges);
        }
        if let Some(subtracted) = self.subtracted {
            // A - B is the complement of (complement of A) + B
            let mut missing = complement(&ranges);
            missing.extend_from_slice(subtracted.ranges());
            normalize(&mut missing);
            ranges = complement(&missing);
        }
        CharSet::from_ranges(ranges)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subtraction_comes_after_negation() {
        let mut vowels = SetBuilder::default();
        for unit in *b"aeiou" {
            vowels.push_range(unit.into(), unit.into());
        }
        let mut set = SetBuilder::default();
        set.push_range(0x61, 0x7A);
        set.subtract(vowels.build(None));
        let set = set.build(None);
        assert_eq!(set.ascii_units().collect::<Vec<_>>(), b"bcdfghjklmnpqrstvwxyz");
    }

    #[test]
    fn only_what_is_written_gets_its_other_cases() {
        let mut set = SetBuilder::default();
        set.push_range(0x6B, 0x6B);
        let set = set.build(Some(CaseBehavior::Invariant));
        assert_eq!(set.ranges(), [(0x4B, 0x4B), (0x6B, 0x6B), (0x212A, 0x212A)]);
    }
}
