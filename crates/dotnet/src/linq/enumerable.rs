//! `System.Linq.Enumerable`: what scripts call of it. Nothing is put off: every call works its source through.

use super::enumerable_members::MEMBERS;
use super::{grouping, ordering};
use crate::collections::items::{converted, default_of, element_type, holds, items_of, order};
use crate::collections::sort::{self, sorted_by};
use crate::fault;
use pwsh_value::payload::{Array, Delegate, Elements, List};
use pwsh_value::ty::{Call, Entry, FacadeType, array_of, close_generic, known, named};
use pwsh_value::{Context, Error, Obj, Result, Type, Value, memory};

/// `System.Linq.Enumerable`.
pub static ENUMERABLE: FacadeType = FacadeType {
    members: &joined::<{ MEMBERS.len() + ordering::MEMBERS.len() + grouping::MEMBERS.len() }>(&[
        MEMBERS,
        ordering::MEMBERS,
        grouping::MEMBERS,
    ]),
    ..FacadeType::static_class("System.Linq.Enumerable")
};

/// Several tables as one.
const fn joined<const N: usize>(parts: &[&[Entry]]) -> [Entry; N] {
    let mut all = [parts[0][0]; N];
    let (mut part, mut at) = (0, 0);
    while part < parts.len() {
        let mut row = 0;
        while row < parts[part].len() {
            all[at] = parts[part][row];
            at += 1;
            row += 1;
        }
        part += 1;
    }
    all
}

pub(super) fn source(call: &mut Call<'_>) -> Result<Vec<Value>> {
    items_of(call.cx, &call.args[0], "source")
}

/// The element type of the source: the type argument, or what the argument says of itself.
pub(super) fn element(call: &Call<'_>) -> Type {
    match call.type_args.first() {
        Some(ty) => ty.clone(),
        None => match call.args.first().and_then(Value::ty) {
            Some(ty) => ty.element().cloned().unwrap_or_else(|| element_type(ty)),
            None => known().object.clone(),
        },
    }
}

pub(super) fn listed(element: &Type, values: Vec<Value>) -> Result<Value> {
    Ok(Obj::typed_array(element, values).into())
}

/// The values that a selector in argument 1 gives, or the values themselves.
fn selected(call: &mut Call<'_>) -> Result<Vec<Value>> {
    let values = source(call)?;
    let Some(selector) =
        call.args.get(1).filter(|arg| arg.cell().is_some_and(|obj| obj.get::<Delegate>().is_some()))
    else {
        return Ok(values);
    };
    values.into_iter().map(|value| call.cx.invoke(selector, vec![value])).collect()
}

pub(super) fn no_elements() -> Error {
    fault::invalid_operation("Sequence contains no elements")
}

pub(super) fn no_match() -> Error {
    fault::invalid_operation("Sequence contains no matching element")
}

pub(super) fn sum(call: &mut Call<'_>) -> Result<Value> {
    let values = selected(call)?;
    let zero = values.first().and_then(Value::ty).cloned().unwrap_or_else(|| element(call));
    let mut sum = call.cx.convert(&Value::Int32(0), &zero)?;
    for value in values {
        sum = pwsh_value::ops::binary(call.cx, pwsh_value::ops::Op::Add, &sum, &value)?;
    }
    let narrowed = call.cx.convert(&sum, &zero);
    narrowed.map_err(|_| fault::overflow("Arithmetic operation resulted in an overflow."))
}

pub(super) fn average(call: &mut Call<'_>) -> Result<Value> {
    let values = selected(call)?;
    if values.is_empty() {
        return Err(no_elements());
    }
    let mut sum = 0.0;
    for value in &values {
        match call.cx.convert(value, &known().double)? {
            Value::Double(number) => sum += number,
            _ => return Err(fault::invalid_operation("not a number")),
        }
    }
    Ok((sum / values.len() as f64).into())
}

fn extreme(call: &mut Call<'_>, sign: i32) -> Result<Value> {
    let mut values = selected(call)?.into_iter();
    let mut best = values.next().ok_or_else(no_elements)?;
    for value in values {
        if order(call.cx, &Value::Null, &value, &best)? * sign > 0 {
            best = value;
        }
    }
    Ok(best)
}

pub(super) fn max(call: &mut Call<'_>) -> Result<Value> {
    extreme(call, 1)
}

pub(super) fn min(call: &mut Call<'_>) -> Result<Value> {
    extreme(call, -1)
}

/// The elements that the predicate in argument 1 holds for; all where there is none.
pub(super) fn matching(call: &mut Call<'_>) -> Result<Vec<Value>> {
    let values = source(call)?;
    let Some(predicate) = call.args.get(1).cloned() else { return Ok(values) };
    if predicate.cell().is_none_or(|obj| obj.get::<Delegate>().is_none()) {
        return Ok(values);
    }
    let mut kept = Vec::new();
    for value in values {
        if holds(call.cx, &predicate, value.clone())? {
            kept.push(value);
        }
    }
    Ok(kept)
}

pub(super) fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((matching(call)?.len() as i32).into())
}

pub(super) fn long_count(call: &mut Call<'_>) -> Result<Value> {
    Ok((matching(call)?.len() as i64).into())
}

pub(super) fn any(call: &mut Call<'_>) -> Result<Value> {
    Ok((!matching(call)?.is_empty()).into())
}

pub(super) fn all(call: &mut Call<'_>) -> Result<Value> {
    let all = source(call)?.len();
    Ok((matching(call)?.len() == all).into())
}

pub(super) fn where_(call: &mut Call<'_>) -> Result<Value> {
    let kept = matching(call)?;
    listed(&element(call), kept)
}

fn missing(call: &Call<'_>) -> Error {
    if call.args.len() > 1 { no_match() } else { no_elements() }
}

pub(super) fn first(call: &mut Call<'_>) -> Result<Value> {
    matching(call)?.into_iter().next().ok_or_else(|| missing(call))
}

pub(super) fn last(call: &mut Call<'_>) -> Result<Value> {
    matching(call)?.pop().ok_or_else(|| missing(call))
}

/// The value for a source without elements: the default in the last argument, or the type's own.
fn fallback(call: &Call<'_>) -> Value {
    match call.args.last() {
        Some(last)
            if call.args.len() > 1 && last.cell().is_none_or(|obj| obj.get::<Delegate>().is_none()) =>
        {
            last.clone()
        }
        _ => default_of(&element(call)),
    }
}

pub(super) fn first_or_default(call: &mut Call<'_>) -> Result<Value> {
    Ok(matching(call)?.into_iter().next().unwrap_or_else(|| fallback(call)))
}

pub(super) fn last_or_default(call: &mut Call<'_>) -> Result<Value> {
    Ok(matching(call)?.pop().unwrap_or_else(|| fallback(call)))
}

pub(super) fn single(call: &mut Call<'_>) -> Result<Value> {
    let mut found = matching(call)?;
    match found.len() {
        0 => Err(missing(call)),
        1 => Ok(found.remove(0)),
        _ if call.args.len() > 1 => {
            Err(fault::invalid_operation("Sequence contains more than one matching element"))
        }
        _ => Err(fault::invalid_operation("Sequence contains more than one element")),
    }
}

pub(super) fn element_at(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    usize::try_from(call.int(1)).ok().and_then(|at| values.get(at).cloned()).ok_or_else(fault::index)
}

pub(super) fn select(call: &mut Call<'_>) -> Result<Value> {
    let results = selected(call)?;
    let output = call.type_args.get(1).unwrap_or(&known().object).clone();
    let results = converted(call.cx, results, &output)?;
    listed(&output, results)
}

pub(super) fn select_many(call: &mut Call<'_>) -> Result<Value> {
    let mut flat = Vec::new();
    for part in selected(call)? {
        flat.extend(items_of(call.cx, &part, "selector")?);
    }
    let output = call.type_args.get(1).unwrap_or(&known().object).clone();
    let flat = converted(call.cx, flat, &output)?;
    listed(&output, flat)
}

pub(super) fn static_order(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    let values = sorted_by(call.cx, values, &call.args.get(1).cloned().unwrap_or_default())?;
    listed(&element(call), values)
}

pub(super) fn order_descending(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    let comparer = call.args.get(1).cloned().unwrap_or_default();
    let values = sort::sorted(call.cx, values, &mut |cx, a, b| order(cx, &comparer, b, a))?;
    listed(&element(call), values)
}

pub(super) fn static_distinct(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    let kept = distinct(call.cx, values)?;
    listed(&element(call), kept)
}

fn distinct(cx: &mut dyn Context, values: Vec<Value>) -> Result<Vec<Value>> {
    let seen = table(cx, values)?;
    Ok(seen
        .get::<pwsh_value::payload::Dictionary>()
        .expect("a table")
        .entries()
        .into_iter()
        .map(|(key, _)| key)
        .collect())
}

/// Values as the keys of a table, each once.
fn table(cx: &mut dyn Context, values: Vec<Value>) -> Result<Obj> {
    use pwsh_value::payload::{Dictionary, Keys};
    let table = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::Exact));
    for value in values {
        let entries = table.get::<Dictionary>().expect("just made");
        if entries.position(cx, &value)?.is_none() {
            entries.set(cx, value, Value::Null)?;
        }
    }
    Ok(table)
}

/// The distinct values of the first source that are (or are not) in the second.
fn filtered(call: &mut Call<'_>, wanted: bool) -> Result<Value> {
    let first = source(call)?;
    let second = items_of(call.cx, &call.args[1], "second")?;
    let second = table(call.cx, second)?;
    let mut kept = Vec::new();
    for value in distinct(call.cx, first)? {
        let there =
            second.get::<pwsh_value::payload::Dictionary>().expect("a table").position(call.cx, &value)?;
        if there.is_some() == wanted {
            kept.push(value);
        }
    }
    listed(&element(call), kept)
}

pub(super) fn intersect(call: &mut Call<'_>) -> Result<Value> {
    filtered(call, true)
}

pub(super) fn except(call: &mut Call<'_>) -> Result<Value> {
    filtered(call, false)
}

fn both(call: &mut Call<'_>) -> Result<Vec<Value>> {
    let mut values = source(call)?;
    values.extend(items_of(call.cx, &call.args[1], "second")?);
    Ok(values)
}

pub(super) fn union(call: &mut Call<'_>) -> Result<Value> {
    let values = both(call)?;
    let kept = distinct(call.cx, values)?;
    listed(&element(call), kept)
}

pub(super) fn concat(call: &mut Call<'_>) -> Result<Value> {
    let values = both(call)?;
    listed(&element(call), values)
}

pub(super) fn append(call: &mut Call<'_>) -> Result<Value> {
    let mut values = source(call)?;
    values.push(call.args[1].clone());
    listed(&element(call), values)
}

pub(super) fn prepend(call: &mut Call<'_>) -> Result<Value> {
    let mut values = source(call)?;
    values.insert(0, call.args[1].clone());
    listed(&element(call), values)
}

pub(super) fn reverse(call: &mut Call<'_>) -> Result<Value> {
    let mut values = source(call)?;
    values.reverse();
    listed(&element(call), values)
}

fn number(call: &Call<'_>) -> usize {
    usize::try_from(call.int(1)).unwrap_or(0)
}

pub(super) fn skip(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?.into_iter().skip(number(call)).collect();
    listed(&element(call), values)
}

pub(super) fn take(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?.into_iter().take(number(call)).collect();
    listed(&element(call), values)
}

pub(super) fn skip_last(call: &mut Call<'_>) -> Result<Value> {
    let mut values = source(call)?;
    values.truncate(values.len().saturating_sub(number(call)));
    listed(&element(call), values)
}

pub(super) fn take_last(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    let from = values.len().saturating_sub(number(call));
    listed(&element(call), values[from..].to_vec())
}

pub(super) fn chunk(call: &mut Call<'_>) -> Result<Value> {
    let (values, size, element) = (source(call)?, number(call), element(call));
    if size == 0 {
        return Err(fault::out_of_range("Specified argument was out of the range of valid values.", "size"));
    }
    let parts = values.chunks(size).map(|part| Obj::typed_array(&element, part.to_vec()).into()).collect();
    listed(&pwsh_value::ty::array_of(&element, 1), parts)
}

pub(super) fn contains(call: &mut Call<'_>) -> Result<Value> {
    let wanted = call.args[1].clone();
    for value in source(call)? {
        if call.cx.equals(&value, &wanted)? {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

pub(super) fn sequence_equal(call: &mut Call<'_>) -> Result<Value> {
    let (first, second) = (source(call)?, items_of(call.cx, &call.args[1], "second")?);
    if first.len() != second.len() {
        return Ok(false.into());
    }
    for (a, b) in first.iter().zip(&second) {
        if !call.cx.equals(a, b)? {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}

/// `Aggregate(source, func)`, `(source, seed, func)` and `(source, seed, func, resultSelector)`.
pub(super) fn aggregate(call: &mut Call<'_>) -> Result<Value> {
    let mut values = source(call)?.into_iter();
    let (mut sum, run) = match call.args.len() {
        2 => (values.next().ok_or_else(no_elements)?, &call.args[1]),
        _ => (call.args[1].clone(), &call.args[2]),
    };
    for value in values {
        sum = call.cx.invoke(run, vec![sum, value])?;
    }
    match call.args.get(3) {
        Some(selector) => call.cx.invoke(selector, vec![sum]),
        None => Ok(sum),
    }
}

pub(super) fn zip(call: &mut Call<'_>) -> Result<Value> {
    let (first, second) = (source(call)?, items_of(call.cx, &call.args[1], "second")?);
    let run = call.args.get(2).filter(|arg| arg.cell().is_some_and(|obj| obj.get::<Delegate>().is_some()));
    let mut results = Vec::new();
    for (a, b) in first.into_iter().zip(second) {
        results.push(match run {
            Some(run) => call.cx.invoke(run, vec![a, b])?,
            None => crate::system::value_tuple::tuple_of(vec![a, b]),
        });
    }
    listed(&known().object, results)
}

pub(super) fn range(call: &mut Call<'_>) -> Result<Value> {
    let (start, count) = (call.int(0), call.int(1));
    if count < 0 || i64::from(start) + i64::from(count) - 1 > i64::from(i32::MAX) {
        return Err(fault::out_of_range("Specified argument was out of the range of valid values.", "count"));
    }
    let mut numbers = memory::room(count as usize)?;
    numbers.extend((0..count).map(|offset| start + offset));
    Ok(Obj::new(array_of(&known().int32, 1), Array::of(Elements::Int32(numbers))).into())
}

pub(super) fn repeat(call: &mut Call<'_>) -> Result<Value> {
    let count = usize::try_from(call.int(1)).map_err(|_| {
        fault::out_of_range("Specified argument was out of the range of valid values.", "count")
    })?;
    let element = element_of_value(call);
    let elements = Elements::filled(&element, call.args[0].clone(), count)?;
    Ok(Obj::new(array_of(&element, 1), Array::of(elements)).into())
}

fn element_of_value(call: &Call<'_>) -> Type {
    let own = call.args[0].ty().unwrap_or(&known().object);
    call.type_args.first().unwrap_or(own).clone()
}

pub(super) fn empty(call: &mut Call<'_>) -> Result<Value> {
    listed(call.type_args.first().unwrap_or(&known().object), Vec::new())
}

pub(super) fn to_array(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    listed(&element(call), values)
}

pub(super) fn as_enumerable(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.args[0].clone())
}

pub(super) fn to_list(call: &mut Call<'_>) -> Result<Value> {
    let (values, element) = (source(call)?, element(call));
    let ty = close_generic(&named("System.Collections.Generic.List`1"), vec![element.clone()]);
    Ok(Obj::new(ty, List::new(Elements::pack(&element, values))).into())
}

pub(super) fn to_hash_set(call: &mut Call<'_>) -> Result<Value> {
    let ty = close_generic(&named("System.Collections.Generic.HashSet`1"), vec![element(call)]);
    let array = to_array(call)?;
    call.cx.construct(&ty, vec![array])
}

pub(super) fn cast(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    let element = call.type_args.first().unwrap_or(&known().object).clone();
    for value in &values {
        if value.ty().is_some_and(|ty| !element.is_assignable_from(ty)) {
            let text = format!(
                "Unable to cast object of type '{}' to type '{}'.",
                value.ty().map_or("".into(), |ty| ty.name().clone()),
                element.name()
            );
            return Err(Error::new("System.InvalidCastException", text));
        }
    }
    listed(&element, values)
}

pub(super) fn of_type(call: &mut Call<'_>) -> Result<Value> {
    let element = call.type_args.first().unwrap_or(&known().object).clone();
    let values =
        source(call)?.into_iter().filter(|v| v.ty().is_some_and(|ty| element.is_assignable_from(ty)));
    listed(&element, values.collect())
}

pub(super) fn default_if_empty(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    let values = if values.is_empty() { vec![fallback(call)] } else { values };
    listed(&element(call), values)
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, callable, ints};
    use pwsh_value::Value;

    #[test]
    fn sums_ranges_and_filters() {
        let mut rt = Runtime::new();
        let linq = "System.Linq.Enumerable";
        let sum = rt.call_static(linq, "Sum", &[ints([1, 2, 3])]).unwrap();
        assert!(sum.same(&Value::Int32(6)), "{sum:?}");
        let range = rt.call_static(linq, "Range", &[1.into(), 4.into()]).unwrap();
        let even = callable(|args| matches!(args[0], Value::Int32(n) if n % 2 == 0).into());
        let kept = rt.call_static(linq, "Where", &[range, even]).unwrap();
        assert_eq!(rt.text(&kept), "2 4");
    }

    #[test]
    fn more_than_a_list_holds_is_out_of_memory() {
        let mut rt = Runtime::new();
        let linq = "System.Linq.Enumerable";
        for (method, args) in
            [("Repeat", [1.into(), i32::MAX.into()]), ("Range", [0.into(), i32::MAX.into()])]
        {
            let error = Runtime::error(rt.call_static(linq, method, &args));
            assert!(error.starts_with("System.OutOfMemoryException"), "{method}: {error}");
        }
    }
}
