//! The distinct objects of `Select-Object -Unique`.

use crate::order::compare;
use pwsh_runtime::Runspace;
use pwsh_runtime::member::PropertyView;
use pwsh_value::ops::Case;
use pwsh_value::{PsString, Result, Value};
use std::cmp::Ordering;

/// Objects of which no two are the same: equal themselves, and with the same notes.
pub struct Uniques {
    case: Case,
    list: Vec<(Value, Vec<(PsString, Value)>)>,
}

impl Uniques {
    /// No objects yet.
    pub fn new(case: Case) -> Uniques {
        Uniques { case, list: Vec::new() }
    }

    /// Adds an object unless its like is there. `selected`: whether its notes are what was selected of another, and
    /// therefore compared.
    pub fn add(&mut self, rs: &mut Runspace, value: Value, selected: bool) -> Result<()> {
        let mut notes = Vec::new();
        if selected {
            for property in rs.properties(&value, PropertyView::Extended)? {
                if property.is_instance() {
                    let note = property.value(rs, &value)?;
                    notes.push((property.name, note));
                }
            }
        }
        for (other, others) in &self.list {
            if notes.len() == others.len()
                && compare(rs, self.case, other, &value)? == Ordering::Equal
                && same_notes(rs, self.case, &notes, others)?
            {
                return Ok(());
            }
        }
        self.list.push((value, notes));
        Ok(())
    }

    /// The objects, in the order in which they came.
    pub fn into_values(self) -> Vec<Value> {
        self.list.into_iter().map(|(value, _)| value).collect()
    }
}

fn same_notes(
    rs: &mut Runspace,
    case: Case,
    notes: &[(PsString, Value)],
    others: &[(PsString, Value)],
) -> Result<bool> {
    for (name, value) in notes {
        let Some((_, other)) = others.iter().find(|(n, _)| n.eq_ignore_case(name)) else { return Ok(false) };
        if compare(rs, case, other, value)? != Ordering::Equal {
            return Ok(false);
        }
    }
    Ok(true)
}
