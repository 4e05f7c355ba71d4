//! What `SortedDictionary`, `SortedList` and `SortedSet` share: entries kept in the order of a comparer.

use super::dictionary_members::{self, pairs_of};
use super::items::{default_of, generic_arguments, order};
use crate::fault;
use pwsh_value::payload::{Dictionary, Keys, Reference};
use pwsh_value::ty::Call;
use pwsh_value::{Context, Error, Handle, Obj, Payload, Result, Value};

/// The payload of the sorted dictionaries: the entries in order, and the comparer that orders them.
pub struct Sorted {
    entries: Dictionary,
    comparer: Value,
}

impl Payload for Sorted {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.entries.trace(visit);
        visit(&self.comparer);
    }

    fn release(&self, out: &mut Vec<Value>) {
        self.entries.release(out);
    }

    fn base(&self) -> Option<&dyn Payload> {
        Some(&self.entries)
    }
}

/// `()`, with another dictionary and a comparer.
pub fn new(call: &mut Call<'_>) -> Result<Value> {
    let (mut source, mut comparer) = (None, Value::Null);
    for value in call.args {
        match value.cell() {
            Some(obj) if obj.get::<Dictionary>().is_some() => source = Some(value),
            Some(_) => comparer = value.clone(),
            None => {}
        }
    }
    let made = Obj::new(call.ty.clone(), Sorted { entries: Dictionary::new(Keys::Exact), comparer });
    let value = Value::Object(made);
    if let Some(source) = source {
        for (key, item) in pairs_of(call.cx, source)? {
            put(call.cx, &value, key, item)?;
        }
    }
    Ok(value)
}

fn payload(this: &Value) -> Handle<'_, Sorted> {
    this.cell().and_then(|obj| obj.get::<Sorted>()).expect("a sorted dictionary")
}

fn entries(this: &Value) -> Handle<'_, Dictionary> {
    this.cell().and_then(|obj| obj.get::<Dictionary>()).expect("a sorted dictionary")
}

/// Where a key is, or where it would go.
fn search(cx: &mut dyn Context, this: &Value, key: &Value) -> Result<Result<usize, usize>> {
    if key.is_null() {
        return Err(fault::null("key"));
    }
    let comparer = &payload(this).payload().comparer;
    let entries = entries(this);
    let (mut low, mut high) = (0, entries.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let there = entries.at(middle).map(|(key, _)| key).unwrap_or_default();
        match order(cx, comparer, &there, key)? {
            0 => return Ok(Ok(middle)),
            before if before < 0 => low = middle + 1,
            _ => high = middle,
        }
    }
    Ok(Err(low))
}

/// Sets the value of a key.
pub fn put(cx: &mut dyn Context, this: &Value, key: Value, value: Value) -> Result<()> {
    match search(cx, this, &key)? {
        Ok(at) => {
            entries(this).set_at(at, value);
            Ok(())
        }
        Err(at) => entries(this).insert_at(cx, at, key, value),
    }
}

/// The indexer.
pub fn item(call: &mut Call<'_>) -> Result<Value> {
    let key = call.arg(0);
    match search(call.cx, call.this, key)? {
        Ok(at) => Ok(entries(call.this).at(at).map(|(_, value)| value).unwrap_or_default()),
        Err(_) if generic_arguments(call.this.ty().expect("an object")).is_empty() => Ok(Value::Null),
        Err(_) => {
            let text = call.cx.to_text(key)?;
            let message = format!("The given key '{text}' was not present in the dictionary.");
            Err(Error::new("System.Collections.Generic.KeyNotFoundException", message))
        }
    }
}

/// Setting through the indexer.
pub fn set_item(call: &mut Call<'_>) -> Result<Value> {
    let (key, value) = (call.arg(0).clone(), call.args[1].clone());
    put(call.cx, call.this, key, value)?;
    Ok(Value::Void)
}

/// `Add`, which refuses a key that is there.
pub fn add(call: &mut Call<'_>) -> Result<Value> {
    let key = call.arg(0);
    match search(call.cx, call.this, key)? {
        Err(at) => {
            entries(call.this).insert_at(call.cx, at, key.clone(), call.args[1].clone())?;
            Ok(Value::Void)
        }
        Ok(_) if generic_arguments(call.this.ty().expect("an object")).is_empty() => {
            let text = call.cx.to_text(key)?;
            let message = format!(
                "Item has already been added. Key in dictionary: '{text}'  Key being added: '{text}'"
            );
            Err(Error::argument(&message, ""))
        }
        Ok(_) => {
            let text = call.cx.to_text(key)?;
            let message = format!("An item with the same key has already been added. Key: {text}");
            Err(fault::argument(&message, "key"))
        }
    }
}

/// `ContainsKey`.
pub fn contains_key(call: &mut Call<'_>) -> Result<Value> {
    let key = call.arg(0);
    Ok(search(call.cx, call.this, key)?.is_ok().into())
}

/// `Contains`.
pub fn contains(call: &mut Call<'_>) -> Result<Value> {
    contains_key(call)
}

/// `TryGetValue`.
pub fn try_get_value(call: &mut Call<'_>) -> Result<Value> {
    let key = call.arg(0);
    let found = search(call.cx, call.this, key)?.ok().and_then(|at| entries(call.this).at(at));
    let there = found.is_some();
    if let Some(slot) = call.payload::<Reference>(1) {
        let value_type = generic_arguments(call.this.ty().expect("an object")).get(1);
        slot.set(found.map_or_else(|| value_type.map_or(Value::Null, default_of), |(_, value)| value));
    }
    Ok(there.into())
}

/// `Remove`.
pub fn remove(call: &mut Call<'_>) -> Result<Value> {
    let key = call.arg(0);
    let found = search(call.cx, call.this, key)?.ok();
    if let Some(at) = found {
        entries(call.this).remove_at(at);
    }
    let generic = !generic_arguments(call.this.ty().expect("an object")).is_empty();
    Ok(if generic { found.is_some().into() } else { Value::Void })
}

/// `RemoveAt`.
pub fn remove_at(call: &mut Call<'_>) -> Result<Value> {
    let at = at(call)?;
    entries(call.this).remove_at(at);
    Ok(Value::Void)
}

fn at(call: &Call<'_>) -> Result<usize> {
    let length = entries(call.this).len();
    usize::try_from(call.int(0)).ok().filter(|at| *at < length).ok_or_else(fault::index)
}

/// `GetKey` and `GetKeyAtIndex`.
pub fn get_key(call: &mut Call<'_>) -> Result<Value> {
    let at = at(call)?;
    Ok(entries(call.this).at(at).map(|(key, _)| key).unwrap_or_default())
}

/// `GetKeyAtIndex`.
pub fn get_key_at_index(call: &mut Call<'_>) -> Result<Value> {
    get_key(call)
}

/// `GetByIndex`.
pub fn get_by_index(call: &mut Call<'_>) -> Result<Value> {
    let at = at(call)?;
    Ok(entries(call.this).at(at).map(|(_, value)| value).unwrap_or_default())
}

/// `GetValueAtIndex`.
pub fn get_value_at_index(call: &mut Call<'_>) -> Result<Value> {
    get_by_index(call)
}

/// `SetByIndex`.
pub fn set_by_index(call: &mut Call<'_>) -> Result<Value> {
    let at = at(call)?;
    entries(call.this).set_at(at, call.args[1].clone());
    Ok(Value::Void)
}

/// `IndexOfKey`.
pub fn index_of_key(call: &mut Call<'_>) -> Result<Value> {
    let key = call.arg(0);
    Ok(search(call.cx, call.this, key)?.map_or(-1, |at| at as i32).into())
}

/// `IndexOfValue`.
pub fn index_of_value(call: &mut Call<'_>) -> Result<Value> {
    let wanted = call.arg(0);
    for (at, (_, value)) in entries(call.this).entries().into_iter().enumerate() {
        if call.cx.equals(&value, wanted)? {
            return Ok((at as i32).into());
        }
    }
    Ok((-1).into())
}

/// `Clone`.
pub fn clone(call: &mut Call<'_>) -> Result<Value> {
    let comparer = payload(call.this).payload().comparer.clone();
    let ty = call.this.ty().expect("an object").clone();
    let copy = Value::Object(Obj::new(ty, Sorted { entries: Dictionary::new(Keys::Exact), comparer }));
    for (key, value) in entries(call.this).entries() {
        put(call.cx, &copy, key, value)?;
    }
    Ok(copy)
}

/// `GetKeyList`.
pub fn get_key_list(call: &mut Call<'_>) -> Result<Value> {
    dictionary_members::keys(call)
}

/// `GetValueList`.
pub fn get_value_list(call: &mut Call<'_>) -> Result<Value> {
    dictionary_members::values(call)
}
