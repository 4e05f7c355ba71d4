//! `Group-Object`.

use super::keys::{Key, compare_keys, keys_of};
use crate::culture_argument::accept_culture;
use crate::order::sort_by;
use crate::property::{Allowed, PropertyArgument};
use crate::types::Fields;
use pwsh_runtime::Runspace;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::ops::Case;
use pwsh_value::payload::{Dictionary, Keys, List};
use pwsh_value::ty::{close_generic, known, named};
use pwsh_value::{Category, Context, Error, Obj, PsString, Result, Value, convert};
use std::cmp::Ordering;

/// Gathers objects with equal keys.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Group-Object",
    module = "Microsoft.PowerShell.Utility",
    aliases("group"),
    default_set = "HashTable",
    output("System.Collections.Hashtable", "Microsoft.PowerShell.Commands.GroupInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096619"
)]
pub struct GroupObject {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(position = 0)]
    property: Vec<Value>,
    #[parameter]
    no_element: Switch,
    #[parameter(alias("AHT"), set = "HashTable")]
    as_hash_table: Switch,
    #[parameter(set = "HashTable")]
    as_string: Switch,
    #[parameter]
    culture: PsString,
    #[parameter]
    case_sensitive: Switch,
    objects: Vec<Value>,
}

struct Group {
    keys: Vec<Key>,
    objects: Vec<Value>,
}

impl Cmdlet for GroupObject {
    fn begin(&mut self, _: &mut Io<'_>) -> Result<()> {
        accept_culture(&self.culture)
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if (io.call.expects_input || io.is_bound("InputObject")) && !matches!(self.input_object, Value::Void)
        {
            self.objects.push(self.input_object.clone());
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let properties =
            PropertyArgument::parse_all(io.rs, &self.property, Allowed { keys: &[], wildcards: false })?;
        self.check(properties.len())?;
        let case = if self.case_sensitive.0 { Case::Heed } else { Case::Ignore };
        let mut entries = Vec::with_capacity(self.objects.len());
        for object in std::mem::take(&mut self.objects) {
            entries.push((keys_of(io, &properties, &object)?, object));
        }
        // Keys of one type have an order, by which the groups come; others come as they are first met.
        if same_types(&entries) {
            let rs = &mut *io.rs;
            sort_by(&mut entries, |a, b| compare_keys(rs, case, &[], &a.0, &b.0))?;
        }
        let groups = gather(io.rs, case, entries)?;
        if self.as_hash_table.0 {
            let table = self.table(io.rs, groups)?;
            return if self.property.is_empty() && table.get::<Dictionary>().is_some_and(|t| t.is_empty()) {
                Ok(())
            } else {
                io.write(Value::Object(table))
            };
        }
        for group in groups {
            let info = self.info(io.rs, group)?;
            io.write(info)?;
        }
        Ok(())
    }
}

impl GroupObject {
    fn check(&self, properties: usize) -> Result<()> {
        let refused = |text: &str, target: Value| {
            Err(Error::new("System.ArgumentException", text)
                .id("ArgumentException")
                .category(Category::InvalidArgument)
                .target(target))
        };
        if self.as_string.0 && !self.as_hash_table.0 {
            let given = Obj::new(known().switch_parameter.clone(), pwsh_value::payload::Switch(true));
            return refused(
                "The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter.",
                Value::Object(given),
            );
        }
        if self.as_hash_table.0 && !self.as_string.0 && properties > 1 {
            return refused(
                "The command cannot be run because using the AsHashTable parameter with more than one property requires adding the AsString parameter.",
                Value::Object(Obj::array(self.property.clone())),
            );
        }
        Ok(())
    }

    fn info(&self, rs: &mut Runspace, group: Group) -> Result<Value> {
        let name = name_of(rs, &group.keys)?;
        let values = group.keys.into_iter().map(Option::unwrap_or_default).collect();
        let values = Obj::new(known().array_list.clone(), List::of_values(values));
        let count = Value::Int32(group.objects.len() as i32);
        let (type_name, objects) = match self.no_element.0 {
            true => ("Microsoft.PowerShell.Commands.GroupInfoNoElement", Value::Null),
            false => ("Microsoft.PowerShell.Commands.GroupInfo", Value::Object(collection(group.objects))),
        };
        Ok(Fields::object(type_name, vec![Value::Object(values), count, objects, Value::String(name)]))
    }

    fn table(&self, rs: &mut Runspace, groups: Vec<Group>) -> Result<Obj> {
        let keys = if self.case_sensitive.0 { Keys::Exact } else { Keys::IgnoreCase };
        let table = Obj::new(known().hashtable.clone(), Dictionary::new(keys));
        for group in groups {
            let key = match self.as_string.0 {
                true => Value::String(name_of(rs, &group.keys)?),
                false => group.keys.into_iter().next().flatten().unwrap_or_default(),
            };
            if key.is_null() {
                continue;
            }
            if let Some(table) = table.get::<Dictionary>() {
                table.set(rs, key, Value::Object(collection(group.objects)))?;
            }
        }
        Ok(table)
    }
}

/// Whether all keys of one place have one type.
fn same_types(entries: &[(Vec<Key>, Value)]) -> bool {
    let Some((first, _)) = entries.first() else { return true };
    entries.iter().all(|(keys, _)| {
        keys.iter().zip(first).all(|(a, b)| {
            let ty = |key: &Key| key.as_ref().and_then(|value| value.ty().cloned());
            ty(a) == ty(b)
        })
    })
}

fn gather(rs: &mut Runspace, case: Case, entries: Vec<(Vec<Key>, Value)>) -> Result<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    'entries: for (keys, object) in entries {
        for group in groups.iter_mut().rev() {
            if compare_keys(rs, case, &[], &group.keys, &keys)? == Ordering::Equal {
                group.objects.push(object);
                continue 'entries;
            }
        }
        groups.push(Group { keys, objects: vec![object] });
    }
    Ok(groups)
}

/// The texts of the keys, a collection's in braces.
fn name_of(rs: &mut Runspace, keys: &[Key]) -> Result<PsString> {
    let mut parts = Vec::with_capacity(keys.len());
    for key in keys.iter().flatten() {
        if key.is_null() {
            continue;
        }
        parts.push(match rs.enumerate(key)? {
            Some(items) => {
                let mut texts = Vec::with_capacity(items.len());
                for item in items {
                    texts.push(convert::to_text(rs, &item)?.to_string());
                }
                format!("{{{}}}", texts.join(", "))
            }
            None => convert::to_text(rs, key)?.to_string(),
        });
    }
    Ok(parts.join(", ").into())
}

/// A `Collection<PSObject>`.
fn collection(objects: Vec<Value>) -> Obj {
    let definition = named("System.Collections.ObjectModel.Collection`1");
    Obj::new(close_generic(&definition, vec![known().psobject.clone()]), List::of_values(objects))
}
