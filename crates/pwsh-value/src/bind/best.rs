//! Which of two overloads that fit is the better.

use super::candidate::{Candidate, effective_type};
use crate::convert::{Rank, rule};
use crate::ty::Type;
use crate::value::Value;
use std::cmp::Ordering;

/// The best candidate; `None` if another is as good.
pub(super) fn best(candidates: Vec<Candidate>, values: &[Value]) -> Option<Candidate> {
    let mut rest = candidates.into_iter();
    let mut best = rest.next()?;
    let mut tied = false;
    for candidate in rest {
        match compare(&candidate, &best, values) {
            Ordering::Greater => {
                best = candidate;
                tied = false;
            }
            Ordering::Equal => tied = true,
            Ordering::Less => {}
        }
    }
    (!tied).then_some(best)
}

fn conversion(from: &Type, to: &Type) -> Rank {
    rule::figure(Some(from), to).1
}

/// `Greater` if `a` is the better. Earlier arguments count for more.
fn compare(a: &Candidate, b: &Candidate, values: &[Value]) -> Ordering {
    let count = a.ranks.len() as i64;
    let mut better = 0_i64;
    for (index, value) in values.iter().enumerate() {
        let weight = count - index as i64;
        let (mine, theirs) = (a.ranks[index], b.ranks[index]);
        if mine != theirs {
            better += if mine > theirs { weight } else { -weight };
        } else if mine == Rank::UNRELATED_ARRAYS {
            better += weight * elements(value, &a.parameters[index], &b.parameters[index]);
        }
    }
    if better == 0 {
        better = generality(a, b);
    }
    if better == 0 {
        better = shape(a, b);
    }
    better.cmp(&0)
}

/// Two arrays that both need each element converted: by how well the elements convert.
fn elements(value: &Value, mine: &Type, theirs: &Type) -> i64 {
    let Some(element) = effective_type(value).and_then(|ty| ty.element().cloned()) else { return 0 };
    let (Some(mine), Some(theirs)) = (mine.element(), theirs.element()) else { return 0 };
    conversion(&element, mine).cmp(&conversion(&element, theirs)) as i64
}

/// Equal ranks: of two conversions that lose nothing the more special parameter type wins, of two that may
/// lose something the more general one.
fn generality(a: &Candidate, b: &Candidate) -> i64 {
    let count = a.ranks.len() as i64;
    let mut better = 0;
    for index in 0..a.ranks.len() {
        let (mine, theirs) = (a.ranks[index], b.ranks[index]);
        if mine < Rank::NULL_TO_VALUE || theirs < Rank::NULL_TO_VALUE {
            continue;
        }
        let lossless = mine >= Rank::NUMERIC_IMPLICIT;
        if lossless != (theirs >= Rank::NUMERIC_IMPLICIT) {
            continue;
        }
        let weight = count - index as i64;
        let mine_to_theirs = conversion(&a.parameters[index], &b.parameters[index]);
        let theirs_to_mine = conversion(&b.parameters[index], &a.parameters[index]);
        let more_special = mine_to_theirs.cmp(&theirs_to_mine) as i64;
        better += if lossless { weight * more_special } else { -weight * more_special };
    }
    better
}

/// Still equal: an overload that takes the arguments as they are beats one that collects them, one without
/// type parameters a generic one, one with fewer parameters left out.
fn shape(a: &Candidate, b: &Candidate) -> i64 {
    let by = |better: bool, worse: bool| i64::from(better) - i64::from(worse);
    let expanded = by(b.expanded, a.expanded);
    if expanded != 0 {
        return expanded;
    }
    let count = if a.expanded {
        a.declared.len().cmp(&b.declared.len()) as i64
    } else {
        b.declared.len().cmp(&a.declared.len()) as i64
    };
    if count != 0 {
        return count;
    }
    // Neither got an argument for its params: the array that is also the other's is the more special.
    if let (true, Some(mine), Some(theirs)) = (a.expanded, a.declared.last(), b.declared.last()) {
        let special = by(theirs.is_assignable_from(mine), mine.is_assignable_from(theirs));
        if special != 0 {
            return special;
        }
    }
    by(b.generic, a.generic)
}
