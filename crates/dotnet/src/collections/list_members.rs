//! The members that lists share: `ArrayList`, `List<T>`, `Collection<T>` and their kin over one payload.

use super::enumerator;
use super::items::{self, converted, copy_to as copy, default_of, element_type, holds, items_of, order};
use super::sort::sorted_by;
use crate::fault;
use pwsh_value::payload::{Elements, List};
use pwsh_value::ty::{Call, Hooks, close_generic, known, named};
use pwsh_value::{Error, Obj, Result, Value};

/// What lists do without going through a member.
pub const HOOKS: Hooks = Hooks { enumerate: Some(|_, value| Ok(items::list_values(value))), ..Hooks::NONE };

/// `()`, `(capacity)` and `(collection)`.
pub fn new(call: &mut Call<'_>) -> Result<Value> {
    let element = element_type(call.ty);
    let elements = match call.args.first() {
        None => Elements::for_type(&element, 0),
        Some(Value::Int32(capacity)) => {
            let Ok(capacity) = usize::try_from(*capacity) else {
                return Err(fault::negative("capacity", (*capacity).into()));
            };
            Elements::for_type(&element, capacity.min(1 << 20))
        }
        Some(source) => {
            let values = items_of(call.cx, source, "collection")?;
            Elements::pack(&element, converted(call.cx, values, &element)?)
        }
    };
    Ok(Obj::new(call.ty.clone(), List::new(elements)).into())
}

/// A list of the called object's type.
fn alike(call: &Call<'_>, values: Vec<Value>) -> Value {
    let ty = call.this.ty().expect("a list").clone();
    let elements = Elements::pack(&element_type(&ty), values);
    Obj::new(ty, List::new(elements)).into()
}

/// An index below the length.
fn index(call: &Call<'_>, at: usize, length: usize) -> Result<usize> {
    usize::try_from(call.int(at)).ok().filter(|index| *index < length).ok_or_else(fault::index)
}

/// Start and count in arguments `at` and `at + 1`.
fn range(call: &Call<'_>, at: usize, length: usize) -> Result<(usize, usize)> {
    let (start, count) = (call.int(at), call.int(at + 1));
    let Ok(from) = usize::try_from(start) else { return Err(fault::negative("index", start.into())) };
    let Ok(many) = usize::try_from(count) else { return Err(fault::negative("count", count.into())) };
    if from + many > length {
        let message = "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.";
        return Err(Error::argument(message, ""));
    }
    Ok((from, many))
}

/// `Count`.
pub fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<List>().len() as i32).into())
}

/// `Capacity`: what .NET's growth by doubling would have reserved.
pub fn capacity(call: &mut Call<'_>) -> Result<Value> {
    let length = call.this::<List>().len();
    Ok(if length == 0 { 0 } else { length.next_power_of_two().max(4) as i32 }.into())
}

/// Setting `Capacity`, which may not be less than `Count`.
pub fn set_capacity(call: &mut Call<'_>) -> Result<Value> {
    let wanted = match call.args.last() {
        Some(Value::Int32(wanted)) => *wanted,
        _ => 0,
    };
    if i64::from(wanted) < call.this::<List>().len() as i64 {
        return Err(fault::out_of_range("capacity was less than the current size.", "value"));
    }
    Ok(Value::Void)
}

/// `EnsureCapacity`.
pub fn ensure_capacity(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.args[0].clone())
}

/// The indexer.
pub fn item(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<List>();
    let at = index(call, 0, this.len())?;
    this.get(at).ok_or_else(fault::index)
}

/// Setting through the indexer.
pub fn set_item(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<List>();
    let at = index(call, 0, this.len())?;
    this.set(at, call.args[1].clone());
    Ok(Value::Void)
}

/// `Add` that gives nothing.
pub fn add(call: &mut Call<'_>) -> Result<Value> {
    call.this::<List>().push(call.args[0].clone());
    Ok(Value::Void)
}

/// `AddRange`.
pub fn add_range(call: &mut Call<'_>) -> Result<Value> {
    let values = items_of(call.cx, &call.args[0], "collection")?;
    let element = element_type(call.this.ty().expect("a list"));
    let values = converted(call.cx, values, &element)?;
    let this = call.this::<List>();
    values.into_iter().for_each(|value| this.push(value));
    Ok(Value::Void)
}

/// `Clear`.
pub fn clear(call: &mut Call<'_>) -> Result<Value> {
    let element = element_type(call.this.ty().expect("a list"));
    call.this::<List>().replace(Elements::for_type(&element, 0));
    Ok(Value::Void)
}

/// The first place of `value` within a range of a list.
fn place(
    call: &mut Call<'_>,
    value: &Value,
    range: std::ops::Range<usize>,
    last: bool,
) -> Result<Option<usize>> {
    let this = call.this::<List>();
    let mut places: Vec<usize> = range.collect();
    if last {
        places.reverse();
    }
    for at in places {
        let Some(item) = this.get(at) else { break };
        if item.unwrapped().same(value) || call.cx.equals(&item, value)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn as_index(place: Option<usize>) -> Value {
    place.map_or(-1, |at| at as i32).into()
}

/// `Contains`.
pub fn contains(call: &mut Call<'_>) -> Result<Value> {
    let (value, length) = (call.arg(0), call.this::<List>().len());
    Ok(place(call, value, 0..length, false)?.is_some().into())
}

/// `IndexOf`, from a start and for a count where they are given.
pub fn index_of(call: &mut Call<'_>) -> Result<Value> {
    let (value, length) = (call.arg(0), call.this::<List>().len());
    let within = match call.args.len() {
        1 => 0..length,
        2 => {
            let start = usize::try_from(call.int(1)).ok().filter(|start| *start <= length);
            start.ok_or_else(fault::index)?..length
        }
        _ => {
            let (start, count) = range(call, 1, length)?;
            start..start + count
        }
    };
    Ok(as_index(place(call, value, within, false)?))
}

/// `LastIndexOf`, backwards from a start and for a count where they are given.
pub fn last_index_of(call: &mut Call<'_>) -> Result<Value> {
    let (value, length) = (call.arg(0), call.this::<List>().len());
    if length == 0 {
        return Ok((-1).into());
    }
    let end = if call.args.len() > 1 { index(call, 1, length)? + 1 } else { length };
    let count = if call.args.len() > 2 { usize::try_from(call.int(2)).unwrap_or(0).min(end) } else { end };
    Ok(as_index(place(call, value, end - count..end, true)?))
}

/// `Insert`.
pub fn insert(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<List>();
    let at = usize::try_from(call.int(0)).ok().filter(|at| *at <= this.len());
    let message = "Index must be within the bounds of the List.";
    let at = at.ok_or_else(|| fault::out_of_range(message, "index"))?;
    this.insert(at, call.args[1].clone());
    Ok(Value::Void)
}

/// `InsertRange`.
pub fn insert_range(call: &mut Call<'_>) -> Result<Value> {
    let values = items_of(call.cx, &call.args[1], "collection")?;
    let element = element_type(call.this.ty().expect("a list"));
    let values = converted(call.cx, values, &element)?;
    let this = call.this::<List>();
    let at = usize::try_from(call.int(0)).ok().filter(|at| *at <= this.len()).ok_or_else(fault::index)?;
    for (offset, value) in values.into_iter().enumerate() {
        this.insert(at + offset, value);
    }
    Ok(Value::Void)
}

/// `Remove` that says whether the value was there.
pub fn remove(call: &mut Call<'_>) -> Result<Value> {
    let (value, length) = (call.arg(0), call.this::<List>().len());
    let found = place(call, value, 0..length, false)?;
    if let Some(at) = found {
        // An Equals of script may have shortened the list since.
        if at >= call.this::<List>().len() {
            return Err(fault::modified());
        }
        call.this::<List>().remove(at, 1);
    }
    Ok(found.is_some().into())
}

/// `RemoveAt`.
pub fn remove_at(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<List>();
    let at = index(call, 0, this.len())?;
    this.remove(at, 1);
    Ok(Value::Void)
}

/// `RemoveRange`.
pub fn remove_range(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<List>();
    let (start, count) = range(call, 0, this.len())?;
    this.remove(start, count);
    Ok(Value::Void)
}

/// `RemoveAll`: how many a predicate holds for, which are then gone.
pub fn remove_all(call: &mut Call<'_>) -> Result<Value> {
    let before = call.this::<List>().to_vec();
    let mut kept = Vec::with_capacity(before.len());
    for value in &before {
        if !holds(call.cx, &call.args[0], value.clone())? {
            kept.push(value.clone());
        }
    }
    let removed = before.len() - kept.len();
    let element = element_type(call.this.ty().expect("a list"));
    call.this::<List>().replace(Elements::pack(&element, kept));
    Ok((removed as i32).into())
}

/// `Reverse`, of all or a range.
pub fn reverse(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<List>();
    let (start, count) = if call.args.is_empty() { (0, this.len()) } else { range(call, 0, this.len())? };
    this.permute(|elements| elements.reverse(start, count.min(elements.len().saturating_sub(start))));
    Ok(Value::Void)
}

/// `Sort`, by a comparer or comparison, of all or a range.
pub fn sort(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<List>();
    let mut values = this.to_vec();
    let ranged = call.args.len() == 3;
    let (start, count) = if ranged { range(call, 0, values.len())? } else { (0, values.len()) };
    let comparer = call.args.last().cloned().unwrap_or_default();
    let part = values[start..start + count].to_vec();
    let part = sorted_by(call.cx, part, &comparer)?;
    values.splice(start..start + count, part);
    let element = element_type(call.this.ty().expect("a list"));
    this.replace(Elements::pack(&element, values));
    Ok(Value::Void)
}

/// `BinarySearch`: the place, or the complement of where the value would go.
pub fn binary_search(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<List>();
    let whole = call.args.len() < 4;
    let (start, count) = if whole { (0, this.len()) } else { range(call, 0, this.len())? };
    let (value, comparer) = if whole {
        (call.args[0].clone(), call.args.get(1).cloned().unwrap_or_default())
    } else {
        (call.args[2].clone(), call.args[3].clone())
    };
    let (mut low, mut high) = (start, start + count);
    while low < high {
        let middle = low + (high - low) / 2;
        let item = this.get(middle).unwrap_or_default();
        match order(call.cx, &comparer, &item, &value)? {
            0 => return Ok((middle as i32).into()),
            before if before < 0 => low = middle + 1,
            _ => high = middle,
        }
    }
    Ok((!(low as i32)).into())
}

/// `ToArray`.
pub fn to_array(call: &mut Call<'_>) -> Result<Value> {
    let element = match call.args.first() {
        Some(_) => {
            crate::system::object::type_argument(call, 0).cloned().ok_or_else(|| fault::null("type"))?
        }
        None => element_type(call.this.ty().expect("a list")),
    };
    let values = call.this::<List>().to_vec();
    let values = converted(call.cx, values, &element)?;
    Ok(Obj::typed_array(&element, values).into())
}

/// `CopyTo`: `(array)`, `(array, arrayIndex)` and `(index, array, arrayIndex, count)`.
pub fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    let values = call.this::<List>().to_vec();
    match call.args.len() {
        1 => copy(call, 0, 0, values),
        2 => copy(call, 0, call.int(1), values),
        _ => {
            let (from, count) = (call.int(0), call.int(3));
            let part = usize::try_from(from).ok().zip(usize::try_from(count).ok());
            let (from, count) = part.filter(|(f, c)| f + c <= values.len()).ok_or_else(fault::index)?;
            copy(call, 1, call.int(2), values[from..from + count].to_vec())
        }
    }
}

/// `GetRange` and `Slice`.
pub fn get_range(call: &mut Call<'_>) -> Result<Value> {
    let values = call.this::<List>().to_vec();
    let (start, count) = range(call, 0, values.len())?;
    Ok(alike(call, values[start..start + count].to_vec()))
}

/// `Slice`.
pub fn slice(call: &mut Call<'_>) -> Result<Value> {
    get_range(call)
}

/// `GetEnumerator`.
pub fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    enumerator::get_enumerator(call)
}

/// `ForEach`.
pub fn for_each(call: &mut Call<'_>) -> Result<Value> {
    for value in call.this::<List>().to_vec() {
        call.cx.invoke(&call.args[0], vec![value])?;
    }
    Ok(Value::Void)
}

/// The place of the first (or last) item that the predicate in the last argument holds for.
fn matching(call: &mut Call<'_>, last: bool) -> Result<Option<(usize, Value)>> {
    let values = call.this::<List>().to_vec();
    let predicate = call.args.last().cloned().unwrap_or_default();
    let mut places: Vec<usize> = match call.args.len() {
        1 => (0..values.len()).collect(),
        2 if last => (0..=index(call, 0, values.len())?).collect(),
        2 => {
            let start = usize::try_from(call.int(0)).ok().filter(|start| *start <= values.len());
            (start.ok_or_else(fault::index)?..values.len()).collect()
        }
        _ => {
            let (start, count) = range(call, 0, values.len())?;
            (start..start + count).collect()
        }
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

/// `Exists`.
pub fn exists(call: &mut Call<'_>) -> Result<Value> {
    Ok(matching(call, false)?.is_some().into())
}

/// `Find`.
pub fn find(call: &mut Call<'_>) -> Result<Value> {
    let element = element_type(call.this.ty().expect("a list"));
    Ok(matching(call, false)?.map_or_else(|| default_of(&element), |(_, value)| value))
}

/// `FindLast`.
pub fn find_last(call: &mut Call<'_>) -> Result<Value> {
    let element = element_type(call.this.ty().expect("a list"));
    Ok(matching(call, true)?.map_or_else(|| default_of(&element), |(_, value)| value))
}

/// `FindIndex`.
pub fn find_index(call: &mut Call<'_>) -> Result<Value> {
    Ok(as_index(matching(call, false)?.map(|(at, _)| at)))
}

/// `FindLastIndex`.
pub fn find_last_index(call: &mut Call<'_>) -> Result<Value> {
    Ok(as_index(matching(call, true)?.map(|(at, _)| at)))
}

/// `FindAll`.
pub fn find_all(call: &mut Call<'_>) -> Result<Value> {
    let mut found = Vec::new();
    for value in call.this::<List>().to_vec() {
        if holds(call.cx, &call.args[0], value.clone())? {
            found.push(value);
        }
    }
    Ok(alike(call, found))
}

/// `TrueForAll`.
pub fn true_for_all(call: &mut Call<'_>) -> Result<Value> {
    for value in call.this::<List>().to_vec() {
        if !holds(call.cx, &call.args[0], value)? {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}

/// `ConvertAll`.
pub fn convert_all(call: &mut Call<'_>) -> Result<Value> {
    let output = call.type_args.first().cloned().unwrap_or_else(|| known().object.clone());
    let mut values = Vec::new();
    for value in call.this::<List>().to_vec() {
        let result = call.cx.invoke(&call.args[0], vec![value])?;
        values.push(call.cx.convert(&result, &output)?);
    }
    let ty = close_generic(&named("System.Collections.Generic.List`1"), vec![output.clone()]);
    Ok(Obj::new(ty, List::new(Elements::pack(&output, values))).into())
}

/// `AsReadOnly`: a read-only copy.
pub fn as_read_only(call: &mut Call<'_>) -> Result<Value> {
    let element = element_type(call.this.ty().expect("a list"));
    let values = call.this::<List>().to_vec();
    let ty = close_generic(&named("System.Collections.ObjectModel.ReadOnlyCollection`1"), vec![element]);
    Ok(Obj::new(ty, List::of_values(values)).into())
}

/// `Clone`.
pub fn clone(call: &mut Call<'_>) -> Result<Value> {
    Ok(alike(call, call.this::<List>().to_vec()))
}

/// `TrimExcess` and `TrimToSize`, which change nothing that shows.
pub fn trim_excess(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

/// `SyncRoot`.
pub fn sync_root(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.clone())
}

/// A property that is false for these collections.
pub fn is_false(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}
