//! `Compare-Object`.

use super::keys::{Key, compare_keys, keys_of};
use crate::culture_argument::accept_culture;
use crate::property::{Allowed, PropertyArgument};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::ops::Case;
use pwsh_value::payload::PropertyBag;
use pwsh_value::{Member, Obj, PsString, Result, Value};
use std::cmp::Ordering;
use std::collections::VecDeque;

/// Tells which objects only one of two collections has.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Compare-Object",
    module = "Microsoft.PowerShell.Utility",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096605"
)]
pub struct CompareObject {
    #[parameter(ty = "System.Management.Automation.PSObject[]", mandatory, position = 0)]
    #[validate(allow_empty_collection)]
    reference_object: Vec<Value>,
    #[parameter(ty = "System.Management.Automation.PSObject[]", mandatory, position = 1, pipeline)]
    #[validate(allow_empty_collection)]
    difference_object: Vec<Value>,
    #[parameter]
    #[validate(range(0, i32::MAX))]
    sync_window: Option<i32>,
    #[parameter]
    property: Vec<Value>,
    #[parameter]
    exclude_different: Switch,
    #[parameter]
    include_equal: Switch,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    culture: PsString,
    #[parameter]
    case_sensitive: Switch,
    properties: Vec<PropertyArgument>,
    differences: Vec<Value>,
}

/// An object, and what it is compared by.
struct Entry {
    keys: Vec<Key>,
    object: Value,
}

impl Cmdlet for CompareObject {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        accept_culture(&self.culture)?;
        let allowed = Allowed { keys: &[], wildcards: false };
        self.properties = PropertyArgument::parse_all(io.rs, &self.property, allowed)?;
        Ok(())
    }

    fn process(&mut self, _: &mut Io<'_>) -> Result<()> {
        self.differences.append(&mut self.difference_object);
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut references = VecDeque::new();
        for object in std::mem::take(&mut self.reference_object) {
            references.push_back(Entry { keys: keys_of(io, &self.properties, &object)?, object });
        }
        let (mut only_old, mut only_new) = (VecDeque::new(), VecDeque::new());
        for object in std::mem::take(&mut self.differences) {
            let difference = Entry { keys: keys_of(io, &self.properties, &object)?, object };
            let reference = references.pop_front();
            self.step(io, reference, Some(difference), &mut only_old, &mut only_new)?;
        }
        while let Some(reference) = references.pop_front() {
            self.step(io, Some(reference), None, &mut only_old, &mut only_new)?;
        }
        only_new.into_iter().try_for_each(|entry| self.put_different(io, entry, "=>"))?;
        only_old.into_iter().try_for_each(|entry| self.put_different(io, entry, "<="))
    }
}

impl CompareObject {
    /// Compares the objects at one place of both collections, with each other and with those that found no equal at
    /// the places before.
    fn step(
        &self,
        io: &mut Io<'_>,
        reference: Option<Entry>,
        difference: Option<Entry>,
        only_old: &mut VecDeque<Entry>,
        only_new: &mut VecDeque<Entry>,
    ) -> Result<()> {
        if let (Some(old), Some(new)) = (&reference, &difference)
            && self.equal(io, old, new)?
        {
            return reference.map_or(Ok(()), |entry| self.put_equal(io, entry));
        }
        if let Some(new) = difference {
            match self.place(io, only_old, |old| (old, &new))? {
                Some(at) => only_old.remove(at).map_or(Ok(()), |entry| self.put_equal(io, entry))?,
                None => self.keep(io, only_new, new, "=>")?,
            }
        }
        if let Some(old) = reference {
            // the difference of this place may be among them: it is known not to be equal
            match self.place(io, only_new, |new| (&old, new))? {
                Some(at) => {
                    only_new.remove(at);
                    self.put_equal(io, old)?;
                }
                None => self.keep(io, only_old, old, "<=")?,
            }
        }
        Ok(())
    }

    fn equal(&self, io: &mut Io<'_>, old: &Entry, new: &Entry) -> Result<bool> {
        let case = if self.case_sensitive.0 { Case::Heed } else { Case::Ignore };
        Ok(compare_keys(io.rs, case, &[], &old.keys, &new.keys)? == Ordering::Equal)
    }

    /// Where the first of some entries is that makes an equal pair.
    fn place<'e>(
        &self,
        io: &mut Io<'_>,
        entries: &'e VecDeque<Entry>,
        pair: impl Fn(&'e Entry) -> (&'e Entry, &'e Entry),
    ) -> Result<Option<usize>> {
        for (at, entry) in entries.iter().enumerate() {
            let (old, new) = pair(entry);
            if self.equal(io, old, new)? {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }

    /// Keeps an entry for the places to come; those that leave the window for it are different.
    fn keep(&self, io: &mut Io<'_>, entries: &mut VecDeque<Entry>, entry: Entry, side: &str) -> Result<()> {
        let window = self.sync_window.map_or(usize::MAX, |window| usize::try_from(window).unwrap_or(0));
        entries.push_back(entry);
        while entries.len() > window {
            let Some(first) = entries.pop_front() else { break };
            self.put_different(io, first, side)?;
        }
        Ok(())
    }

    fn put_equal(&self, io: &mut Io<'_>, entry: Entry) -> Result<()> {
        match self.include_equal.0 || self.exclude_different.0 {
            true => self.put(io, entry.keys, entry.object, "=="),
            false => Ok(()),
        }
    }

    fn put_different(&self, io: &mut Io<'_>, entry: Entry, side: &str) -> Result<()> {
        match self.exclude_different.0 {
            true => Ok(()),
            false => self.put(io, entry.keys, entry.object, side),
        }
    }

    fn put(&self, io: &mut Io<'_>, keys: Vec<Key>, object: Value, side: &str) -> Result<()> {
        let side = ("SideIndicator".into(), Value::str(side));
        if self.pass_thru.0 {
            let value = object.wrap();
            if let Some(cell) = value.cell() {
                match cell.get::<PropertyBag>() {
                    Some(bag) => bag.set(side.0, side.1),
                    None => cell.attached_or_new().set(cell, side.0, Member::Note(side.1)),
                }
            }
            return io.write(value);
        }
        let mut notes: Vec<(PsString, Value)> = Vec::new();
        if self.properties.is_empty() {
            notes.push(("InputObject".into(), object));
        }
        for (property, key) in self.properties.iter().zip(keys) {
            notes.push((property.expression.text(), key.unwrap_or_default()));
        }
        notes.push(side);
        io.write(Value::Object(Obj::custom(notes.into_iter().collect())))
    }
}
