//! `System.Collections.Generic.SortedDictionary`2`.

use crate::collections::dictionary_members;
use crate::collections::sorted;
use pwsh_value::ty::{FacadeType, constructor, method, property, property_rw};
/// `System.Collections.Generic.SortedDictionary`2`.
pub static SORTED_DICTIONARY: FacadeType = FacadeType {
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
        constructor("new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)", sorted::new),
        constructor(
            "new(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IComparer[TKey] comparer)",
            sorted::new,
        ),
        constructor("new(System.Collections.Generic.IComparer[TKey] comparer)", sorted::new),
        property_rw("TValue Item(TKey key) {get;set;}", sorted::item, sorted::set_item),
        property("int Count {get;}", dictionary_members::count),
        property("System.Collections.Generic.IComparer[TKey] Comparer {get;}", dictionary_members::comparer),
        property(
            "System.Collections.Generic.SortedDictionary`2+KeyCollection[TKey,TValue] Keys {get;}",
            dictionary_members::keys,
        ),
        property(
            "System.Collections.Generic.SortedDictionary`2+ValueCollection[TKey,TValue] Values {get;}",
            dictionary_members::values,
        ),
        method("void Add(TKey key, TValue value)", sorted::add),
        method("void Clear()", dictionary_members::clear),
        method("bool ContainsKey(TKey key)", sorted::contains_key),
        method("bool ContainsValue(TValue value)", dictionary_members::contains_value),
        method(
            "System.Collections.Generic.SortedDictionary`2+Enumerator[TKey,TValue] GetEnumerator()",
            dictionary_members::get_enumerator,
        ),
        method("bool Remove(TKey key)", sorted::remove),
        method("bool TryGetValue(TKey key, [ref] TValue value)", sorted::try_get_value),
    ],
    ..FacadeType::class("System.Collections.Generic.SortedDictionary`2")
};
