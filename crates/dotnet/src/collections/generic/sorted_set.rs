//! `System.Collections.Generic.SortedSet<T>`.

use crate::collections::enumerator;
use crate::collections::items::{
    converted, copy_to as copy, default_of, element_type, holds, items_of, order,
};
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property};
use pwsh_value::{Context, Handle, Obj, Payload, Result, Value};

/// `System.Collections.Generic.SortedSet`1`.
pub static SORTED_SET: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.ISet[T]",
        "System.Collections.Generic.ICollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyCollection[T]",
        "System.Collections.Generic.IReadOnlySet[T]",
    ],
    generic: &["T"],
    members: &[
        constructor("new()", new),
        constructor("new(System.Collections.Generic.IComparer[T] comparer)", new),
        constructor("new(System.Collections.Generic.IEnumerable[T] collection)", new),
        constructor(
            "new(System.Collections.Generic.IEnumerable[T] collection, System.Collections.Generic.IComparer[T] comparer)",
            new,
        ),
        property("int Count {get;}", count),
        property("T Min {get;}", min),
        property("T Max {get;}", max),
        method("bool Add(T item)", add),
        method("bool Remove(T item)", remove),
        method("void Clear()", clear),
        method("bool Contains(T item)", contains),
        method("void CopyTo(T[] array)", copy_to),
        method("void CopyTo(T[] array, int index)", copy_to),
        method("void CopyTo(T[] array, int index, int count)", copy_to),
        method(
            "System.Collections.Generic.SortedSet`1+Enumerator[T] GetEnumerator()",
            enumerator::get_enumerator,
        ),
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
        method("bool SetEquals(System.Collections.Generic.IEnumerable[T] other)", set_equals),
        method("bool Overlaps(System.Collections.Generic.IEnumerable[T] other)", overlaps),
        method("int RemoveWhere(System.Predicate[T] match)", remove_where),
        method("System.Collections.Generic.IEnumerable[T] Reverse()", reverse),
        method(
            "System.Collections.Generic.SortedSet[T] GetViewBetween(T lowerValue, T upperValue)",
            get_view_between,
        ),
        method("bool TryGetValue(T equalValue, [ref] T actualValue)", try_get_value),
    ],
    hooks: Hooks { enumerate: Some(|_, value| Ok(values_of(value))), ..Hooks::NONE },
    ..FacadeType::class("System.Collections.Generic.SortedSet`1")
};

/// The payload: the items in order.
struct Sorted {
    comparer: Value,
    items: Mutex<Vec<Value>>,
}

impl Payload for Sorted {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.comparer);
        self.items.lock().iter().for_each(visit);
    }

    fn release(&self, out: &mut Vec<Value>) {
        out.append(&mut self.items.lock());
    }
}

fn set(value: &Value) -> Handle<'_, Sorted> {
    value.cell().and_then(|obj| obj.get::<Sorted>()).expect("a SortedSet")
}

fn values_of(value: &Value) -> Vec<Value> {
    set(value).items.lock().clone()
}

fn made(like: &pwsh_value::Type, comparer: Value, items: Vec<Value>) -> Value {
    Obj::new(like.clone(), Sorted { comparer, items: Mutex::new(items) }).into()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let (mut source, mut comparer) = (None, Value::Null);
    for value in call.args {
        if value.as_string().is_some() || call.cx.enumerate(value)?.is_some() {
            source = Some(value);
        } else {
            comparer = value.clone();
        }
    }
    let made = made(call.ty, comparer, Vec::new());
    if let Some(source) = source {
        let values = items_of(call.cx, source, "collection")?;
        for value in converted(call.cx, values, &element_type(call.ty))? {
            insert(call.cx, &made, value)?;
        }
    }
    Ok(made)
}

/// Where an item is, or where it would go.
fn search(cx: &mut dyn Context, this: &Value, wanted: &Value) -> Result<Result<usize, usize>> {
    let set = set(this);
    let (mut low, mut high) = (0, set.items.lock().len());
    while low < high {
        let middle = low + (high - low) / 2;
        let there = set.items.lock().get(middle).cloned().unwrap_or_default();
        match order(cx, &set.comparer, &there, wanted)? {
            0 => return Ok(Ok(middle)),
            before if before < 0 => low = middle + 1,
            _ => high = middle,
        }
    }
    Ok(Err(low))
}

fn is_in(cx: &mut dyn Context, this: &Value, wanted: &Value) -> Result<bool> {
    Ok(search(cx, this, wanted)?.is_ok())
}

/// Says whether the item is new.
fn insert(cx: &mut dyn Context, this: &Value, value: Value) -> Result<bool> {
    let Err(at) = search(cx, this, &value)? else { return Ok(false) };
    let set = set(this);
    set.storing(&value);
    // The comparer may be script, and that may have changed the set since.
    let mut items = set.items.lock();
    if at > items.len() {
        return Err(fault::modified());
    }
    items.insert(at, value);
    Ok(true)
}

/// Says whether the item was there.
fn take(cx: &mut dyn Context, this: &Value, value: &Value) -> Result<bool> {
    let Ok(at) = search(cx, this, value)? else { return Ok(false) };
    let set = set(this);
    let mut items = set.items.lock();
    if at >= items.len() {
        return Err(fault::modified());
    }
    let removed = items.remove(at);
    drop(items);
    drop(removed);
    Ok(true)
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((set(call.this).items.lock().len() as i32).into())
}

fn end(call: &Call<'_>, item: Option<Value>) -> Value {
    item.unwrap_or_else(|| default_of(&element_type(call.this.ty().expect("a set"))))
}

fn min(call: &mut Call<'_>) -> Result<Value> {
    Ok(end(call, values_of(call.this).into_iter().next()))
}

fn max(call: &mut Call<'_>) -> Result<Value> {
    Ok(end(call, values_of(call.this).pop()))
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    Ok(insert(call.cx, call.this, call.args[0].clone())?.into())
}

fn remove(call: &mut Call<'_>) -> Result<Value> {
    Ok(take(call.cx, call.this, &call.args[0])?.into())
}

fn clear(call: &mut Call<'_>) -> Result<Value> {
    let removed = std::mem::take(&mut *set(call.this).items.lock());
    drop(removed);
    Ok(Value::Void)
}

fn contains(call: &mut Call<'_>) -> Result<Value> {
    Ok(is_in(call.cx, call.this, &call.args[0])?.into())
}

fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    let mut values = values_of(call.this);
    if call.args.len() > 2 {
        values.truncate(usize::try_from(call.int(2)).unwrap_or(0));
    }
    copy(call, 0, if call.args.len() > 1 { call.int(1) } else { 0 }, values)
}

/// The other collection of a set operation, as a set in this one's order.
fn other(call: &mut Call<'_>) -> Result<Value> {
    let values = items_of(call.cx, &call.args[0], "other")?;
    let ty = call.this.ty().expect("a set");
    let other = made(ty, set(call.this).comparer.clone(), Vec::new());
    for value in converted(call.cx, values, &element_type(ty))? {
        insert(call.cx, &other, value)?;
    }
    Ok(other)
}

/// How many of this set's items the other has, how many this has and how many the other.
fn common(call: &mut Call<'_>) -> Result<(usize, usize, usize)> {
    let other = other(call)?;
    let mine = values_of(call.this);
    let mut common = 0;
    for value in &mine {
        common += usize::from(is_in(call.cx, &other, value)?);
    }
    Ok((common, mine.len(), values_of(&other).len()))
}

fn union_with(call: &mut Call<'_>) -> Result<Value> {
    let other = other(call)?;
    for value in values_of(&other) {
        insert(call.cx, call.this, value)?;
    }
    Ok(Value::Void)
}

fn intersect_with(call: &mut Call<'_>) -> Result<Value> {
    let other = other(call)?;
    for value in values_of(call.this) {
        if !is_in(call.cx, &other, &value)? {
            take(call.cx, call.this, &value)?;
        }
    }
    Ok(Value::Void)
}

fn except_with(call: &mut Call<'_>) -> Result<Value> {
    let other = other(call)?;
    for value in values_of(&other) {
        take(call.cx, call.this, &value)?;
    }
    Ok(Value::Void)
}

fn symmetric_except_with(call: &mut Call<'_>) -> Result<Value> {
    let other = other(call)?;
    for value in values_of(&other) {
        if !take(call.cx, call.this, &value)? {
            insert(call.cx, call.this, value)?;
        }
    }
    Ok(Value::Void)
}

fn is_subset_of(call: &mut Call<'_>) -> Result<Value> {
    let (common, mine, _) = common(call)?;
    Ok((common == mine).into())
}

fn is_proper_subset_of(call: &mut Call<'_>) -> Result<Value> {
    let (common, mine, theirs) = common(call)?;
    Ok((common == mine && theirs > common).into())
}

fn is_superset_of(call: &mut Call<'_>) -> Result<Value> {
    let (common, _, theirs) = common(call)?;
    Ok((common == theirs).into())
}

fn is_proper_superset_of(call: &mut Call<'_>) -> Result<Value> {
    let (common, mine, theirs) = common(call)?;
    Ok((common == theirs && mine > theirs).into())
}

fn set_equals(call: &mut Call<'_>) -> Result<Value> {
    let (common, mine, theirs) = common(call)?;
    Ok((common == theirs && common == mine).into())
}

fn overlaps(call: &mut Call<'_>) -> Result<Value> {
    Ok((common(call)?.0 > 0).into())
}

fn remove_where(call: &mut Call<'_>) -> Result<Value> {
    let mut removed = 0;
    for value in values_of(call.this) {
        if holds(call.cx, &call.args[0], value.clone())? {
            removed += i32::from(take(call.cx, call.this, &value)?);
        }
    }
    Ok(removed.into())
}

fn reverse(call: &mut Call<'_>) -> Result<Value> {
    let mut values = values_of(call.this);
    values.reverse();
    let element = element_type(call.this.ty().expect("a set"));
    Ok(Obj::typed_array(&element, values).into())
}

fn get_view_between(call: &mut Call<'_>) -> Result<Value> {
    let comparer = set(call.this).comparer.clone();
    if order(call.cx, &comparer, &call.args[0], &call.args[1])? > 0 {
        return Err(fault::argument("Must be less than or equal to upperValue.", "lowerValue"));
    }
    let mut within = Vec::new();
    for value in values_of(call.this) {
        if order(call.cx, &comparer, &value, &call.args[0])? >= 0
            && order(call.cx, &comparer, &value, &call.args[1])? <= 0
        {
            within.push(value);
        }
    }
    Ok(made(call.this.ty().expect("a set"), comparer, within))
}

fn try_get_value(call: &mut Call<'_>) -> Result<Value> {
    let found = search(call.cx, call.this, &call.args[0])?.ok();
    let found = found.and_then(|at| values_of(call.this).get(at).cloned());
    let there = found.is_some();
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(end(call, found));
    }
    Ok(there.into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, callable, ints};
    use pwsh_value::Value;
    use pwsh_value::ty::TypeExpr;

    /// A set of three whose comparer clears the set that it compares with.
    fn self_clearing(answer: fn(&[Value]) -> Value) -> Value {
        let ty = TypeExpr::parse("System.Collections.Generic.SortedSet[object]").close(&|_| None);
        super::made(&ty, callable(answer), (1..=3).map(Value::Int32).collect())
    }

    #[test]
    fn items_are_in_order_and_once() {
        let mut rt = Runtime::new();
        let set = rt.make("System.Collections.Generic.SortedSet[int]", &[ints([3, 1, 3, 2])]).unwrap();
        assert_eq!(rt.text(&set), "1 2 3");
        let view = rt.call(&set, "GetViewBetween", &[2.into(), 9.into()]).unwrap();
        assert_eq!(rt.text(&view), "2 3");
        rt.call(&set, "SymmetricExceptWith", &[ints([1, 7])]).unwrap();
        assert_eq!(rt.text(&set), "2 3 7");
    }

    #[test]
    fn a_comparer_that_clears_the_set_is_an_error_of_adding_and_removing() {
        let mut rt = Runtime::new();
        let modified = "System.InvalidOperationException: Collection was modified";
        let set = self_clearing(|args| {
            Runtime::new().call(&args[1], "Clear", &[]).unwrap();
            Value::Int32(-1)
        });
        let error = Runtime::error(rt.call(&set, "Add", std::slice::from_ref(&set)));
        assert!(error.starts_with(modified), "{error}");
        let set = self_clearing(|args| {
            Runtime::new().call(&args[1], "Clear", &[]).unwrap();
            Value::Int32(0)
        });
        let error = Runtime::error(rt.call(&set, "Remove", std::slice::from_ref(&set)));
        assert!(error.starts_with(modified), "{error}");
    }
}
