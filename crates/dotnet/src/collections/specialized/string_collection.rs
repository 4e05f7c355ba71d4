//! `System.Collections.Specialized.StringCollection`.

use crate::collections::list_members;
use pwsh_value::ty::{FacadeType, constructor, method, property, property_rw};

/// `System.Collections.Specialized.StringCollection`.
pub static STRING_COLLECTION: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.IList",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
    ],
    members: &[
        constructor("new()", list_members::new),
        property_rw("string Item(int index) {get;set;}", list_members::item, list_members::set_item),
        property("int Count {get;}", list_members::count),
        property("System.Object SyncRoot {get;}", list_members::sync_root),
        method("int Add(string value)", list_members::add),
        method("void AddRange(string[] value)", list_members::add_range),
        method("void Clear()", list_members::clear),
        method("bool Contains(string value)", list_members::contains),
        method("void CopyTo(string[] array, int index)", list_members::copy_to),
        method(
            "System.Collections.Specialized.StringEnumerator GetEnumerator()",
            list_members::get_enumerator,
        ),
        method("int IndexOf(string value)", list_members::index_of),
        method("void Insert(int index, string value)", list_members::insert),
        method("void Remove(string value)", list_members::remove),
        method("void RemoveAt(int index)", list_members::remove_at),
    ],
    hooks: list_members::HOOKS,
    ..FacadeType::class("System.Collections.Specialized.StringCollection")
};
