//! `System.Collections.Generic.HashSet<T>`.

use crate::collections::enumerator;
use crate::collections::items::{converted, copy_to as copy, element_type, holds, items_of, keys_mode};
use crate::fault;
use pwsh_value::payload::{Dictionary, Keys, Reference};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, known, method, property};
use pwsh_value::{Context, Handle, Obj, Payload, Result, Value};

/// `System.Collections.Generic.HashSet`1`.
pub static HASH_SET: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.ICollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.Generic.ISet[T]",
        "System.Collections.Generic.IReadOnlyCollection[T]",
        "System.Collections.Generic.IReadOnlySet[T]",
    ],
    generic: &["T"],
    members: &[
        constructor("new()", new),
        constructor("new(System.Collections.Generic.IEqualityComparer[T] comparer)", new),
        constructor("new(int capacity)", new),
        constructor("new(System.Collections.Generic.IEnumerable[T] collection)", new),
        constructor(
            "new(System.Collections.Generic.IEnumerable[T] collection, System.Collections.Generic.IEqualityComparer[T] comparer)",
            new,
        ),
        constructor("new(int capacity, System.Collections.Generic.IEqualityComparer[T] comparer)", new),
        property("int Count {get;}", count),
        property("int Capacity {get;}", capacity),
        property("System.Collections.Generic.IEqualityComparer[T] Comparer {get;}", comparer),
        method("void Clear()", clear),
        method("bool Contains(T item)", contains),
        method("bool Remove(T item)", remove),
        method("System.Collections.Generic.HashSet`1+Enumerator[T] GetEnumerator()", get_enumerator),
        method("bool Add(T item)", add),
        method("bool TryGetValue(T equalValue, [ref] T actualValue)", try_get_value),
        method("void UnionWith(System.Collections.Generic.IEnumerable[T] other)", union_with),
        method("void IntersectWith(System.Collections.Generic.IEnumerable[T] other)", intersect_with),
        method("void ExceptWith(System.Collections.Generic.IEnumerable[T] other)", except_with),
        method(
            "void SymmetricExceptWith(System.Collections.Generic.IEnumerable[T] other)",
            symmetric_except_with,
        ),
        method("bool IsSubsetOf(System.Collections.Generic.IEnumerable[T] other)", is_subset_of),
        method("bool IsProperSubsetOf(System.Collections.Generic.IEnumerable[T] other)", is_proper_subset_of),
        method("bool IsSupersetOf(System.Collections.Generic.IEnumerable[T] other)", is_superset_of),
        method(
            "bool IsProperSupersetOf(System.Collections.Generic.IEnumerable[T] other)",
            is_proper_superset_of,
        ),
        method("bool Overlaps(System.Collections.Generic.IEnumerable[T] other)", overlaps),
        method("bool SetEquals(System.Collections.Generic.IEnumerable[T] other)", set_equals),
        method("void CopyTo(T[] array)", copy_to),
        method("void CopyTo(T[] array, int arrayIndex)", copy_to),
        method("void CopyTo(T[] array, int arrayIndex, int count)", copy_to),
        method("int RemoveWhere(System.Predicate[T] match)", remove_where),
        method("int EnsureCapacity(int capacity)", ensure_capacity),
        method("void TrimExcess()", trim_excess),
        method("void TrimExcess(int capacity)", trim_excess),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Collections.Generic.HashSet`1")
};

const HOOKS: Hooks = Hooks { enumerate: Some(|_, value| Ok(values_of(value))), ..Hooks::NONE };

/// The payload of a set: a table whose keys are the items. It is an object of its own, so that a set is no
/// dictionary to anybody.
struct Set(Obj);

impl Payload for Set {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Object(self.0.clone()));
    }
}

fn empty(keys: Keys) -> Obj {
    Obj::new(known().hashtable.clone(), Dictionary::new(keys))
}

fn table(value: &Value) -> Handle<'_, Dictionary> {
    let set = value.cell().and_then(|obj| obj.get::<Set>()).expect("a set");
    set.payload().0.get::<Dictionary>().expect("a set's table")
}

fn values_of(value: &Value) -> Vec<Value> {
    table(value).entries().into_iter().map(|(key, _)| key).collect()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let (mut source, mut keys) = (None, Keys::Exact);
    for value in call.args {
        match value.unwrapped() {
            Value::Int32(capacity) if *capacity < 0 => {
                return Err(fault::negative("capacity", (*capacity).into()));
            }
            Value::Int32(_) | Value::Null | Value::Void => {}
            Value::String(_) => source = Some(value),
            _ if call.cx.enumerate(value)?.is_some() => source = Some(value),
            _ => keys = keys_mode(value),
        }
    }
    let set: Value = Obj::new(call.ty.clone(), Set(empty(keys))).into();
    if let Some(source) = source {
        let values = items_of(call.cx, source, "collection")?;
        for value in converted(call.cx, values, &element_type(call.ty))? {
            table(&set).set(call.cx, value, Value::Null)?;
        }
    }
    Ok(set)
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((table(call.this).len() as i32).into())
}

fn capacity(call: &mut Call<'_>) -> Result<Value> {
    count(call)
}

fn comparer(call: &mut Call<'_>) -> Result<Value> {
    let ignore_case = table(call.this).keys_mode() == Keys::IgnoreCase;
    Ok(crate::system::string_comparer::ordinal(ignore_case))
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    let there = table(call.this).position(call.cx, &call.args[0])?.is_some();
    if !there {
        table(call.this).set(call.cx, call.args[0].clone(), Value::Null)?;
    }
    Ok((!there).into())
}

fn clear(call: &mut Call<'_>) -> Result<Value> {
    table(call.this).clear();
    Ok(Value::Void)
}

fn contains(call: &mut Call<'_>) -> Result<Value> {
    Ok(table(call.this).position(call.cx, &call.args[0])?.is_some().into())
}

fn remove(call: &mut Call<'_>) -> Result<Value> {
    Ok(table(call.this).remove(call.cx, &call.args[0])?.is_some().into())
}

fn remove_where(call: &mut Call<'_>) -> Result<Value> {
    let mut removed = 0;
    for value in values_of(call.this) {
        if holds(call.cx, &call.args[0], value.clone())? {
            table(call.this).remove(call.cx, &value)?;
            removed += 1;
        }
    }
    Ok(removed.into())
}

fn try_get_value(call: &mut Call<'_>) -> Result<Value> {
    let at = table(call.this).position(call.cx, &call.args[0])?;
    let found = at.and_then(|at| table(call.this).at(at));
    let there = found.is_some();
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(found.map(|(key, _)| key).unwrap_or_default());
    }
    Ok(there.into())
}

fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    enumerator::get_enumerator(call)
}

fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    let mut values = values_of(call.this);
    if call.args.len() > 2 {
        values.truncate(usize::try_from(call.int(2)).unwrap_or(0));
    }
    copy(call, 0, if call.args.len() > 1 { call.int(1) } else { 0 }, values)
}

/// The other collection of a set operation, as a table with this set's way to compare.
fn other(call: &mut Call<'_>) -> Result<Obj> {
    let values = items_of(call.cx, &call.args[0], "other")?;
    let element = element_type(call.this.ty().expect("a set"));
    let values = converted(call.cx, values, &element)?;
    let other = empty(table(call.this).keys_mode());
    for value in values {
        other.get::<Dictionary>().expect("just made").set(call.cx, value, Value::Null)?;
    }
    Ok(other)
}

fn is_in(cx: &mut dyn Context, table: Handle<'_, Dictionary>, value: &Value) -> Result<bool> {
    Ok(table.position(cx, value)?.is_some())
}

/// How many of this set's items the other has, and how many those are.
fn common(call: &mut Call<'_>) -> Result<(usize, usize)> {
    let other = other(call)?;
    let other = other.get::<Dictionary>().expect("a table");
    let mut common = 0;
    for value in values_of(call.this) {
        common += usize::from(is_in(call.cx, other, &value)?);
    }
    Ok((common, other.len()))
}

fn union_with(call: &mut Call<'_>) -> Result<Value> {
    let other = other(call)?;
    for (value, _) in other.get::<Dictionary>().expect("a table").entries() {
        if !is_in(call.cx, table(call.this), &value)? {
            table(call.this).set(call.cx, value, Value::Null)?;
        }
    }
    Ok(Value::Void)
}

fn intersect_with(call: &mut Call<'_>) -> Result<Value> {
    let other = other(call)?;
    for value in values_of(call.this) {
        if !is_in(call.cx, other.get::<Dictionary>().expect("a table"), &value)? {
            table(call.this).remove(call.cx, &value)?;
        }
    }
    Ok(Value::Void)
}

fn except_with(call: &mut Call<'_>) -> Result<Value> {
    let other = other(call)?;
    for (value, _) in other.get::<Dictionary>().expect("a table").entries() {
        table(call.this).remove(call.cx, &value)?;
    }
    Ok(Value::Void)
}

fn symmetric_except_with(call: &mut Call<'_>) -> Result<Value> {
    let other = other(call)?;
    for (value, _) in other.get::<Dictionary>().expect("a table").entries() {
        if table(call.this).remove(call.cx, &value)?.is_none() {
            table(call.this).set(call.cx, value, Value::Null)?;
        }
    }
    Ok(Value::Void)
}

fn is_subset_of(call: &mut Call<'_>) -> Result<Value> {
    let (common, _) = common(call)?;
    Ok((common == table(call.this).len()).into())
}

fn is_proper_subset_of(call: &mut Call<'_>) -> Result<Value> {
    let (common, theirs) = common(call)?;
    Ok((common == table(call.this).len() && theirs > common).into())
}

fn is_superset_of(call: &mut Call<'_>) -> Result<Value> {
    let (common, theirs) = common(call)?;
    Ok((common == theirs).into())
}

fn is_proper_superset_of(call: &mut Call<'_>) -> Result<Value> {
    let (common, theirs) = common(call)?;
    Ok((common == theirs && table(call.this).len() > theirs).into())
}

fn overlaps(call: &mut Call<'_>) -> Result<Value> {
    Ok((common(call)?.0 > 0).into())
}

fn set_equals(call: &mut Call<'_>) -> Result<Value> {
    let (common, theirs) = common(call)?;
    Ok((common == theirs && common == table(call.this).len()).into())
}

fn ensure_capacity(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.args[0].clone())
}

fn trim_excess(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, ints};

    #[test]
    fn set_operations() {
        let mut rt = Runtime::new();
        let numbers = |range: std::ops::Range<i32>| ints(range);
        let set = rt.make("System.Collections.Generic.HashSet[int]", &[numbers(0..4)]).unwrap();
        assert_eq!(rt.call_text(&set, "Add", &[3.into()]), "False");
        rt.call(&set, "IntersectWith", &[numbers(2..9)]).unwrap();
        assert_eq!(rt.text(&set), "2 3");
        assert_eq!(rt.call_text(&set, "IsSubsetOf", &[numbers(0..9)]), "True");
    }
}
