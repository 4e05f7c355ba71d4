//! `Compare-Object`.

use super::keys::{Key, compare_keys, keys_of};
use crate::property::{Allowed, PropertyArgument};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::ops::Case;
use pwsh_value::payload::PropertyBag;
use pwsh_value::{Member, Obj, PsString, Result, Value};
use std::cmp::Ordering;

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

impl Cmdlet for CompareObject {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let allowed = Allowed { keys: &[], wildcards: false };
        self.properties = PropertyArgument::parse_all(io.rs, &self.property, allowed)?;
        Ok(())
    }

    fn process(&mut self, _: &mut Io<'_>) -> Result<()> {
        self.differences.append(&mut self.difference_object);
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let case = if self.case_sensitive.0 { Case::Heed } else { Case::Ignore };
        let mut references: Vec<Option<(Vec<Key>, Value)>> = Vec::new();
        for object in std::mem::take(&mut self.reference_object) {
            references.push(Some((keys_of(io, &self.properties, &object)?, object)));
        }
        let equal = self.include_equal.0 || self.exclude_different.0;
        let mut only_new = Vec::new();
        for object in std::mem::take(&mut self.differences) {
            let keys = keys_of(io, &self.properties, &object)?;
            let mut matched = None;
            for (at, reference) in references.iter().enumerate() {
                if let Some((reference, _)) = reference
                    && compare_keys(io.rs, case, &[], reference, &keys)? == Ordering::Equal
                {
                    matched = Some(at);
                    break;
                }
            }
            match matched.and_then(|at| references[at].take()) {
                Some((keys, reference)) if equal => self.put(io, keys, reference, "==")?,
                Some(_) => {}
                None => only_new.push((keys, object)),
            }
        }
        if self.exclude_different.0 {
            return Ok(());
        }
        for (keys, object) in only_new {
            self.put(io, keys, object, "=>")?;
        }
        for (keys, object) in references.into_iter().flatten() {
            self.put(io, keys, object, "<=")?;
        }
        Ok(())
    }
}

impl CompareObject {
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
