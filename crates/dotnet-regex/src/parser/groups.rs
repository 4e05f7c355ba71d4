//! The groups of a pattern, as the first pass finds them.

use std::collections::HashMap;

use super::Cursor;
use crate::group_names::GroupNames;
use crate::parse_error::{ParseError, ParseErrorKind};

/// The groups by number; before [`GroupTable::assign_names`] those without a number wait in `names`.
#[derive(Debug, Default)]
pub(super) struct GroupTable {
    /// Number to the place in the pattern where the group first begins.
    positions: HashMap<u32, usize>,
    /// Names in the order of their first use, their place in the pattern and, once assigned, their number.
    names: Vec<(Vec<u16>, usize, u32)>,
    name_index: HashMap<Vec<u16>, usize>,
    /// All numbers in ascending order.
    sorted: Vec<u32>,
    top: u32,
}

impl GroupTable {
    pub(super) fn note_number(&mut self, number: u32, position: usize) {
        self.positions.entry(number).or_insert(position);
        self.top = self.top.max(number.saturating_add(1));
    }

    pub(super) fn note_name(&mut self, name: &[u16], position: usize) {
        if !self.name_index.contains_key(name) {
            self.name_index.insert(name.to_vec(), self.names.len());
            self.names.push((name.to_vec(), position, 0));
        }
    }

    /// Gives the names the free numbers from `next` on, in their order.
    pub(super) fn assign_names(&mut self, mut next: u32) {
        for index in 0..self.names.len() {
            while self.has_number(next) {
                next += 1;
            }
            self.names[index].2 = next;
            self.note_number(next, self.names[index].1);
            next += 1;
        }
        self.sorted = self.positions.keys().copied().collect();
        self.sorted.sort_unstable();
    }

    pub(super) fn has_number(&self, number: u32) -> bool {
        self.positions.contains_key(&number)
    }

    pub(super) fn position(&self, number: u32) -> Option<usize> {
        self.positions.get(&number).copied()
    }

    /// One more than the highest number so far.
    pub(super) fn top(&self) -> u32 {
        self.top
    }

    /// The number of the group of that name; where groups have names, the digits of the others are their names.
    pub(super) fn number_of_name(&self, name: &[u16]) -> Option<u32> {
        self.name_index.get(name).map(|&index| self.names[index].2)
    }

    /// The place of a number among all; 0 for one that does not exist.
    pub(super) fn slot(&self, number: u32) -> u32 {
        self.sorted.binary_search(&number).unwrap_or_default() as u32
    }

    pub(super) fn defined_number(&self, number: u32, cursor: &Cursor<'_>) -> Result<u32, ParseError> {
        if self.has_number(number) {
            return Ok(number);
        }
        Err(cursor.error_naming(ParseErrorKind::UndefinedNumberedReference, &number.to_string()))
    }

    pub(super) fn defined_name(&self, name: &[u16], cursor: &Cursor<'_>) -> Result<u32, ParseError> {
        self.number_of_name(name).ok_or_else(|| {
            let name = String::from_utf16_lossy(name);
            cursor.error_naming(ParseErrorKind::UndefinedNamedReference, &name)
        })
    }

    pub(super) fn into_names(self) -> GroupNames {
        // names got ascending numbers, so they are in order
        let names = self.names.into_iter().map(|(name, _, number)| (name, number)).collect();
        GroupNames::new(self.sorted, names)
    }
}
