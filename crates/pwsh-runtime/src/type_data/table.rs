//! A runspace's view: its own entries over the built-in ones.

use super::built_in;
use super::entry::{Entry, TypeMember};
use pwsh_value::{PsString, Type};
use std::collections::HashMap;
use std::sync::Arc;

/// The type data of a runspace.
#[derive(Default)]
pub struct TypeTable {
    /// Entries of the runspace by lower-case type name; `None`: the built-in one was removed.
    own: HashMap<String, Option<Arc<Entry>>>,
    /// What holds for the objects of a type, gathered along its type names.
    gathered: HashMap<Type, Arc<Entry>>,
    /// Counts the changes.
    generation: u64,
}

impl TypeTable {
    /// The entry filed under a type name.
    pub fn entry(&self, type_name: &PsString) -> Option<Arc<Entry>> {
        let key = type_name.to_str().to_ascii_lowercase();
        match self.own.get(&key) {
            Some(entry) => entry.clone(),
            None => built_in::entry(&key),
        }
    }

    /// All entries: the built-in ones by name, then the runspace's own.
    pub fn all(&self) -> Vec<Arc<Entry>> {
        let mut names: Vec<&str> = built_in::names().filter(|name| !self.own.contains_key(*name)).collect();
        names.sort_unstable();
        let mut entries: Vec<Arc<Entry>> = names.into_iter().filter_map(built_in::entry).collect();
        entries.extend(self.own.values().flatten().cloned());
        entries.sort_by(|a, b| a.name.to_str().cmp(&b.name.to_str()));
        entries
    }

    /// A number that is another after each change of the entries.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    fn changed(&mut self) {
        self.gathered.clear();
        self.generation += 1;
    }

    /// Replaces the entry filed under the entry's name (Update-TypeData).
    pub fn set(&mut self, entry: Entry) {
        self.own.insert(entry.name.to_str().to_ascii_lowercase(), Some(Arc::new(entry)));
        self.changed();
    }

    /// Removes what is filed under a type name (Remove-TypeData); says whether anything was.
    pub fn remove(&mut self, type_name: &PsString) -> bool {
        let there = self.entry(type_name).is_some();
        let key = type_name.to_str().to_ascii_lowercase();
        if built_in::entry(&key).is_some() {
            self.own.insert(key, None);
        } else {
            self.own.remove(&key);
        }
        self.changed();
        there
    }

    /// What holds for objects of a type that have its own type names.
    pub fn of_type(&mut self, ty: &Type) -> Arc<Entry> {
        if let Some(found) = self.gathered.get(ty) {
            return found.clone();
        }
        let entry = Arc::new(self.gather(ty.hierarchy().map(Type::name)));
        self.gathered.insert(ty.clone(), entry.clone());
        entry
    }

    /// What holds for objects with these type names, most derived first.
    pub fn of_names(&self, names: &[PsString]) -> Entry {
        self.gather(names.iter())
    }

    fn gather<'a>(&self, names: impl Iterator<Item = &'a PsString>) -> Entry {
        let entries: Vec<Arc<Entry>> = names.filter_map(|name| self.entry(name)).collect();
        let mut gathered = Entry::default();
        // Members stand in the order in which the bases first have them; a derived type's own come in their place.
        for (name, member) in entries.iter().rev().flat_map(|entry| &entry.members) {
            let member = TypeMember::clone(member);
            match gathered.members.iter_mut().find(|(known, _)| known.eq_ignore_case(name)) {
                Some(known) => *known = (name.clone(), member),
                None => gathered.members.push((name.clone(), member)),
            }
        }
        for entry in entries {
            if gathered.name.is_empty() {
                gathered.name = entry.name.clone();
            }
            gathered.standard.fill_from(&entry.standard);
        }
        gathered
    }
}

#[cfg(test)]
mod tests {
    use super::super::entry::Standard;
    use super::*;
    use pwsh_value::{Member, Value};

    fn note(type_name: &str, name: &str, value: i32) -> Entry {
        let member = TypeMember::Extended(Member::Note(Value::Int32(value)));
        Entry { name: type_name.into(), members: vec![(name.into(), member)], standard: Standard::default() }
    }

    #[test]
    fn a_runspaces_entry_hides_the_built_in_one_until_it_is_removed() {
        let mut table = TypeTable::default();
        let name = "System.Guid".into();
        assert!(table.entry(&name).unwrap().member(&"Guid".into()).is_some());
        table.set(note("system.guid", "Mine", 1));
        assert!(table.entry(&name).unwrap().member(&"Guid".into()).is_none());
        assert!(table.remove(&name));
        assert!(table.entry(&name).is_none());
    }

    #[test]
    fn the_most_derived_type_name_wins() {
        let mut table = TypeTable::default();
        table.set(note("B", "x", 1));
        table.set(note("A", "x", 2));
        let gathered = table.of_names(&["A".into(), "B".into()]);
        assert_eq!(gathered.members.len(), 1);
        assert!(matches!(&gathered.members[0].1, TypeMember::Extended(Member::Note(Value::Int32(2)))));
    }
}
