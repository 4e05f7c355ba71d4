//! `System.Array`.

use super::array_index::{flat_index, places};
use super::object::type_argument;
use crate::collections::enumerator;
use crate::collections::items::{self, converted, default_of, holds};
use crate::collections::sort::{sorted, sorted_by};
use crate::fault;
use pwsh_value::payload::{Array, Elements, List, Reference};
use pwsh_value::ty::{
    Call, FacadeType, Hooks, Kind, array_of, close_generic, known, method, named, property,
};
use pwsh_value::{Error, Handle, Obj, Result, Type, Value, memory};

/// `System.Array`.
pub static ARRAY: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &[
        "System.ICloneable",
        "System.Collections.IList",
        "System.Collections.ICollection",
        "System.Collections.IEnumerable",
        "System.Collections.IStructuralComparable",
        "System.Collections.IStructuralEquatable",
    ],
    members: &[
        property("int Length {get;}", length),
        property("long LongLength {get;}", long_length),
        property("int Rank {get;}", rank),
        property("System.Object SyncRoot {get;}", sync_root),
        property("bool IsReadOnly {get;}", is_read_only),
        property("bool IsFixedSize {get;}", is_fixed_size),
        property("bool IsSynchronized {get;}", is_synchronized),
        property("int Count {get;}", length),
        method(
            "static System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly[T](T[] array)",
            as_read_only,
        ),
        method("static void Resize[T]([ref] T[] array, int newSize)", resize),
        method("static array CreateInstance(type elementType, int length)", create_instance),
        method("static array CreateInstance(type elementType, int length1, int length2)", create_instance),
        method(
            "static array CreateInstance(type elementType, int length1, int length2, int length3)",
            create_instance,
        ),
        method("static array CreateInstance(type elementType, Params int[] lengths)", create_instance),
        method("static void Copy(array sourceArray, array destinationArray, long length)", copy),
        method(
            "static void Copy(array sourceArray, long sourceIndex, array destinationArray, long destinationIndex, long length)",
            copy,
        ),
        method(
            "static void ConstrainedCopy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)",
            constrained_copy,
        ),
        method("static void Copy(array sourceArray, array destinationArray, int length)", copy),
        method(
            "static void Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)",
            copy,
        ),
        method("static void Clear(array array)", clear),
        method("static void Clear(array array, int index, int length)", clear),
        method("int GetLength(int dimension)", get_length),
        method("int GetUpperBound(int dimension)", get_upper_bound),
        method("int GetLowerBound(int dimension)", get_lower_bound),
        method("System.Object GetValue(Params int[] indices)", get_value),
        method("System.Object GetValue(int index)", get_value),
        method("System.Object GetValue(int index1, int index2)", get_value),
        method("System.Object GetValue(int index1, int index2, int index3)", get_value),
        method("void SetValue(System.Object value, int index)", set_value),
        method("void SetValue(System.Object value, int index1, int index2)", set_value),
        method("void SetValue(System.Object value, int index1, int index2, int index3)", set_value),
        method("void SetValue(System.Object value, Params int[] indices)", set_value),
        method("System.Object GetValue(long index)", get_value),
        method("System.Object GetValue(long index1, long index2)", get_value),
        method("System.Object GetValue(long index1, long index2, long index3)", get_value),
        method("void SetValue(System.Object value, long index)", set_value),
        method("void SetValue(System.Object value, long index1, long index2)", set_value),
        method("void SetValue(System.Object value, long index1, long index2, long index3)", set_value),
        method("long GetLongLength(int dimension)", get_long_length),
        method("System.Object Clone()", clone),
        method("static int BinarySearch(array array, System.Object value)", binary_search),
        method(
            "static int BinarySearch(array array, int index, int length, System.Object value)",
            binary_search,
        ),
        method(
            "static int BinarySearch(array array, System.Object value, System.Collections.IComparer comparer)",
            binary_search,
        ),
        method(
            "static int BinarySearch(array array, int index, int length, System.Object value, System.Collections.IComparer comparer)",
            binary_search,
        ),
        method("static int BinarySearch[T](T[] array, T value)", binary_search),
        method(
            "static int BinarySearch[T](T[] array, T value, System.Collections.Generic.IComparer[T] comparer)",
            binary_search,
        ),
        method("static int BinarySearch[T](T[] array, int index, int length, T value)", binary_search),
        method(
            "static int BinarySearch[T](T[] array, int index, int length, T value, System.Collections.Generic.IComparer[T] comparer)",
            binary_search,
        ),
        method(
            "static TOutput[] ConvertAll[TInput, TOutput](TInput[] array, System.Converter[TInput,TOutput] converter)",
            convert_all,
        ),
        method("void CopyTo(array array, int index)", copy_to),
        method("void CopyTo(array array, long index)", copy_to),
        method("static T[] Empty[T]()", empty),
        method("static bool Exists[T](T[] array, System.Predicate[T] match)", exists),
        method("static void Fill[T](T[] array, T value)", fill),
        method("static void Fill[T](T[] array, T value, int startIndex, int count)", fill),
        method("static T Find[T](T[] array, System.Predicate[T] match)", find),
        method("static T[] FindAll[T](T[] array, System.Predicate[T] match)", find_all),
        method("static int FindIndex[T](T[] array, System.Predicate[T] match)", find_index),
        method("static int FindIndex[T](T[] array, int startIndex, System.Predicate[T] match)", find_index),
        method(
            "static int FindIndex[T](T[] array, int startIndex, int count, System.Predicate[T] match)",
            find_index,
        ),
        method("static T FindLast[T](T[] array, System.Predicate[T] match)", find_last),
        method("static int FindLastIndex[T](T[] array, System.Predicate[T] match)", find_last_index),
        method(
            "static int FindLastIndex[T](T[] array, int startIndex, System.Predicate[T] match)",
            find_last_index,
        ),
        method(
            "static int FindLastIndex[T](T[] array, int startIndex, int count, System.Predicate[T] match)",
            find_last_index,
        ),
        method("static void ForEach[T](T[] array, System.Action[T] action)", for_each),
        method("static int IndexOf(array array, System.Object value)", index_of),
        method("static int IndexOf(array array, System.Object value, int startIndex)", index_of),
        method("static int IndexOf(array array, System.Object value, int startIndex, int count)", index_of),
        method("static int IndexOf[T](T[] array, T value)", index_of),
        method("static int IndexOf[T](T[] array, T value, int startIndex)", index_of),
        method("static int IndexOf[T](T[] array, T value, int startIndex, int count)", index_of),
        method("static int LastIndexOf(array array, System.Object value)", last_index_of),
        method("static int LastIndexOf(array array, System.Object value, int startIndex)", last_index_of),
        method(
            "static int LastIndexOf(array array, System.Object value, int startIndex, int count)",
            last_index_of,
        ),
        method("static int LastIndexOf[T](T[] array, T value)", last_index_of),
        method("static int LastIndexOf[T](T[] array, T value, int startIndex)", last_index_of),
        method("static int LastIndexOf[T](T[] array, T value, int startIndex, int count)", last_index_of),
        method("static void Reverse(array array)", reverse),
        method("static void Reverse(array array, int index, int length)", reverse),
        method("static void Reverse[T](T[] array)", reverse),
        method("static void Reverse[T](T[] array, int index, int length)", reverse),
        method("static void Sort(array array)", sort),
        method("static void Sort(array keys, array items)", sort),
        method("static void Sort(array array, int index, int length)", sort),
        method("static void Sort(array keys, array items, int index, int length)", sort),
        method("static void Sort(array array, System.Collections.IComparer comparer)", sort),
        method("static void Sort(array keys, array items, System.Collections.IComparer comparer)", sort),
        method(
            "static void Sort(array array, int index, int length, System.Collections.IComparer comparer)",
            sort,
        ),
        method(
            "static void Sort(array keys, array items, int index, int length, System.Collections.IComparer comparer)",
            sort,
        ),
        method("static void Sort[T](T[] array)", sort),
        method("static void Sort[TKey, TValue](TKey[] keys, TValue[] items)", sort),
        method("static void Sort[T](T[] array, int index, int length)", sort),
        method("static void Sort[TKey, TValue](TKey[] keys, TValue[] items, int index, int length)", sort),
        method("static void Sort[T](T[] array, System.Collections.Generic.IComparer[T] comparer)", sort),
        method(
            "static void Sort[TKey, TValue](TKey[] keys, TValue[] items, System.Collections.Generic.IComparer[TKey] comparer)",
            sort,
        ),
        method(
            "static void Sort[T](T[] array, int index, int length, System.Collections.Generic.IComparer[T] comparer)",
            sort,
        ),
        method(
            "static void Sort[TKey, TValue](TKey[] keys, TValue[] items, int index, int length, System.Collections.Generic.IComparer[TKey] comparer)",
            sort,
        ),
        method("static void Sort[T](T[] array, System.Comparison[T] comparison)", sort),
        method("static bool TrueForAll[T](T[] array, System.Predicate[T] match)", true_for_all),
        method("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
        method("int IList.Add(System.Object value)", fixed_size),
        method("void IList.Insert(int index, System.Object value)", fixed_size),
        method("void IList.Remove(System.Object value)", fixed_size),
        method("void IList.RemoveAt(int index)", fixed_size),
        method("bool IList.Contains(System.Object value)", list_contains),
        method("int IList.IndexOf(System.Object value)", list_index_of),
        method("void IList.Clear()", list_clear),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Array")
};

const HOOKS: Hooks = Hooks {
    enumerate: Some(|_, value| {
        Ok(value.cell().and_then(|obj| obj.get::<Array>()).map(|array| array.to_vec()).unwrap_or_default())
    }),
    ..Hooks::NONE
};

fn this<'a>(call: &Call<'a>) -> Handle<'a, Array> {
    call.this::<Array>()
}

/// The array in an argument, which must not be null.
fn array<'a>(call: &Call<'a>, index: usize) -> Result<Handle<'a, Array>> {
    call.payload::<Array>(index).ok_or_else(|| fault::null("array"))
}

fn element_of(array: Handle<'_, Array>) -> Type {
    array.owner().ty().element().unwrap_or(&known().object).clone()
}

fn length(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).len() as i32).into())
}

fn long_length(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).len() as i64).into())
}

fn rank(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).lengths().len() as i32).into())
}

fn sync_root(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.clone())
}

fn is_read_only(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

fn is_fixed_size(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn is_synchronized(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

fn dimension(call: &Call<'_>) -> Result<usize> {
    let lengths = this(call).lengths();
    let dimension = usize::try_from(call.int(0)).ok();
    dimension.and_then(|d| lengths.get(d).copied()).ok_or_else(fault::outside_array)
}

fn get_length(call: &mut Call<'_>) -> Result<Value> {
    Ok((dimension(call)? as i32).into())
}

fn get_long_length(call: &mut Call<'_>) -> Result<Value> {
    Ok((dimension(call)? as i64).into())
}

fn get_upper_bound(call: &mut Call<'_>) -> Result<Value> {
    Ok((dimension(call)? as i32 - 1).into())
}

fn get_lower_bound(call: &mut Call<'_>) -> Result<Value> {
    dimension(call)?;
    Ok(0.into())
}

fn get_value(call: &mut Call<'_>) -> Result<Value> {
    let at = flat_index(&this(call).lengths(), &places(call.args))?;
    this(call).get(at).ok_or_else(fault::outside_array)
}

fn set_value(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    let at = flat_index(&this.lengths(), &places(&call.args[1..]))?;
    let value = call.cx.convert(&call.args[0], &element_of(this))?;
    this.set(at, value);
    Ok(Value::Void)
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    let elements = this.with(Elements::clone);
    let copy = match this.lengths() {
        lengths if lengths.len() > 1 => Array::multi(lengths, elements),
        _ => Array::of(elements),
    };
    Ok(Obj::new(this.owner().ty().clone(), copy).into())
}

fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    let at = super::integer::whole(call.arg(1)).unwrap_or(0) as i32;
    items::copy_to(call, 0, at, this(call).to_vec())
}

/// `IList`'s members that change the length, which an array refuses.
fn fixed_size(_: &mut Call<'_>) -> Result<Value> {
    Err(fault::not_supported("Collection was of a fixed size."))
}

/// `IList.Contains`.
fn list_contains(call: &mut Call<'_>) -> Result<Value> {
    let wanted = call.arg(0);
    for there in this(call).to_vec() {
        if there.unwrapped().same(wanted) || call.cx.equals(&there, wanted)? {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

/// `IList.IndexOf`.
fn list_index_of(call: &mut Call<'_>) -> Result<Value> {
    let wanted = call.arg(0);
    for (at, there) in this(call).to_vec().into_iter().enumerate() {
        if there.unwrapped().same(wanted) || call.cx.equals(&there, wanted)? {
            return Ok((at as i32).into());
        }
    }
    Ok((-1).into())
}

/// `IList.Clear`: every element takes its type's default.
fn list_clear(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    let default = default_of(&element_of(this));
    (0..this.len()).for_each(|at| this.set(at, default.clone()));
    Ok(Value::Void)
}

fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    enumerator::get_enumerator(call)
}

fn create_instance(call: &mut Call<'_>) -> Result<Value> {
    let element = type_argument(call, 0).ok_or_else(|| fault::null("elementType"))?;
    let lengths = places(&call.args[1..]);
    let mut sizes = Vec::with_capacity(lengths.len());
    for length in lengths {
        let size = usize::try_from(length)
            .map_err(|_| fault::out_of_range("Non-negative number required.", "length"))?;
        sizes.push(size);
    }
    let elements = Elements::filled(element, default_of(element), memory::total(&sizes)?)?;
    let ty = array_of(element, sizes.len() as u32);
    let array = if sizes.len() > 1 { Array::multi(sizes, elements) } else { Array::of(elements) };
    Ok(Obj::new(ty, array).into())
}

fn empty(call: &mut Call<'_>) -> Result<Value> {
    let element = call.type_args.first().unwrap_or(&known().object);
    Ok(Obj::typed_array(element, Vec::new()).into())
}

/// The argument at `index` as a place or a number of elements.
fn number(call: &Call<'_>, index: usize) -> Result<usize> {
    let number = super::integer::whole(call.arg(index)).unwrap_or(0);
    usize::try_from(number).map_err(|_| fault::negative("length", number as i64))
}

fn copy(call: &mut Call<'_>) -> Result<Value> {
    let long = call.args.len() == 5;
    let (from, to) = (array(call, 0)?, array(call, if long { 2 } else { 1 })?);
    let (start, target, count) =
        if long { (number(call, 1)?, number(call, 3)?, number(call, 4)?) } else { (0, 0, number(call, 2)?) };
    if start + count > from.len() {
        let message =
            "Source array was not long enough. Check the source index, length, and the array's lower bounds.";
        return Err(fault::argument(message, "sourceArray"));
    }
    if target + count > to.len() {
        let message = "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.";
        return Err(fault::argument(message, "destinationArray"));
    }
    let values = from.to_vec()[start..start + count].to_vec();
    let values = converted(call.cx, values, &element_of(to))?;
    for (offset, value) in values.into_iter().enumerate() {
        to.set(target + offset, value);
    }
    Ok(Value::Void)
}

fn constrained_copy(call: &mut Call<'_>) -> Result<Value> {
    copy(call)
}

/// Start and count among the arguments from `at` on; all elements where there are none.
fn range(call: &Call<'_>, at: usize, length: usize) -> Result<(usize, usize)> {
    if call.args.len() < at + 2 || !matches!(call.arg(at), Value::Int32(_)) {
        return Ok((0, length));
    }
    let (start, count) = (number(call, at)?, number(call, at + 1)?);
    if start + count > length {
        let message = "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.";
        return Err(Error::argument(message, ""));
    }
    Ok((start, count))
}

fn clear(call: &mut Call<'_>) -> Result<Value> {
    let array = array(call, 0)?;
    let (start, count) = range(call, 1, array.len())?;
    let default = default_of(&element_of(array));
    (start..start + count).for_each(|at| array.set(at, default.clone()));
    Ok(Value::Void)
}

fn fill(call: &mut Call<'_>) -> Result<Value> {
    let array = array(call, 0)?;
    let (start, count) = range(call, 2, array.len())?;
    let value = call.cx.convert(&call.args[1], &element_of(array))?;
    (start..start + count).for_each(|at| array.set(at, value.clone()));
    Ok(Value::Void)
}

fn reverse(call: &mut Call<'_>) -> Result<Value> {
    let array = array(call, 0)?;
    let (start, count) = range(call, 1, array.len())?;
    array.permute(|elements| elements.reverse(start, count));
    Ok(Value::Void)
}

/// `Resize`: the variable gets a new array.
fn resize(call: &mut Call<'_>) -> Result<Value> {
    let Some(slot) = call.payload::<Reference>(0) else { return Err(fault::null("array")) };
    let size = number(call, 1)?;
    let old = slot.value();
    let array = old.cell().and_then(|obj| obj.get::<Array>());
    let element = array.map_or_else(|| known().object.clone(), element_of);
    let mut values = array.map(|array| array.to_vec()).unwrap_or_default();
    memory::resize(&mut values, size, default_of(&element))?;
    slot.set(Obj::typed_array(&element, values).into());
    Ok(Value::Void)
}

/// `Sort`: one array, or keys with items that move along; of a range; by a comparer or comparison.
fn sort(call: &mut Call<'_>) -> Result<Value> {
    let keys = array(call, 0)?;
    let items = call.payload::<Array>(1);
    let (start, count) = range(call, if items.is_some() { 2 } else { 1 }, keys.len())?;
    let comparer = match call.args.last() {
        Some(last) if call.args.len() > 1 && last.cell().is_some_and(|obj| obj.get::<Array>().is_none()) => {
            last.clone()
        }
        _ => Value::Null,
    };
    let part = keys.to_vec()[start..start + count].to_vec();
    let Some(items) = items else {
        let ordered = sorted_by(call.cx, part, &comparer)?;
        ordered.into_iter().enumerate().for_each(|(offset, value)| keys.set(start + offset, value));
        return Ok(Value::Void);
    };
    let moved = items.to_vec();
    let indices = (0..count).map(|at| Value::Int32(at as i32)).collect();
    let at = |value: &Value| if let Value::Int32(at) = value { *at as usize } else { 0 };
    let ordered =
        sorted(call.cx, indices, &mut |cx, a, b| items::order(cx, &comparer, &part[at(a)], &part[at(b)]))?;
    for (offset, from) in ordered.iter().enumerate() {
        keys.set(start + offset, part[at(from)].clone());
        items.set(start + offset, moved[start + at(from)].clone());
    }
    Ok(Value::Void)
}

fn binary_search(call: &mut Call<'_>) -> Result<Value> {
    let array = array(call, 0)?;
    let ranged = call.args.len() > 3;
    let (start, count) = if ranged { range(call, 1, array.len())? } else { (0, array.len()) };
    let value_at = if ranged { 3 } else { 1 };
    let (wanted, comparer) = (&call.args[value_at], call.args.get(value_at + 1).cloned().unwrap_or_default());
    let (mut low, mut high) = (start, start + count);
    while low < high {
        let middle = low + (high - low) / 2;
        let there = array.get(middle).unwrap_or_default();
        match items::order(call.cx, &comparer, &there, wanted)? {
            0 => return Ok((middle as i32).into()),
            before if before < 0 => low = middle + 1,
            _ => high = middle,
        }
    }
    Ok((!(low as i32)).into())
}

fn index_of(call: &mut Call<'_>) -> Result<Value> {
    let array = array(call, 0)?;
    let start = if call.args.len() > 2 { number(call, 2)? } else { 0 };
    let end = if call.args.len() > 3 { start + number(call, 3)? } else { array.len() };
    if start > array.len() || end > array.len() {
        return Err(fault::out_of_range(
            "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
            "startIndex",
        ));
    }
    find_value(call, array, start..end)
}

fn last_index_of(call: &mut Call<'_>) -> Result<Value> {
    let array = array(call, 0)?;
    let end = if call.args.len() > 2 { (number(call, 2)? + 1).min(array.len()) } else { array.len() };
    let count = if call.args.len() > 3 { number(call, 3)?.min(end) } else { end };
    find_value(call, array, (end - count..end).rev())
}

fn find_value(
    call: &mut Call<'_>,
    array: Handle<'_, Array>,
    places: impl Iterator<Item = usize>,
) -> Result<Value> {
    let wanted = call.arg(1);
    for at in places {
        let there = array.get(at).unwrap_or_default();
        if there.unwrapped().same(wanted) || call.cx.equals(&there, wanted)? {
            return Ok((at as i32).into());
        }
    }
    Ok((-1).into())
}

/// The first element of `places` that the predicate in the last argument holds for.
fn matching(call: &mut Call<'_>, last: bool) -> Result<Option<(usize, Value)>> {
    let values = array(call, 0)?.to_vec();
    let predicate = call.args.last().cloned().unwrap_or_default();
    let mut places: Vec<usize> = match call.args.len() {
        3 if last => (0..(number(call, 1)? + 1).min(values.len())).collect(),
        3 => (number(call, 1)?..values.len()).collect(),
        4 => {
            let (start, count) = range(call, 1, values.len())?;
            (start..start + count).collect()
        }
        _ => (0..values.len()).collect(),
    };
    if last {
        places.reverse();
    }
    for at in places {
        if holds(call.cx, &predicate, values[at].clone())? {
            return Ok(Some((at, values[at].clone())));
        }
    }
    Ok(None)
}

fn exists(call: &mut Call<'_>) -> Result<Value> {
    Ok(matching(call, false)?.is_some().into())
}

fn found(call: &Call<'_>, found: Option<(usize, Value)>) -> Result<Value> {
    let element = element_of(array(call, 0)?);
    Ok(found.map_or_else(|| default_of(&element), |(_, value)| value))
}

fn find(call: &mut Call<'_>) -> Result<Value> {
    let first = matching(call, false)?;
    found(call, first)
}

fn find_last(call: &mut Call<'_>) -> Result<Value> {
    let last = matching(call, true)?;
    found(call, last)
}

fn find_index(call: &mut Call<'_>) -> Result<Value> {
    Ok(matching(call, false)?.map_or(-1, |(at, _)| at as i32).into())
}

fn find_last_index(call: &mut Call<'_>) -> Result<Value> {
    Ok(matching(call, true)?.map_or(-1, |(at, _)| at as i32).into())
}

fn find_all(call: &mut Call<'_>) -> Result<Value> {
    let array = array(call, 0)?;
    let mut kept = Vec::new();
    for value in array.to_vec() {
        if holds(call.cx, &call.args[1], value.clone())? {
            kept.push(value);
        }
    }
    Ok(Obj::typed_array(&element_of(array), kept).into())
}

fn true_for_all(call: &mut Call<'_>) -> Result<Value> {
    for value in array(call, 0)?.to_vec() {
        if !holds(call.cx, &call.args[1], value)? {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}

fn for_each(call: &mut Call<'_>) -> Result<Value> {
    for value in array(call, 0)?.to_vec() {
        call.cx.invoke(&call.args[1], vec![value])?;
    }
    Ok(Value::Void)
}

fn convert_all(call: &mut Call<'_>) -> Result<Value> {
    let output = call.type_args.get(1).unwrap_or(&known().object).clone();
    let mut values = Vec::new();
    for value in array(call, 0)?.to_vec() {
        let result = call.cx.invoke(&call.args[1], vec![value])?;
        values.push(call.cx.convert(&result, &output)?);
    }
    Ok(Obj::typed_array(&output, values).into())
}

fn as_read_only(call: &mut Call<'_>) -> Result<Value> {
    let array = array(call, 0)?;
    let ty =
        close_generic(&named("System.Collections.ObjectModel.ReadOnlyCollection`1"), vec![element_of(array)]);
    Ok(Obj::new(ty, List::of_values(array.to_vec())).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, array, callable, ints};
    use pwsh_value::Value;
    use pwsh_value::ty::known;

    #[test]
    fn sorting_moves_the_items_along() {
        let mut rt = Runtime::new();
        let (keys, items) = (ints([3, 1, 2]), array(vec!["c".into(), 1.into(), "b".into()]));
        rt.call_static("System.Array", "Sort", &[keys.clone(), items.clone()]).unwrap();
        assert_eq!((rt.text(&keys), rt.text(&items)), ("1 2 3".to_owned(), "1 b c".to_owned()));
    }

    #[test]
    fn searching() {
        let mut rt = Runtime::new();
        let numbers = ints([5, 6, 7]);
        let at = rt.call_static("System.Array", "IndexOf", &[numbers.clone(), 6.into()]).unwrap();
        assert_eq!(rt.text(&at), "1");
        let above = callable(|args| matches!(args[0], Value::Int32(n) if n > 5).into());
        let all = rt.call_static("System.Array", "FindAll", &[numbers, above]).unwrap();
        assert_eq!(rt.text(&all), "6 7");
    }

    #[test]
    fn lengths_whose_product_overflows_are_out_of_memory() {
        let mut rt = Runtime::new();
        let (int, many) = (Value::from(known().int32.clone()), ints([i32::MAX; 3]));
        let error = Runtime::error(rt.call_static("System.Array", "CreateInstance", &[int, many]));
        assert!(error.starts_with("System.OutOfMemoryException"), "{error}");
    }
}
