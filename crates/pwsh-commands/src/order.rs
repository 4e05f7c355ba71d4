//! The order that Sort-Object, Group-Object, Compare-Object and `-Unique` put values in.

use pwsh_runtime::Runspace;
use pwsh_value::ops::Case;
use pwsh_value::ops::compare::{order, strings_order};
use pwsh_value::{Result, Value, convert};
use std::cmp::Ordering;

/// Compares two values: PowerShell's order after a conversion to the first one's type, else that of their texts.
///
/// # Errors
/// None by the values themselves; a stop request passes.
pub fn compare(rs: &mut Runspace, case: Case, first: &Value, second: &Value) -> Result<Ordering> {
    match (first.is_null(), second.is_null()) {
        (true, true) => return Ok(Ordering::Equal),
        _ if both_custom(first, second) => return Ok(Ordering::Equal),
        _ => {}
    }
    match order(rs, case, first, second) {
        Ok(found) => Ok(found.cmp(&0)),
        Err(error) if error.thrown().is_some() => {
            let (first, second) = (convert::to_text(rs, first)?, convert::to_text(rs, second)?);
            Ok(strings_order(case, &first, &second))
        }
        Err(error) => Err(error),
    }
}

/// PSCustomObjects have one base object for all, which equals itself.
fn both_custom(first: &Value, second: &Value) -> bool {
    let custom = |value: &Value| value.ty().is_some_and(|ty| *ty == pwsh_value::ty::known().pscustomobject);
    custom(first) && custom(second)
}

/// Sorts stably by a comparison that may run script; the first error ends it.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Result<Ordering>) -> Result<()> {
    let mut failure = None;
    items.sort_by(|a, b| match failure {
        Some(_) => Ordering::Equal,
        None => compare(a, b).unwrap_or_else(|error| {
            failure = Some(error);
            Ordering::Equal
        }),
    });
    failure.map_or(Ok(()), Err)
}
