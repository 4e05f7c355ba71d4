//! Slots, and the variables of a scope that have none.

use super::cell::VariableCell;
use pwsh_value::{Name, Value};
use std::collections::HashMap;
use std::sync::Arc;

/// Where a variable's value lies: bare until someone needs the variable itself.
#[derive(Clone, Default)]
pub enum Slot {
    /// Not set: the name is looked up further out.
    #[default]
    Unset,
    /// A plain variable.
    Value(Value),
    /// A variable with a type, attributes or options, or one that is held from elsewhere.
    Cell(Arc<VariableCell>),
}

impl Slot {
    /// Whether the variable exists.
    pub fn is_set(&self) -> bool {
        !matches!(self, Slot::Unset)
    }

    /// The value, null for none.
    pub fn value(&self) -> Value {
        match self {
            Slot::Unset => Value::Null,
            Slot::Value(value) => value.clone(),
            Slot::Cell(cell) => cell.value(),
        }
    }
}

/// Few variables are searched in order, many by an index.
const INDEXED_FROM: usize = 12;

/// Variables by name, in the order in which they were made.
#[derive(Default)]
pub struct VariableTable {
    list: Vec<(Name, Slot)>,
    index: Option<HashMap<Name, u32>>,
}

impl VariableTable {
    /// The position of a name.
    pub fn position(&self, name: Name) -> Option<u32> {
        match &self.index {
            Some(index) => index.get(&name).copied(),
            None => self.list.iter().position(|(n, _)| *n == name).map(|at| at as u32),
        }
    }

    /// The slot at a position.
    pub fn at(&self, position: u32) -> &Slot {
        &self.list[position as usize].1
    }

    /// The slot at a position, to change it.
    pub fn at_mut(&mut self, position: u32) -> &mut Slot {
        &mut self.list[position as usize].1
    }

    /// The slot of a name, a new one if there was none.
    pub fn place(&mut self, name: Name) -> &mut Slot {
        let at = match self.position(name) {
            Some(at) => at as usize,
            None => {
                self.list.push((name, Slot::Unset));
                let at = self.list.len() - 1;
                match &mut self.index {
                    Some(index) => drop(index.insert(name, at as u32)),
                    None if self.list.len() >= INDEXED_FROM => self.reindex(),
                    None => {}
                }
                at
            }
        };
        &mut self.list[at].1
    }

    /// Removes the variable at a position.
    pub fn remove(&mut self, position: u32) {
        self.list.remove(position as usize);
        if self.index.is_some() {
            self.reindex();
        }
    }

    /// Removes all.
    pub fn clear(&mut self) {
        self.list.clear();
        self.index = None;
    }

    /// All variables.
    pub fn iter(&self) -> impl Iterator<Item = (Name, &Slot)> {
        self.list.iter().map(|(name, slot)| (*name, slot))
    }

    fn reindex(&mut self) {
        self.index = Some(self.list.iter().enumerate().map(|(at, (name, _))| (*name, at as u32)).collect());
    }
}
