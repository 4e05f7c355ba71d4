//! `System.Text.RegularExpressions.GroupCollection`.

use super::capture::Captured;
use super::group::{failed_group, group_object};
use crate::collections::{enumerator, items};
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.Text.RegularExpressions.GroupCollection`.
pub static GROUP_COLLECTION: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IList[System.Text.RegularExpressions.Group]",
        "System.Collections.Generic.ICollection[System.Text.RegularExpressions.Group]",
        "System.Collections.Generic.IEnumerable[System.Text.RegularExpressions.Group]",
        "System.Collections.IEnumerable",
        "System.Collections.Generic.IReadOnlyList[System.Text.RegularExpressions.Group]",
        "System.Collections.Generic.IReadOnlyCollection[System.Text.RegularExpressions.Group]",
        "System.Collections.IList",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyDictionary[string,System.Text.RegularExpressions.Group]",
        "System.Collections.Generic.IReadOnlyCollection[System.Collections.Generic.KeyValuePair[string,System.Text.RegularExpressions.Group]]",
        "System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[string,System.Text.RegularExpressions.Group]]",
    ],
    members: &[
        property("bool IsReadOnly {get;}", is_read_only),
        property("int Count {get;}", count),
        property("System.Text.RegularExpressions.Group Item(int groupnum) {get;}", item),
        property("System.Text.RegularExpressions.Group Item(string groupname) {get;}", item),
        property("bool IsSynchronized {get;}", is_synchronized),
        property("System.Object SyncRoot {get;}", sync_root),
        property("System.Collections.Generic.IEnumerable[string] Keys {get;}", keys),
        property(
            "System.Collections.Generic.IEnumerable[System.Text.RegularExpressions.Group] Values {get;}",
            values,
        ),
        method("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
        method("void CopyTo(array array, int arrayIndex)", copy_to),
        method("void CopyTo(System.Text.RegularExpressions.Group[] array, int arrayIndex)", copy_to),
        method(
            "bool TryGetValue(string key, [ref] System.Text.RegularExpressions.Group value)",
            try_get_value,
        ),
        method("bool ContainsKey(string key)", contains_key),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Text.RegularExpressions.GroupCollection")
};

const HOOKS: Hooks = Hooks {
    enumerate: Some(|_, value| {
        Ok(value.cell().and_then(|obj| obj.get::<Groups>()).map(|groups| groups.list()).unwrap_or_default())
    }),
    ..Hooks::NONE
};

/// The payload: the match whose groups they are.
struct Groups(Value);

impl Payload for Groups {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0);
    }
}

/// The groups of a match.
pub fn collection(found: &Value) -> Value {
    Obj::new(named("System.Text.RegularExpressions.GroupCollection"), Groups(found.clone())).into()
}

impl Groups {
    fn captured(&self) -> Option<&Captured> {
        self.0.cell().and_then(|obj| obj.get::<Captured>()).map(|captured| captured.payload())
    }

    fn len(&self) -> usize {
        self.captured()
            .and_then(|captured| captured.found.as_ref())
            .map_or(1, |(_, captures, _)| captures.slots())
    }

    /// The group in a slot; the first is the match itself.
    fn slot(&self, slot: usize) -> Value {
        match self.captured() {
            _ if slot == 0 => self.0.clone(),
            Some(Captured { input, found: Some((regex, captures, _)), .. }) if slot < captures.slots() => {
                group_object(input, regex, captures, slot)
            }
            _ => failed_group(),
        }
    }

    fn list(&self) -> Vec<Value> {
        (0..self.len()).map(|slot| self.slot(slot)).collect()
    }

    /// The slot of a name or number.
    fn find(&self, key: &Value) -> Option<usize> {
        let (regex, ..) = self.captured()?.found.as_ref()?;
        let number = match key {
            Value::Int32(number) => u32::try_from(*number).ok()?,
            name => regex.group_number(&name.as_string()?.to_str())?,
        };
        regex.group_slot(number)
    }

    fn names(&self) -> Vec<String> {
        match self.captured().and_then(|captured| captured.found.as_ref()) {
            Some((regex, ..)) => regex.group_names(),
            None => vec!["0".to_owned()],
        }
    }
}

fn item(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Groups>();
    let key = call.arg(0);
    if matches!(key, Value::Int32(0)) {
        return Ok(this.slot(0));
    }
    Ok(this.find(key).map_or_else(failed_group, |slot| this.slot(slot)))
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Groups>().len() as i32).into())
}

fn contains_key(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Groups>().find(call.arg(0)).is_some().into())
}

fn try_get_value(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Groups>();
    let found = this.find(call.arg(0));
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(found.map_or(Value::Null, |at| this.slot(at)));
    }
    Ok(found.is_some().into())
}

fn keys(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::strings(call.this::<Groups>().names()).into())
}

fn values(call: &mut Call<'_>) -> Result<Value> {
    let list = call.this::<Groups>().list();
    Ok(Obj::typed_array(&named("System.Text.RegularExpressions.Group"), list).into())
}

fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    enumerator::get_enumerator(call)
}

fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    items::copy_to(call, 0, call.int(1), call.this::<Groups>().list())
}

fn sync_root(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.clone())
}

fn is_read_only(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn is_synchronized(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}
