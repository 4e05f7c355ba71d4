//! Which code units .NET takes for equal when case is ignored.

use super::Range;
use super::case_table::CASE_EQUIVALENCES;
use crate::options::CaseBehavior;

const SMALL_I: u16 = 0x69;
const CAPITAL_I: u16 = 0x49;
const DOTTED_CAPITAL_I: u16 = 0x130;
const DOTLESS_SMALL_I: u16 = 0x131;

/// The other units that equal `unit` when case is ignored; empty for most.
pub(crate) fn case_equivalents(unit: u16, case: CaseBehavior) -> &'static [u16] {
    use CaseBehavior::{Invariant, NonTurkish, Turkish};
    match (unit, case) {
        (SMALL_I, Invariant) => return &[CAPITAL_I],
        (CAPITAL_I, Invariant) => return &[SMALL_I],
        (SMALL_I, NonTurkish) => return &[CAPITAL_I, DOTTED_CAPITAL_I],
        (CAPITAL_I, NonTurkish) => return &[SMALL_I, DOTTED_CAPITAL_I],
        (DOTTED_CAPITAL_I, NonTurkish) => return &[CAPITAL_I, SMALL_I],
        (SMALL_I, Turkish) => return &[DOTTED_CAPITAL_I],
        (DOTTED_CAPITAL_I, Turkish) => return &[SMALL_I],
        (CAPITAL_I, Turkish) => return &[DOTLESS_SMALL_I],
        (DOTLESS_SMALL_I, Turkish) => return &[CAPITAL_I],
        (DOTTED_CAPITAL_I | DOTLESS_SMALL_I, _) => return &[],
        _ => {}
    }
    match CASE_EQUIVALENCES.binary_search_by_key(&unit, |&(unit, _)| unit) {
        Ok(index) => used(&CASE_EQUIVALENCES[index].1),
        Err(_) => &[],
    }
}

fn used(others: &[u16; 3]) -> &[u16] {
    let count = others.iter().position(|&other| other == 0).unwrap_or(others.len());
    &others[..count]
}

/// Whether two units are the same or differ in case only.
pub(crate) fn equal_ignoring_case(a: u16, b: u16, case: CaseBehavior) -> bool {
    a == b || case_equivalents(a, case).contains(&b)
}

/// Appends the units that equal one of `ranges` when case is ignored.
pub(super) fn push_equivalents(ranges: &[Range], case: CaseBehavior, out: &mut Vec<Range>) {
    let mut push = |unit| out.extend(case_equivalents(unit, case).iter().map(|&other| (other, other)));
    for &(first, last) in ranges {
        // walk the table, not the range: a range may hold all of Unicode
        let start = CASE_EQUIVALENCES.partition_point(|&(unit, _)| unit < first);
        for &(unit, _) in CASE_EQUIVALENCES[start..].iter().take_while(|&&(unit, _)| unit <= last) {
            push(unit);
        }
        for unit in [DOTTED_CAPITAL_I, DOTLESS_SMALL_I] {
            if (first..=last).contains(&unit) {
                push(unit);
            }
        }
    }
}
