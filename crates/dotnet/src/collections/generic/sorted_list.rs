//! `System.Collections.Generic.SortedList`2`.

use crate::collections::dictionary_members;
use crate::collections::sorted;
use pwsh_value::ty::{FacadeType, constructor, method, property, property_rw};
/// `System.Collections.Generic.SortedList`2`.
pub static SORTED_LIST: FacadeType = FacadeType {
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
        constructor("new()", sorted::new),
        constructor("new(int capacity)", sorted::new),
        constructor("new(System.Collections.Generic.IComparer[TKey] comparer)", sorted::new),
        constructor("new(int capacity, System.Collections.Generic.IComparer[TKey] comparer)", sorted::new),
        constructor("new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)", sorted::new),
        constructor(
            "new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IComparer[TKey] comparer)",
            sorted::new,
        ),
        property("System.Collections.Generic.IComparer[TKey] Comparer {get;}", dictionary_members::comparer),
        property("int Count {get;}", dictionary_members::count),
        property("System.Collections.Generic.IList[TKey] Keys {get;}", dictionary_members::keys),
        property("System.Collections.Generic.IList[TValue] Values {get;}", dictionary_members::values),
        property_rw("TValue Item(TKey key) {get;set;}", sorted::item, sorted::set_item),
        method("void Add(TKey key, TValue value)", sorted::add),
        method("void Clear()", dictionary_members::clear),
        method("bool ContainsKey(TKey key)", sorted::contains_key),
        method("bool ContainsValue(TValue value)", dictionary_members::contains_value),
        method("TValue GetValueAtIndex(int index)", sorted::get_value_at_index),
        method(
            "System.Collections.Generic.IEnumerator[System.Collections.Generic.KeyValuePair[TKey,TValue]] GetEnumerator()",
            dictionary_members::get_enumerator,
        ),
        method("TKey GetKeyAtIndex(int index)", sorted::get_key_at_index),
        method("int IndexOfKey(TKey key)", sorted::index_of_key),
        method("int IndexOfValue(TValue value)", sorted::index_of_value),
        method("bool TryGetValue(TKey key, [ref] TValue value)", sorted::try_get_value),
        method("void RemoveAt(int index)", sorted::remove_at),
        method("bool Remove(TKey key)", sorted::remove),
        method("void TrimExcess()", dictionary_members::trim_excess),
    ],
    ..FacadeType::class("System.Collections.Generic.SortedList`2")
};
