//! `System.Collections.ObjectModel.Collection`1`.

use crate::collections::list_members;
use pwsh_value::ty::{FacadeType, constructor, method, property, property_rw};

/// `System.Collections.ObjectModel.Collection`1`.
pub static COLLECTION: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.IList[T]",
        "System.Collections.Generic.ICollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.IList",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyList[T]",
        "System.Collections.Generic.IReadOnlyCollection[T]",
    ],
    generic: &["T"],
    members: &[
        constructor("new()", list_members::new),
        constructor("new(System.Collections.Generic.IList[T] list)", list_members::new),
        property("int Count {get;}", list_members::count),
        property_rw("T Item(int index) {get;set;}", list_members::item, list_members::set_item),
        method("void Add(T item)", list_members::add),
        method("void Clear()", list_members::clear),
        method("void CopyTo(T[] array, int index)", list_members::copy_to),
        method("bool Contains(T item)", list_members::contains),
        method("System.Collections.Generic.IEnumerator[T] GetEnumerator()", list_members::get_enumerator),
        method("int IndexOf(T item)", list_members::index_of),
        method("void Insert(int index, T item)", list_members::insert),
        method("bool Remove(T item)", list_members::remove),
        method("void RemoveAt(int index)", list_members::remove_at),
    ],
    hooks: list_members::HOOKS,
    ..FacadeType::class("System.Collections.ObjectModel.Collection`1")
};
