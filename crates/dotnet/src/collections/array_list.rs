//! `System.Collections.ArrayList`.

use super::list_members::is_false;
use crate::collections::list_members;
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, constructor, known, method, property, property_rw};
use pwsh_value::{Obj, Result, Value, memory};

/// `System.Collections.ArrayList`.
pub static ARRAY_LIST: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.IList",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
        "System.ICloneable",
    ],
    members: &[
        constructor("new()", list_members::new),
        constructor("new(int capacity)", list_members::new),
        constructor("new(System.Collections.ICollection c)", list_members::new),
        property_rw("int Capacity {get;set;}", list_members::capacity, list_members::set_capacity),
        property("int Count {get;}", list_members::count),
        property("bool IsFixedSize {get;}", is_fixed_size),
        property("bool IsReadOnly {get;}", is_read_only),
        property("System.Object SyncRoot {get;}", list_members::sync_root),
        property_rw("System.Object Item(int index) {get;set;}", list_members::item, list_members::set_item),
        method("int Add(System.Object value)", add),
        method("void AddRange(System.Collections.ICollection c)", list_members::add_range),
        method(
            "int BinarySearch(int index, int count, System.Object value, System.Collections.IComparer comparer)",
            list_members::binary_search,
        ),
        method("int BinarySearch(System.Object value)", list_members::binary_search),
        method(
            "int BinarySearch(System.Object value, System.Collections.IComparer comparer)",
            list_members::binary_search,
        ),
        method("void Clear()", list_members::clear),
        method("System.Object Clone()", list_members::clone),
        method("bool Contains(System.Object item)", list_members::contains),
        method("void CopyTo(array array)", list_members::copy_to),
        method("void CopyTo(array array, int arrayIndex)", list_members::copy_to),
        method("void CopyTo(int index, array array, int arrayIndex, int count)", list_members::copy_to),
        method("System.Collections.IEnumerator GetEnumerator()", list_members::get_enumerator),
        method(
            "System.Collections.IEnumerator GetEnumerator(int index, int count)",
            list_members::get_enumerator,
        ),
        method("int IndexOf(System.Object value)", list_members::index_of),
        method("int IndexOf(System.Object value, int startIndex)", list_members::index_of),
        method("int IndexOf(System.Object value, int startIndex, int count)", list_members::index_of),
        method("void Insert(int index, System.Object value)", list_members::insert),
        method("void InsertRange(int index, System.Collections.ICollection c)", list_members::insert_range),
        method("int LastIndexOf(System.Object value)", list_members::last_index_of),
        method("int LastIndexOf(System.Object value, int startIndex)", list_members::last_index_of),
        method(
            "int LastIndexOf(System.Object value, int startIndex, int count)",
            list_members::last_index_of,
        ),
        method("void Remove(System.Object obj)", remove),
        method("void RemoveAt(int index)", list_members::remove_at),
        method("void RemoveRange(int index, int count)", list_members::remove_range),
        method("static System.Collections.ArrayList Repeat(System.Object value, int count)", repeat),
        method("void Reverse()", list_members::reverse),
        method("void Reverse(int index, int count)", list_members::reverse),
        method("void SetRange(int index, System.Collections.ICollection c)", set_range),
        method("System.Collections.ArrayList GetRange(int index, int count)", list_members::get_range),
        method("void Sort()", list_members::sort),
        method("void Sort(System.Collections.IComparer comparer)", list_members::sort),
        method("void Sort(int index, int count, System.Collections.IComparer comparer)", list_members::sort),
        method("System.Object[] ToArray()", list_members::to_array),
        method("array ToArray(type type)", list_members::to_array),
        method("void TrimToSize()", trim_to_size),
    ],
    hooks: list_members::HOOKS,
    ..FacadeType::class("System.Collections.ArrayList")
};

use is_false as is_fixed_size;
use is_false as is_read_only;

/// `Add`: the index of the new item.
fn add(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<List>();
    this.push(call.args[0].clone());
    Ok((this.len() as i32 - 1).into())
}

fn remove(call: &mut Call<'_>) -> Result<Value> {
    list_members::remove(call)?;
    Ok(Value::Void)
}

fn set_range(call: &mut Call<'_>) -> Result<Value> {
    let values = super::items::items_of(call.cx, &call.args[1], "c")?;
    let this = call.this::<List>();
    let start = usize::try_from(call.int(0)).ok().filter(|start| start + values.len() <= this.len());
    let start = start.ok_or_else(crate::fault::index)?;
    for (offset, value) in values.into_iter().enumerate() {
        this.set(start + offset, value);
    }
    Ok(Value::Void)
}

fn repeat(call: &mut Call<'_>) -> Result<Value> {
    let count =
        usize::try_from(call.int(1)).map_err(|_| crate::fault::negative("count", call.int(1).into()))?;
    let list = List::of_values(memory::repeated(&call.args[..1], count)?);
    Ok(Obj::new(known().array_list.clone(), list).into())
}

fn trim_to_size(call: &mut Call<'_>) -> Result<Value> {
    list_members::trim_excess(call)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, array, callable, ints};
    use pwsh_value::Value;

    #[test]
    fn adding_gives_the_index_and_sorting_sorts() {
        let mut rt = Runtime::new();
        let list = rt.make("System.Collections.ArrayList", &[]).unwrap();
        assert_eq!(rt.call_text(&list, "Add", &[3.into()]), "0");
        assert_eq!(rt.call_text(&list, "Add", &[1.into()]), "1");
        rt.call(&list, "AddRange", &[array(vec![2.into()])]).unwrap();
        rt.call(&list, "Sort", &[]).unwrap();
        assert_eq!(rt.text(&list), "1 2 3");
        let error = Runtime::error(rt.call(&list, "RemoveAt", &[9.into()]));
        assert!(error.contains("Index was out of range"), "{error}");
    }

    #[test]
    fn a_generic_list_finds_by_predicate() {
        let mut rt = Runtime::new();
        let source = ints([1, 2, 3]);
        let list = rt.make("System.Collections.Generic.List[int]", &[source]).unwrap();
        let even = callable(|args| matches!(args[0], Value::Int32(n) if n % 2 == 0).into());
        assert_eq!(rt.call_text(&list, "Find", std::slice::from_ref(&even)), "2");
        assert_eq!(rt.call_text(&list, "RemoveAll", &[even]), "1");
        assert_eq!(rt.text(&list), "1 3");
    }

    #[test]
    fn an_equals_that_clears_the_list_is_an_error_of_its_removal() {
        let mut rt = Runtime::new();
        let list = rt.make("System.Collections.Generic.List[object]", &[]).unwrap();
        let clears = callable(|args| {
            Runtime::new().call(&args[0], "Clear", &[]).unwrap();
            true.into()
        });
        rt.call(&list, "Add", &[clears]).unwrap();
        let error = Runtime::error(rt.call(&list, "Remove", std::slice::from_ref(&list)));
        assert!(error.starts_with("System.InvalidOperationException: Collection was modified"), "{error}");
    }
}
