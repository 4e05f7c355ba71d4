//! `System.Collections.Generic.List`1`.

use crate::collections::list_members;
use pwsh_value::ty::{FacadeType, constructor, method, property, property_rw};

/// `System.Collections.Generic.List`1`.
pub static LIST: FacadeType = FacadeType {
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
        constructor("new(int capacity)", list_members::new),
        constructor("new(System.Collections.Generic.IEnumerable[T] collection)", list_members::new),
        property_rw("int Capacity {get;set;}", list_members::capacity, list_members::set_capacity),
        property("int Count {get;}", list_members::count),
        property_rw("T Item(int index) {get;set;}", list_members::item, list_members::set_item),
        method("void Add(T item)", list_members::add),
        method(
            "void AddRange(System.Collections.Generic.IEnumerable[T] collection)",
            list_members::add_range,
        ),
        method(
            "System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()",
            list_members::as_read_only,
        ),
        method(
            "int BinarySearch(int index, int count, T item, System.Collections.Generic.IComparer[T] comparer)",
            list_members::binary_search,
        ),
        method("int BinarySearch(T item)", list_members::binary_search),
        method(
            "int BinarySearch(T item, System.Collections.Generic.IComparer[T] comparer)",
            list_members::binary_search,
        ),
        method("void Clear()", list_members::clear),
        method("bool Contains(T item)", list_members::contains),
        method(
            "System.Collections.Generic.List[TOutput] ConvertAll[TOutput](System.Converter[T,TOutput] converter)",
            list_members::convert_all,
        ),
        method("void CopyTo(T[] array)", list_members::copy_to),
        method("void CopyTo(int index, T[] array, int arrayIndex, int count)", list_members::copy_to),
        method("void CopyTo(T[] array, int arrayIndex)", list_members::copy_to),
        method("int EnsureCapacity(int capacity)", list_members::ensure_capacity),
        method("bool Exists(System.Predicate[T] match)", list_members::exists),
        method("T Find(System.Predicate[T] match)", list_members::find),
        method(
            "System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)",
            list_members::find_all,
        ),
        method("int FindIndex(System.Predicate[T] match)", list_members::find_index),
        method("int FindIndex(int startIndex, System.Predicate[T] match)", list_members::find_index),
        method(
            "int FindIndex(int startIndex, int count, System.Predicate[T] match)",
            list_members::find_index,
        ),
        method("T FindLast(System.Predicate[T] match)", list_members::find_last),
        method("int FindLastIndex(System.Predicate[T] match)", list_members::find_last_index),
        method("int FindLastIndex(int startIndex, System.Predicate[T] match)", list_members::find_last_index),
        method(
            "int FindLastIndex(int startIndex, int count, System.Predicate[T] match)",
            list_members::find_last_index,
        ),
        method("void ForEach(System.Action[T] action)", list_members::for_each),
        method(
            "System.Collections.Generic.List`1+Enumerator[T] GetEnumerator()",
            list_members::get_enumerator,
        ),
        method("System.Collections.Generic.List[T] GetRange(int index, int count)", list_members::get_range),
        method("System.Collections.Generic.List[T] Slice(int start, int length)", list_members::slice),
        method("int IndexOf(T item)", list_members::index_of),
        method("int IndexOf(T item, int index)", list_members::index_of),
        method("int IndexOf(T item, int index, int count)", list_members::index_of),
        method("void Insert(int index, T item)", list_members::insert),
        method(
            "void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)",
            list_members::insert_range,
        ),
        method("int LastIndexOf(T item)", list_members::last_index_of),
        method("int LastIndexOf(T item, int index)", list_members::last_index_of),
        method("int LastIndexOf(T item, int index, int count)", list_members::last_index_of),
        method("bool Remove(T item)", list_members::remove),
        method("int RemoveAll(System.Predicate[T] match)", list_members::remove_all),
        method("void RemoveAt(int index)", list_members::remove_at),
        method("void RemoveRange(int index, int count)", list_members::remove_range),
        method("void Reverse()", list_members::reverse),
        method("void Reverse(int index, int count)", list_members::reverse),
        method("void Sort()", list_members::sort),
        method("void Sort(System.Collections.Generic.IComparer[T] comparer)", list_members::sort),
        method(
            "void Sort(int index, int count, System.Collections.Generic.IComparer[T] comparer)",
            list_members::sort,
        ),
        method("void Sort(System.Comparison[T] comparison)", list_members::sort),
        method("T[] ToArray()", list_members::to_array),
        method("void TrimExcess()", list_members::trim_excess),
        method("bool TrueForAll(System.Predicate[T] match)", list_members::true_for_all),
    ],
    hooks: list_members::HOOKS,
    ..FacadeType::class("System.Collections.Generic.List`1")
};
