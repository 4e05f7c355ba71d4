//! `OrderBy` and its kin, and the members that look for an element by a key.

use super::enumerable::{element, listed, no_elements, source};
use crate::collections::items::{default_of, holds, order};
use crate::collections::sort::sorted;
use crate::fault;
use pwsh_value::payload::Delegate;
use pwsh_value::ty::{Call, Entry, FacadeType, Hooks, close_generic, method, named};
use pwsh_value::{Context, Obj, Payload, Result, Value};

/// The members.
pub(super) const MEMBERS: &[Entry] = &[
    method(
        "static System.Linq.IOrderedEnumerable[TSource] OrderBy[TSource, TKey](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TKey] keySelector)",
        |call| order_by(call, false),
    ),
    method(
        "static System.Linq.IOrderedEnumerable[TSource] OrderByDescending[TSource, TKey](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TKey] keySelector)",
        |call| order_by(call, true),
    ),
    method(
        "static System.Linq.IOrderedEnumerable[TSource] ThenBy[TSource, TKey](System.Linq.IOrderedEnumerable[TSource] source, System.Func[TSource,TKey] keySelector)",
        |call| order_by(call, false),
    ),
    method(
        "static System.Linq.IOrderedEnumerable[TSource] ThenByDescending[TSource, TKey](System.Linq.IOrderedEnumerable[TSource] source, System.Func[TSource,TKey] keySelector)",
        |call| order_by(call, true),
    ),
    method(
        "static TSource MinBy[TSource, TKey](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TKey] keySelector)",
        |call| extreme_by(call, -1),
    ),
    method(
        "static TSource MaxBy[TSource, TKey](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TKey] keySelector)",
        |call| extreme_by(call, 1),
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] DistinctBy[TSource, TKey](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TKey] keySelector)",
        distinct_by,
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] TakeWhile[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        |call| cut(call, true),
    ),
    method(
        "static System.Collections.Generic.IEnumerable[TSource] SkipWhile[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        |call| cut(call, false),
    ),
    method(
        "static TSource SingleOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
        single_or_default,
    ),
    method(
        "static TSource SingleOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
        single_or_default,
    ),
    method(
        "static TSource ElementAtOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, int index)",
        element_at_or_default,
    ),
];

/// `System.Linq.OrderedEnumerable<TElement>`: elements in order, which more keys may refine.
pub static ORDERED_ENUMERABLE: FacadeType = FacadeType {
    interfaces: &[
        "System.Linq.IOrderedEnumerable[TElement]",
        "System.Collections.Generic.IEnumerable[TElement]",
        "System.Collections.IEnumerable",
    ],
    generic: &["TElement"],
    hooks: Hooks {
        enumerate: Some(|_, value| {
            Ok(ordered(value).map(|rows| rows.into_iter().map(|row| row.value).collect()).unwrap_or_default())
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Linq.OrderedEnumerable`1")
};

/// The payload: the elements in order, each with the keys that put it there.
struct Ordered(Vec<Row>);

#[derive(Clone)]
struct Row {
    value: Value,
    /// Each key, and whether greater ones come first.
    keys: Vec<(Value, bool)>,
}

impl Payload for Ordered {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for row in &self.0 {
            visit(&row.value);
            row.keys.iter().for_each(|(key, _)| visit(key));
        }
    }
}

fn ordered(value: &Value) -> Option<Vec<Row>> {
    value.cell().and_then(|obj| obj.get::<Ordered>()).map(|ordered| ordered.0.clone())
}

/// The function in argument 1 for a value.
fn key_of(call: &mut Call<'_>, value: &Value) -> Result<Value> {
    call.cx.invoke(&call.args[1], vec![value.clone()])
}

fn compare(cx: &mut dyn Context, a: &Row, b: &Row) -> Result<i32> {
    for ((a, descending), (b, _)) in a.keys.iter().zip(&b.keys) {
        let order = order(cx, &Value::Null, a, b)?;
        if order != 0 {
            return Ok(if *descending { -order } else { order });
        }
    }
    Ok(0)
}

/// Puts elements in order by one more key: what is in order already keeps its earlier keys.
fn order_by(call: &mut Call<'_>, descending: bool) -> Result<Value> {
    let mut rows = match ordered(&call.args[0]) {
        Some(rows) => rows,
        None => source(call)?.into_iter().map(|value| Row { value, keys: Vec::new() }).collect(),
    };
    for row in &mut rows {
        let key = key_of(call, &row.value.clone())?;
        row.keys.push((key, descending));
    }
    let places = (0..rows.len()).map(|at| Value::Int32(at as i32)).collect();
    let at = |value: &Value| if let Value::Int32(at) = value { *at as usize } else { 0 };
    let sorted = sorted(call.cx, places, &mut |cx, a, b| compare(cx, &rows[at(a)], &rows[at(b)]))?;
    let ty = close_generic(&named("System.Linq.OrderedEnumerable`1"), vec![element(call)]);
    Ok(Obj::new(ty, Ordered(sorted.iter().map(|place| rows[at(place)].clone()).collect())).into())
}

fn extreme_by(call: &mut Call<'_>, sign: i32) -> Result<Value> {
    let mut best: Option<(Value, Value)> = None;
    for value in source(call)? {
        let key = key_of(call, &value)?;
        let better = match &best {
            Some((_, least)) => order(call.cx, &Value::Null, &key, least)? * sign > 0,
            None => true,
        };
        if better {
            best = Some((value, key));
        }
    }
    best.map(|(value, _)| value).ok_or_else(no_elements)
}

fn distinct_by(call: &mut Call<'_>) -> Result<Value> {
    let (mut kept, mut keys): (Vec<Value>, Vec<Value>) = Default::default();
    for value in source(call)? {
        let key = key_of(call, &value)?;
        let mut known = false;
        for other in &keys {
            known = known || call.cx.equals(&key, other)?;
        }
        if !known {
            keys.push(key);
            kept.push(value);
        }
    }
    listed(&element(call), kept)
}

/// The elements before the first for which the predicate does not hold, or those from it on.
fn cut(call: &mut Call<'_>, before: bool) -> Result<Value> {
    let values = source(call)?;
    let mut place = values.len();
    for (at, value) in values.iter().enumerate() {
        if !holds(call.cx, &call.args[1], value.clone())? {
            place = at;
            break;
        }
    }
    let part = if before { &values[..place] } else { &values[place..] };
    listed(&element(call), part.to_vec())
}

fn single_or_default(call: &mut Call<'_>) -> Result<Value> {
    let predicate =
        call.args.get(1).filter(|arg| arg.cell().is_some_and(|obj| obj.get::<Delegate>().is_some()));
    let mut found = super::enumerable::matching(call)?;
    match found.len() {
        0 => Ok(default_of(&element(call))),
        1 => Ok(found.remove(0)),
        _ if predicate.is_some() => {
            Err(fault::invalid_operation("Sequence contains more than one matching element"))
        }
        _ => Err(fault::invalid_operation("Sequence contains more than one element")),
    }
}

fn element_at_or_default(call: &mut Call<'_>) -> Result<Value> {
    let at = usize::try_from(call.int(1)).ok();
    let found = source(call)?.into_iter().nth(at.unwrap_or(usize::MAX));
    Ok(found.unwrap_or_else(|| default_of(&element(call))))
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, callable, ints};
    use pwsh_value::Value;
    use pwsh_value::payload::Delegate;
    use pwsh_value::ty::TypeExpr;

    /// A `Func<int, int>`.
    fn function(run: fn(&[Value]) -> Value) -> Value {
        let ty = TypeExpr::parse("System.Func[int,int]").close(&|_| None);
        Delegate::object(ty, callable(run)).into()
    }

    #[test]
    fn further_keys_refine_an_order() {
        let mut rt = Runtime::new();
        let tens = function(|args| if let Value::Int32(n) = args[0] { (n / 10).into() } else { Value::Null });
        let ones = function(|args| if let Value::Int32(n) = args[0] { (n % 10).into() } else { Value::Null });
        let numbers = ints([25, 11, 21, 13]);
        let by_tens = rt.call_static("System.Linq.Enumerable", "OrderBy", &[numbers, tens]).unwrap();
        assert_eq!(rt.text(&by_tens), "11 13 25 21");
        let by_ones = rt.call_static("System.Linq.Enumerable", "ThenByDescending", &[by_tens, ones]).unwrap();
        assert_eq!(rt.text(&by_ones), "13 11 25 21");
    }
}
