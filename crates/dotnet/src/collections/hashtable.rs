//! `System.Collections.Hashtable`.

use crate::collections::dictionary_members;
use pwsh_value::payload::Dictionary;
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property, property_rw};
use pwsh_value::{Result, Value};

/// `System.Collections.Hashtable`.
pub static HASHTABLE: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
        "System.ICloneable",
    ],
    members: &[
        constructor("new()", dictionary_members::new),
        constructor("new(int capacity)", dictionary_members::new),
        constructor("new(int capacity, float loadFactor)", dictionary_members::new),
        constructor(
            "new(int capacity, float loadFactor, System.Collections.IEqualityComparer equalityComparer)",
            dictionary_members::new,
        ),
        constructor("new(System.Collections.IEqualityComparer equalityComparer)", dictionary_members::new),
        constructor(
            "new(int capacity, System.Collections.IEqualityComparer equalityComparer)",
            dictionary_members::new,
        ),
        constructor("new(System.Collections.IDictionary d)", dictionary_members::new),
        constructor("new(System.Collections.IDictionary d, float loadFactor)", dictionary_members::new),
        constructor(
            "new(System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer)",
            dictionary_members::new,
        ),
        constructor(
            "new(System.Collections.IDictionary d, float loadFactor, System.Collections.IEqualityComparer equalityComparer)",
            dictionary_members::new,
        ),
        property_rw(
            "System.Object Item(System.Object key) {get;set;}",
            dictionary_members::item,
            dictionary_members::set_item,
        ),
        property("bool IsReadOnly {get;}", dictionary_members::is_read_only),
        property("bool IsFixedSize {get;}", dictionary_members::is_fixed_size),
        property("bool IsSynchronized {get;}", is_synchronized),
        property("System.Collections.ICollection Keys {get;}", dictionary_members::keys),
        property("System.Collections.ICollection Values {get;}", dictionary_members::values),
        property("System.Object SyncRoot {get;}", dictionary_members::sync_root),
        property("int Count {get;}", dictionary_members::count),
        method("void Add(System.Object key, System.Object value)", dictionary_members::add),
        method("void Clear()", dictionary_members::clear),
        method("System.Object Clone()", dictionary_members::clone),
        method("bool Contains(System.Object key)", dictionary_members::contains),
        method("bool ContainsKey(System.Object key)", dictionary_members::contains_key),
        method("bool ContainsValue(System.Object value)", dictionary_members::contains_value),
        method("void CopyTo(array array, int arrayIndex)", dictionary_members::copy_to),
        method(
            "System.Collections.IDictionaryEnumerator GetEnumerator()",
            dictionary_members::get_enumerator,
        ),
        method("void Remove(System.Object key)", dictionary_members::remove),
        method("static hashtable Synchronized(hashtable table)", synchronized),
    ],
    ..FacadeType::class("System.Collections.Hashtable")
};

/// `Synchronized`: every table locks itself, only its type's name differs.
fn synchronized(call: &mut Call<'_>) -> Result<Value> {
    let Some(table) = call.payload::<Dictionary>(0) else { return Err(crate::fault::null("table")) };
    let made = pwsh_value::Obj::new(
        named("System.Collections.Hashtable+SyncHashtable"),
        Dictionary::new(table.keys_mode()),
    );
    if let Some(copy) = made.get::<Dictionary>() {
        for (key, value) in table.entries() {
            copy.set(call.cx, key, value)?;
        }
    }
    Ok(made.into())
}

fn is_synchronized(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.ty().is_some_and(|ty| ty.name().is("System.Collections.Hashtable+SyncHashtable")).into())
}

/// `System.Collections.Hashtable+SyncHashtable`.
pub static SYNC_HASHTABLE: FacadeType = FacadeType {
    base: "System.Collections.Hashtable",
    ..FacadeType::class("System.Collections.Hashtable+SyncHashtable")
};

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn adding_a_key_twice_is_refused() {
        let mut rt = Runtime::new();
        let table = rt.make("System.Collections.Hashtable", &[]).unwrap();
        rt.call(&table, "Add", &["a".into(), 1.into()]).unwrap();
        let error = Runtime::error(rt.call(&table, "Add", &["a".into(), 2.into()]));
        assert_eq!(
            error,
            "System.ArgumentException: Item has already been added. Key in dictionary: 'a'  Key being added: 'a'"
        );
        assert_eq!(rt.call_text(&table, "ContainsKey", &["A".into()]), "False");
        let keys = rt.get(&table, "Keys");
        assert_eq!(rt.text(&keys), "a");
    }

    #[test]
    fn a_comparer_can_ignore_case() {
        let mut rt = Runtime::new();
        let comparer = rt.get_static("System.StringComparer", "OrdinalIgnoreCase");
        let table = rt.make("System.Collections.Generic.Dictionary[string, int]", &[comparer]).unwrap();
        rt.call(&table, "Add", &["Key".into(), 5.into()]).unwrap();
        assert_eq!(rt.call_text(&table, "ContainsKey", &["KEY".into()]), "True");
        let error = Runtime::error(rt.call(&table, "Add", &["key".into(), Value::Int32(1)]));
        assert!(error.ends_with("An item with the same key has already been added. Key: key"), "{error}");
    }

    #[test]
    fn an_enumerator_walks_the_entries() {
        let mut rt = Runtime::new();
        let table = rt.make("System.Collections.Hashtable", &[]).unwrap();
        rt.call(&table, "Add", &["k".into(), 7.into()]).unwrap();
        let walk = rt.call(&table, "GetEnumerator", &[]).unwrap();
        assert_eq!(rt.call_text(&walk, "MoveNext", &[]), "True");
        let (key, value) = (rt.get(&walk, "Key"), rt.get(&walk, "Value"));
        assert_eq!((rt.text(&key), rt.text(&value)), ("k".to_owned(), "7".to_owned()));
        assert_eq!(rt.call_text(&walk, "MoveNext", &[]), "False");
    }
}
