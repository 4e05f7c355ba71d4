//! `System.Collections.Concurrent.ConcurrentDictionary<TKey, TValue>`.

use crate::collections::dictionary_members as dictionary;
use crate::collections::items::{default_of, entries, entry_type, generic_arguments};
use pwsh_value::payload::{Delegate, Dictionary, Reference};
use pwsh_value::ty::{Call, FacadeType, constructor, method, property, property_rw};
use pwsh_value::{Obj, Result, Value};

/// `System.Collections.Concurrent.ConcurrentDictionary`2`.
pub static CONCURRENT_DICTIONARY: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IDictionary[TKey,TValue]",
        "System.Collections.Generic.ICollection[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
        "System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
        "System.Collections.IEnumerable",
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyDictionary[TKey,TValue]",
    ],
    generic: &["TKey", "TValue"],
    members: &[
        constructor("new()", dictionary::new),
        constructor("new(int concurrencyLevel, int capacity)", dictionary::new),
        constructor(
            "new(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection)",
            dictionary::new,
        ),
        constructor("new(System.Collections.Generic.IEqualityComparer[TKey] comparer)", dictionary::new),
        constructor(
            "new(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            dictionary::new,
        ),
        constructor(
            "new(int concurrencyLevel, int capacity, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            dictionary::new,
        ),
        property_rw("TValue Item(TKey key) {get;set;}", dictionary::item, dictionary::set_item),
        property("System.Collections.Generic.IEqualityComparer[TKey] Comparer {get;}", dictionary::comparer),
        property("int Count {get;}", dictionary::count),
        property("bool IsEmpty {get;}", is_empty),
        property("System.Collections.Generic.ICollection[TKey] Keys {get;}", dictionary::keys),
        property("System.Collections.Generic.ICollection[TValue] Values {get;}", dictionary::values),
        method("bool TryAdd(TKey key, TValue value)", dictionary::try_add),
        method("bool ContainsKey(TKey key)", dictionary::contains_key),
        method("bool TryRemove(TKey key, [ref] TValue value)", try_remove),
        method("bool TryGetValue(TKey key, [ref] TValue value)", dictionary::try_get_value),
        method("bool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)", try_update),
        method("void Clear()", dictionary::clear),
        method("System.Collections.Generic.KeyValuePair[TKey,TValue][] ToArray()", to_array),
        method(
            "System.Collections.Generic.IEnumerator[System.Collections.Generic.KeyValuePair[TKey,TValue]] GetEnumerator()",
            dictionary::get_enumerator,
        ),
        method("TValue GetOrAdd(TKey key, System.Func[TKey,TValue] valueFactory)", get_or_add),
        method("TValue GetOrAdd(TKey key, TValue value)", get_or_add),
        method(
            "TValue AddOrUpdate(TKey key, System.Func[TKey,TValue] addValueFactory, System.Func[TKey,TValue,TValue] updateValueFactory)",
            add_or_update,
        ),
        method(
            "TValue AddOrUpdate(TKey key, TValue addValue, System.Func[TKey,TValue,TValue] updateValueFactory)",
            add_or_update,
        ),
    ],
    ..FacadeType::class("System.Collections.Concurrent.ConcurrentDictionary`2")
};

fn is_empty(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Dictionary>().is_empty().into())
}

/// The value of an argument that is it or a function of the arguments in `from`.
fn made(call: &mut Call<'_>, index: usize, from: Vec<Value>) -> Result<Value> {
    if call.payload::<Delegate>(index).is_none() {
        return Ok(call.args[index].clone());
    }
    let value = call.cx.invoke(&call.args[index], from)?;
    match generic_arguments(call.this.ty().expect("a dictionary")) {
        [_, ty] => {
            let ty = ty.clone();
            call.cx.convert(&value, &ty)
        }
        _ => Ok(value),
    }
}

fn try_remove(call: &mut Call<'_>) -> Result<Value> {
    let removed = call.this::<Dictionary>().remove(call.cx, &call.args[0])?;
    let there = removed.is_some();
    if let Some(slot) = call.payload::<Reference>(1) {
        let default = || generic_arguments(call.this.ty().expect("a dictionary")).get(1).map(default_of);
        slot.set(removed.or_else(default).unwrap_or_default());
    }
    Ok(there.into())
}

fn try_update(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Dictionary>();
    let Some(there) = this.get(call.cx, &call.args[0])? else { return Ok(false.into()) };
    if !call.cx.equals(&there, &call.args[2])? {
        return Ok(false.into());
    }
    this.set(call.cx, call.args[0].clone(), call.args[1].clone())?;
    Ok(true.into())
}

fn get_or_add(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Dictionary>();
    if let Some(there) = this.get(call.cx, &call.args[0])? {
        return Ok(there);
    }
    let value = made(call, 1, vec![call.args[0].clone()])?;
    this.set(call.cx, call.args[0].clone(), value.clone())?;
    Ok(value)
}

fn add_or_update(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Dictionary>();
    let key = call.args[0].clone();
    let value = match this.get(call.cx, &key)? {
        Some(there) => made(call, 2, vec![key.clone(), there])?,
        None => made(call, 1, vec![key.clone()])?,
    };
    this.set(call.cx, key, value.clone())?;
    Ok(value)
}

fn to_array(call: &mut Call<'_>) -> Result<Value> {
    let entry = entry_type(call.this.ty().expect("a dictionary"));
    Ok(Obj::typed_array(&entry, entries(call.this)).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn a_value_is_added_once() {
        let mut rt = Runtime::new();
        let table = rt.make("System.Collections.Concurrent.ConcurrentDictionary[string,int]", &[]).unwrap();
        assert_eq!(rt.call_text(&table, "GetOrAdd", &["a".into(), 1.into()]), "1");
        assert_eq!(rt.call_text(&table, "GetOrAdd", &["a".into(), 2.into()]), "1");
        assert_eq!(rt.call_text(&table, "TryUpdate", &["a".into(), 3.into(), 1.into()]), "True");
    }
}
