//! `System.Collections.SortedList`.

use crate::collections::dictionary_members;
use crate::collections::sorted;
use pwsh_value::ty::{FacadeType, constructor, method, property, property_rw};
/// `System.Collections.SortedList`.
pub static SORTED_LIST: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.IDictionary",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
        "System.ICloneable",
    ],
    members: &[
        constructor("new()", sorted::new),
        constructor("new(System.Collections.IComparer comparer)", sorted::new),
        constructor("new(System.Collections.IComparer comparer, int capacity)", sorted::new),
        constructor("new(System.Collections.IDictionary d)", sorted::new),
        constructor(
            "new(System.Collections.IDictionary d, System.Collections.IComparer comparer)",
            sorted::new,
        ),
        property("int Count {get;}", dictionary_members::count),
        property("System.Collections.ICollection Keys {get;}", dictionary_members::keys),
        property("System.Collections.ICollection Values {get;}", dictionary_members::values),
        property("bool IsReadOnly {get;}", dictionary_members::is_read_only),
        property("bool IsFixedSize {get;}", dictionary_members::is_fixed_size),
        property("System.Object SyncRoot {get;}", dictionary_members::sync_root),
        property_rw("System.Object Item(System.Object key) {get;set;}", sorted::item, sorted::set_item),
        method("void Add(System.Object key, System.Object value)", sorted::add),
        method("void Clear()", dictionary_members::clear),
        method("System.Object Clone()", sorted::clone),
        method("bool Contains(System.Object key)", sorted::contains),
        method("bool ContainsKey(System.Object key)", sorted::contains_key),
        method("bool ContainsValue(System.Object value)", dictionary_members::contains_value),
        method("void CopyTo(array array, int arrayIndex)", dictionary_members::copy_to),
        method("System.Object GetByIndex(int index)", sorted::get_by_index),
        method(
            "System.Collections.IDictionaryEnumerator GetEnumerator()",
            dictionary_members::get_enumerator,
        ),
        method("System.Object GetKey(int index)", sorted::get_key),
        method("System.Collections.IList GetKeyList()", sorted::get_key_list),
        method("System.Collections.IList GetValueList()", sorted::get_value_list),
        method("int IndexOfKey(System.Object key)", sorted::index_of_key),
        method("int IndexOfValue(System.Object value)", sorted::index_of_value),
        method("void RemoveAt(int index)", sorted::remove_at),
        method("void Remove(System.Object key)", sorted::remove),
        method("void SetByIndex(int index, System.Object value)", sorted::set_by_index),
    ],
    ..FacadeType::class("System.Collections.SortedList")
};
