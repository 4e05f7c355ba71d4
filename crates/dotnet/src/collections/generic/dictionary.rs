//! `System.Collections.Generic.Dictionary<TKey, TValue>`.

use crate::collections::dictionary_members;
use pwsh_value::ty::{FacadeType, constructor, method, property, property_rw};
/// `System.Collections.Generic.Dictionary`2`.
pub static DICTIONARY: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IDictionary[TKey,TValue]",
        "System.Collections.Generic.ICollection[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
        "System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
        "System.Collections.IEnumerable",
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyDictionary[TKey,TValue]",
        "System.Collections.Generic.IReadOnlyCollection[System.Collections.Generic.KeyValuePair[TKey,TValue]]",
    ],
    generic: &["TKey", "TValue"],
    members: &[
        constructor("new()", dictionary_members::new),
        constructor("new(int capacity)", dictionary_members::new),
        constructor(
            "new(System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            dictionary_members::new,
        ),
        constructor(
            "new(int capacity, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            dictionary_members::new,
        ),
        constructor(
            "new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)",
            dictionary_members::new,
        ),
        constructor(
            "new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            dictionary_members::new,
        ),
        constructor(
            "new(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection)",
            dictionary_members::new,
        ),
        constructor(
            "new(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection, System.Collections.Generic.IEqualityComparer[TKey] comparer)",
            dictionary_members::new,
        ),
        property(
            "System.Collections.Generic.IEqualityComparer[TKey] Comparer {get;}",
            dictionary_members::comparer,
        ),
        property("int Count {get;}", dictionary_members::count),
        property("int Capacity {get;}", dictionary_members::capacity),
        property(
            "System.Collections.Generic.Dictionary`2+KeyCollection[TKey,TValue] Keys {get;}",
            dictionary_members::keys,
        ),
        property(
            "System.Collections.Generic.Dictionary`2+ValueCollection[TKey,TValue] Values {get;}",
            dictionary_members::values,
        ),
        property_rw(
            "TValue Item(TKey key) {get;set;}",
            dictionary_members::item,
            dictionary_members::set_item,
        ),
        method("void Add(TKey key, TValue value)", dictionary_members::add),
        method("void Clear()", dictionary_members::clear),
        method("bool ContainsKey(TKey key)", dictionary_members::contains_key),
        method("bool ContainsValue(TValue value)", dictionary_members::contains_value),
        method(
            "System.Collections.Generic.Dictionary`2+Enumerator[TKey,TValue] GetEnumerator()",
            dictionary_members::get_enumerator,
        ),
        method("bool Remove(TKey key)", dictionary_members::remove),
        method("bool Remove(TKey key, [ref] TValue value)", dictionary_members::remove),
        method("bool TryGetValue(TKey key, [ref] TValue value)", dictionary_members::try_get_value),
        method("bool TryAdd(TKey key, TValue value)", dictionary_members::try_add),
        method("int EnsureCapacity(int capacity)", dictionary_members::ensure_capacity),
        method("void TrimExcess()", dictionary_members::trim_excess),
        method("void TrimExcess(int capacity)", dictionary_members::trim_excess),
    ],
    ..FacadeType::class("System.Collections.Generic.Dictionary`2")
};
