//! `System.Collections.ObjectModel.ReadOnlyCollection<T>`.

use crate::collections::list_members;
use pwsh_value::ty::{FacadeType, constructor, method, property};

/// `System.Collections.ObjectModel.ReadOnlyCollection`1`.
pub static READ_ONLY_COLLECTION: FacadeType = FacadeType {
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
        constructor("new(System.Collections.Generic.IList[T] list)", list_members::new),
        property("int Count {get;}", list_members::count),
        property("T Item(int index) {get;}", list_members::item),
        method("bool Contains(T value)", list_members::contains),
        method("void CopyTo(T[] array, int index)", list_members::copy_to),
        method("System.Collections.Generic.IEnumerator[T] GetEnumerator()", list_members::get_enumerator),
        method("int IndexOf(T value)", list_members::index_of),
    ],
    hooks: list_members::HOOKS,
    ..FacadeType::class("System.Collections.ObjectModel.ReadOnlyCollection`1")
};
