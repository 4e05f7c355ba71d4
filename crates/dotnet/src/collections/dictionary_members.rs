//! The members that dictionaries share, over one payload.

use super::enumerator;
use super::items::{self, copy_to as copy, entries, generic_arguments, items_of, keys_mode};
use super::key_collections::Part;
use crate::fault;
use pwsh_value::payload::{Dictionary, Keys, Reference};
use pwsh_value::ty::{Call, close_generic, known, named};
use pwsh_value::{Context, Error, Obj, Result, Value};

/// `()`, with a capacity, a load factor, another dictionary and a comparer in any order.
pub fn new(call: &mut Call<'_>) -> Result<Value> {
    let mut keys = Keys::Exact;
    let mut source = None;
    for value in call.args {
        match value.unwrapped() {
            Value::Int32(capacity) if *capacity < 0 => {
                return Err(fault::negative("capacity", (*capacity).into()));
            }
            Value::Object(obj)
                if obj.get::<Dictionary>().is_some() || call.cx.enumerate(value)?.is_some() =>
            {
                source = Some(value);
            }
            Value::Object(_) => keys = keys_mode(value),
            _ => {}
        }
    }
    let made = Obj::new(call.ty.clone(), Dictionary::new(keys));
    if let (Some(source), Some(target)) = (source, made.get::<Dictionary>()) {
        for (key, value) in pairs_of(call.cx, source)? {
            let (key, value) = typed(call.cx, call.ty, key, value)?;
            target.set(call.cx, key, value)?;
        }
    }
    Ok(made.into())
}

/// The pairs of a dictionary or of a list of `KeyValuePair`s.
pub fn pairs_of(cx: &mut dyn Context, source: &Value) -> Result<Vec<(Value, Value)>> {
    if let Some(dictionary) = source.cell().and_then(|obj| obj.get::<Dictionary>()) {
        return Ok(dictionary.entries());
    }
    let mut pairs = Vec::new();
    for entry in items_of(cx, source, "collection")? {
        pairs.push((cx.get_property(&entry, "Key")?, cx.get_property(&entry, "Value")?));
    }
    Ok(pairs)
}

fn typed(cx: &mut dyn Context, ty: &pwsh_value::Type, key: Value, value: Value) -> Result<(Value, Value)> {
    match generic_arguments(ty) {
        [k, v] => {
            let (k, v) = (k.clone(), v.clone());
            Ok((cx.convert(&key, &k)?, if v == known().object { value } else { cx.convert(&value, &v)? }))
        }
        _ => Ok((key, value)),
    }
}

fn is_generic(call: &Call<'_>) -> bool {
    call.this.ty().is_some_and(|ty| !generic_arguments(ty).is_empty())
}

fn key<'a>(call: &Call<'a>) -> Result<&'a Value> {
    let key = call.arg(0);
    match key {
        Value::Null | Value::Void if is_generic(call) => Err(fault::null("key")),
        Value::Null | Value::Void => {
            Err(Error::new("System.ArgumentNullException", "Key cannot be null. (Parameter 'key')"))
        }
        key => Ok(key),
    }
}

/// `Count`.
pub fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Dictionary>().len() as i32).into())
}

/// The indexer: null for a key that is not there, an exception in generic dictionaries.
pub fn item(call: &mut Call<'_>) -> Result<Value> {
    let key = key(call)?;
    let found = call.this::<Dictionary>().get(call.cx, key)?;
    match found {
        Some(value) => Ok(value),
        None if is_generic(call) => {
            let text = call.cx.to_text(key)?;
            let message = format!("The given key '{text}' was not present in the dictionary.");
            Err(Error::new("System.Collections.Generic.KeyNotFoundException", message))
        }
        None => Ok(Value::Null),
    }
}

/// Setting through the indexer.
pub fn set_item(call: &mut Call<'_>) -> Result<Value> {
    let key = key(call)?.clone();
    call.this::<Dictionary>().set(call.cx, key, call.args[1].clone())?;
    Ok(Value::Void)
}

/// `Add`, which refuses a key that is there.
pub fn add(call: &mut Call<'_>) -> Result<Value> {
    let key = key(call)?;
    let this = call.this::<Dictionary>();
    if let Some(at) = this.position(call.cx, key)? {
        let added = call.cx.to_text(key)?;
        let message = if is_generic(call) {
            format!("An item with the same key has already been added. Key: {added}")
        } else {
            let there = this.at(at).map(|(there, _)| there).unwrap_or_default();
            let there = call.cx.to_text(&there)?;
            format!("Item has already been added. Key in dictionary: '{there}'  Key being added: '{added}'")
        };
        return Err(Error::argument(&message, ""));
    }
    this.set(call.cx, key.clone(), call.args[1].clone())?;
    Ok(Value::Void)
}

/// `TryAdd`.
pub fn try_add(call: &mut Call<'_>) -> Result<Value> {
    let key = key(call)?;
    let this = call.this::<Dictionary>();
    if this.position(call.cx, key)?.is_some() {
        return Ok(false.into());
    }
    this.set(call.cx, key.clone(), call.args[1].clone())?;
    Ok(true.into())
}

/// `Clear`.
pub fn clear(call: &mut Call<'_>) -> Result<Value> {
    call.this::<Dictionary>().clear();
    Ok(Value::Void)
}

/// `ContainsKey`.
pub fn contains_key(call: &mut Call<'_>) -> Result<Value> {
    let key = key(call)?;
    Ok(call.this::<Dictionary>().position(call.cx, key)?.is_some().into())
}

/// `Contains`.
pub fn contains(call: &mut Call<'_>) -> Result<Value> {
    contains_key(call)
}

/// `ContainsValue`.
pub fn contains_value(call: &mut Call<'_>) -> Result<Value> {
    let wanted = call.arg(0);
    for (_, value) in call.this::<Dictionary>().entries() {
        if value.unwrapped().same(wanted) || call.cx.equals(&value, wanted)? {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

/// `TryGetValue`.
pub fn try_get_value(call: &mut Call<'_>) -> Result<Value> {
    let key = key(call)?;
    let found = call.this::<Dictionary>().get(call.cx, key)?;
    let there = found.is_some();
    if let Some(slot) = call.payload::<Reference>(1) {
        let ty = call.this.ty().map(|ty| generic_arguments(ty).to_vec()).unwrap_or_default();
        slot.set(found.unwrap_or_else(|| ty.get(1).map_or(Value::Null, items::default_of)));
    }
    Ok(there.into())
}

/// `Remove` that gives nothing, and in generic dictionaries whether the key was there.
pub fn remove(call: &mut Call<'_>) -> Result<Value> {
    let key = key(call)?;
    let removed = call.this::<Dictionary>().remove(call.cx, key)?;
    let there = removed.is_some();
    if call.args.len() > 1
        && let Some(slot) = call.payload::<Reference>(1)
    {
        slot.set(removed.unwrap_or_default());
    }
    Ok(if is_generic(call) { there.into() } else { Value::Void })
}

/// The keys or values of a dictionary as a collection of the dictionary type's own kind.
fn part(call: &Call<'_>, keys: bool) -> Value {
    let what = if keys { "Key" } else { "Value" };
    let ty = call.this.ty().expect("a dictionary");
    let arguments = generic_arguments(ty);
    let ty = match arguments {
        [_, _] => {
            let sorted = ty.hierarchy().any(|ty| ty.name().to_str().contains(".SortedDictionary`2"));
            let of = if sorted { "SortedDictionary" } else { "Dictionary" };
            let definition = named(&format!("System.Collections.Generic.{of}`2+{what}Collection"));
            close_generic(&definition, arguments.to_vec())
        }
        _ if ty.hierarchy().any(|base| *base == known().ordered) => {
            named("System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection")
        }
        _ => named(&format!("System.Collections.Hashtable+{what}Collection")),
    };
    Obj::new(ty, Part { dictionary: call.this.clone(), keys }).into()
}

/// `Keys`.
pub fn keys(call: &mut Call<'_>) -> Result<Value> {
    Ok(part(call, true))
}

/// `Values`.
pub fn values(call: &mut Call<'_>) -> Result<Value> {
    Ok(part(call, false))
}

/// `GetEnumerator`.
pub fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    enumerator::get_enumerator(call)
}

/// `CopyTo`.
pub fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    copy(call, 0, call.int(1), entries(call.this))
}

/// `Clone`.
pub fn clone(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Dictionary>();
    let made = Obj::new(call.this.ty().expect("a dictionary").clone(), Dictionary::new(this.keys_mode()));
    if let Some(copy) = made.get::<Dictionary>() {
        for (key, value) in this.entries() {
            copy.set(call.cx, key, value)?;
        }
    }
    Ok(made.into())
}

/// `Comparer`.
pub fn comparer(call: &mut Call<'_>) -> Result<Value> {
    let ignore_case = call.this::<Dictionary>().keys_mode() == Keys::IgnoreCase;
    Ok(crate::system::string_comparer::ordinal(ignore_case))
}

/// `Capacity`.
pub fn capacity(call: &mut Call<'_>) -> Result<Value> {
    count(call)
}

/// `EnsureCapacity`.
pub fn ensure_capacity(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.args[0].clone())
}

/// `TrimExcess`, which changes nothing that shows.
pub fn trim_excess(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

/// `SyncRoot`.
pub fn sync_root(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.clone())
}

/// `IsReadOnly`.
pub fn is_read_only(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

/// `IsFixedSize`.
pub fn is_fixed_size(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}
