//! `System.Linq.Enumerable`: what scripts call of it. Nothing is put off: every call works its source through.

use crate::collections::items::{converted, default_of, element_type, holds, items_of, order};
use crate::collections::sort::{self, sorted_by};
use crate::fault;
use pwsh_value::payload::{Delegate, Elements, List};
use pwsh_value::ty::{Call, FacadeType, close_generic, known, method, named};
use pwsh_value::{Context, Error, Obj, Result, Type, Value};

/// `System.Linq.Enumerable`.
pub static ENUMERABLE: FacadeType = FacadeType {
    members: &[
        method(
            "static TSource Aggregate[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TSource,TSource] func)",
            aggregate,
        ),
        method(
            "static TAccumulate Aggregate[TSource, TAccumulate](System.Collections.Generic.IEnumerable[TSource] source, TAccumulate seed, System.Func[TAccumulate,TSource,TAccumulate] func)",
            aggregate,
        ),
        method(
            "static TResult Aggregate[TSource, TAccumulate, TResult](System.Collections.Generic.IEnumerable[TSource] source, TAccumulate seed, System.Func[TAccumulate,TSource,TAccumulate] func, System.Func[TAccumulate,TResult] resultSelector)",
            aggregate,
        ),
        method("static bool Any[TSource](System.Collections.Generic.IEnumerable[TSource] source)", any),
        method(
            "static bool Any[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
            any,
        ),
        method(
            "static bool All[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
            all,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Append[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource element)",
            append,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Prepend[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource element)",
            prepend,
        ),
        method("static double Average(System.Collections.Generic.IEnumerable[int] source)", average),
        method("static double Average(System.Collections.Generic.IEnumerable[long] source)", average),
        method("static float Average(System.Collections.Generic.IEnumerable[float] source)", average),
        method("static double Average(System.Collections.Generic.IEnumerable[double] source)", average),
        method("static decimal Average(System.Collections.Generic.IEnumerable[decimal] source)", average),
        method(
            "static double Average[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,int] selector)",
            average,
        ),
        method(
            "static double Average[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,long] selector)",
            average,
        ),
        method(
            "static float Average[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,float] selector)",
            average,
        ),
        method(
            "static double Average[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,double] selector)",
            average,
        ),
        method(
            "static decimal Average[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,decimal] selector)",
            average,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TResult] Cast[TResult](System.Collections.IEnumerable source)",
            cast,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource[]] Chunk[TSource](System.Collections.Generic.IEnumerable[TSource] source, int size)",
            chunk,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Concat[TSource](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)",
            concat,
        ),
        method(
            "static bool Contains[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource value)",
            contains,
        ),
        method("static int Count[TSource](System.Collections.Generic.IEnumerable[TSource] source)", count),
        method(
            "static int Count[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
            count,
        ),
        method(
            "static long LongCount[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            long_count,
        ),
        method(
            "static long LongCount[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
            long_count,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] DefaultIfEmpty[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            default_if_empty,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] DefaultIfEmpty[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource defaultValue)",
            default_if_empty,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Distinct[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            static_distinct,
        ),
        method(
            "static TSource ElementAt[TSource](System.Collections.Generic.IEnumerable[TSource] source, int index)",
            element_at,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] AsEnumerable[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            as_enumerable,
        ),
        method("static System.Collections.Generic.IEnumerable[TResult] Empty[TResult]()", empty),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Except[TSource](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)",
            except,
        ),
        method(
            "static TSource First[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            first,
        ),
        method(
            "static TSource First[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
            first,
        ),
        method(
            "static TSource FirstOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            first_or_default,
        ),
        method(
            "static TSource FirstOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource defaultValue)",
            first_or_default,
        ),
        method(
            "static TSource FirstOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
            first_or_default,
        ),
        method(
            "static TSource FirstOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate, TSource defaultValue)",
            first_or_default,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Intersect[TSource](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)",
            intersect,
        ),
        method("static TSource Last[TSource](System.Collections.Generic.IEnumerable[TSource] source)", last),
        method(
            "static TSource Last[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
            last,
        ),
        method(
            "static TSource LastOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            last_or_default,
        ),
        method(
            "static TSource LastOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, TSource defaultValue)",
            last_or_default,
        ),
        method(
            "static TSource LastOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
            last_or_default,
        ),
        method(
            "static TSource LastOrDefault[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate, TSource defaultValue)",
            last_or_default,
        ),
        method("static int Max(System.Collections.Generic.IEnumerable[int] source)", max),
        method("static long Max(System.Collections.Generic.IEnumerable[long] source)", max),
        method("static double Max(System.Collections.Generic.IEnumerable[double] source)", max),
        method("static float Max(System.Collections.Generic.IEnumerable[float] source)", max),
        method("static decimal Max(System.Collections.Generic.IEnumerable[decimal] source)", max),
        method("static TSource Max[TSource](System.Collections.Generic.IEnumerable[TSource] source)", max),
        method(
            "static TSource Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Collections.Generic.IComparer[TSource] comparer)",
            max,
        ),
        method(
            "static int Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,int] selector)",
            max,
        ),
        method(
            "static long Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,long] selector)",
            max,
        ),
        method(
            "static float Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,float] selector)",
            max,
        ),
        method(
            "static double Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,double] selector)",
            max,
        ),
        method(
            "static decimal Max[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,decimal] selector)",
            max,
        ),
        method(
            "static TResult Max[TSource, TResult](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TResult] selector)",
            max,
        ),
        method("static int Min(System.Collections.Generic.IEnumerable[int] source)", min),
        method("static long Min(System.Collections.Generic.IEnumerable[long] source)", min),
        method("static float Min(System.Collections.Generic.IEnumerable[float] source)", min),
        method("static double Min(System.Collections.Generic.IEnumerable[double] source)", min),
        method("static decimal Min(System.Collections.Generic.IEnumerable[decimal] source)", min),
        method("static TSource Min[TSource](System.Collections.Generic.IEnumerable[TSource] source)", min),
        method(
            "static TSource Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Collections.Generic.IComparer[TSource] comparer)",
            min,
        ),
        method(
            "static int Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,int] selector)",
            min,
        ),
        method(
            "static long Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,long] selector)",
            min,
        ),
        method(
            "static float Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,float] selector)",
            min,
        ),
        method(
            "static double Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,double] selector)",
            min,
        ),
        method(
            "static decimal Min[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,decimal] selector)",
            min,
        ),
        method(
            "static TResult Min[TSource, TResult](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TResult] selector)",
            min,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TResult] OfType[TResult](System.Collections.IEnumerable source)",
            of_type,
        ),
        method(
            "static System.Linq.IOrderedEnumerable[T] Order[T](System.Collections.Generic.IEnumerable[T] source)",
            static_order,
        ),
        method(
            "static System.Linq.IOrderedEnumerable[T] Order[T](System.Collections.Generic.IEnumerable[T] source, System.Collections.Generic.IComparer[T] comparer)",
            static_order,
        ),
        method(
            "static System.Linq.IOrderedEnumerable[T] OrderDescending[T](System.Collections.Generic.IEnumerable[T] source)",
            order_descending,
        ),
        method(
            "static System.Linq.IOrderedEnumerable[T] OrderDescending[T](System.Collections.Generic.IEnumerable[T] source, System.Collections.Generic.IComparer[T] comparer)",
            order_descending,
        ),
        method("static System.Collections.Generic.IEnumerable[int] Range(int start, int count)", range),
        method(
            "static System.Collections.Generic.IEnumerable[TResult] Repeat[TResult](TResult element, int count)",
            repeat,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Reverse[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            reverse,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Reverse[TSource](TSource[] source)",
            reverse,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TResult] Select[TSource, TResult](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,TResult] selector)",
            select,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TResult] SelectMany[TSource, TResult](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,System.Collections.Generic.IEnumerable[TResult]] selector)",
            select_many,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TResult] SelectMany[TSource, TCollection, TResult](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,System.Collections.Generic.IEnumerable[TCollection]] collectionSelector, System.Func[TSource,TCollection,TResult] resultSelector)",
            select_many,
        ),
        method(
            "static bool SequenceEqual[TSource](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)",
            sequence_equal,
        ),
        method(
            "static TSource Single[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            single,
        ),
        method(
            "static TSource Single[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
            single,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Skip[TSource](System.Collections.Generic.IEnumerable[TSource] source, int count)",
            skip,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] SkipLast[TSource](System.Collections.Generic.IEnumerable[TSource] source, int count)",
            skip_last,
        ),
        method("static int Sum(System.Collections.Generic.IEnumerable[int] source)", sum),
        method("static long Sum(System.Collections.Generic.IEnumerable[long] source)", sum),
        method("static float Sum(System.Collections.Generic.IEnumerable[float] source)", sum),
        method("static double Sum(System.Collections.Generic.IEnumerable[double] source)", sum),
        method("static decimal Sum(System.Collections.Generic.IEnumerable[decimal] source)", sum),
        method(
            "static int Sum[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,int] selector)",
            sum,
        ),
        method(
            "static long Sum[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,long] selector)",
            sum,
        ),
        method(
            "static float Sum[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,float] selector)",
            sum,
        ),
        method(
            "static double Sum[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,double] selector)",
            sum,
        ),
        method(
            "static decimal Sum[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,decimal] selector)",
            sum,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Take[TSource](System.Collections.Generic.IEnumerable[TSource] source, int count)",
            take,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] TakeLast[TSource](System.Collections.Generic.IEnumerable[TSource] source, int count)",
            take_last,
        ),
        method(
            "static TSource[] ToArray[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            to_array,
        ),
        method(
            "static System.Collections.Generic.List[TSource] ToList[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            to_list,
        ),
        method(
            "static System.Collections.Generic.HashSet[TSource] ToHashSet[TSource](System.Collections.Generic.IEnumerable[TSource] source)",
            to_hash_set,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Union[TSource](System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)",
            union,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TSource] Where[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Func[TSource,bool] predicate)",
            where_,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[TResult] Zip[TFirst, TSecond, TResult](System.Collections.Generic.IEnumerable[TFirst] first, System.Collections.Generic.IEnumerable[TSecond] second, System.Func[TFirst,TSecond,TResult] resultSelector)",
            zip,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[System.ValueTuple[TFirst,TSecond]] Zip[TFirst, TSecond](System.Collections.Generic.IEnumerable[TFirst] first, System.Collections.Generic.IEnumerable[TSecond] second)",
            zip,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[System.ValueTuple[TFirst,TSecond,TThird]] Zip[TFirst, TSecond, TThird](System.Collections.Generic.IEnumerable[TFirst] first, System.Collections.Generic.IEnumerable[TSecond] second, System.Collections.Generic.IEnumerable[TThird] third)",
            zip,
        ),
    ],
    ..FacadeType::static_class("System.Linq.Enumerable")
};

fn source(call: &mut Call<'_>) -> Result<Vec<Value>> {
    items_of(call.cx, &call.args[0], "source")
}

/// The element type of the source: the type argument, or what the argument says of itself.
fn element(call: &Call<'_>) -> Type {
    match call.type_args.first() {
        Some(ty) => ty.clone(),
        None => match call.args.first().and_then(Value::ty) {
            Some(ty) => ty.element().cloned().unwrap_or_else(|| element_type(ty)),
            None => known().object.clone(),
        },
    }
}

fn listed(element: &Type, values: Vec<Value>) -> Result<Value> {
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

fn no_elements() -> Error {
    fault::invalid_operation("Sequence contains no elements")
}

fn no_match() -> Error {
    fault::invalid_operation("Sequence contains no matching element")
}

fn sum(call: &mut Call<'_>) -> Result<Value> {
    let values = selected(call)?;
    let zero = values.first().and_then(Value::ty).cloned().unwrap_or_else(|| element(call));
    let mut sum = call.cx.convert(&Value::Int32(0), &zero)?;
    for value in values {
        sum = pwsh_value::ops::binary(call.cx, pwsh_value::ops::Op::Add, &sum, &value)?;
    }
    let narrowed = call.cx.convert(&sum, &zero);
    narrowed.map_err(|_| fault::overflow("Arithmetic operation resulted in an overflow."))
}

fn average(call: &mut Call<'_>) -> Result<Value> {
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

fn max(call: &mut Call<'_>) -> Result<Value> {
    extreme(call, 1)
}

fn min(call: &mut Call<'_>) -> Result<Value> {
    extreme(call, -1)
}

/// The elements that the predicate in argument 1 holds for; all where there is none.
fn matching(call: &mut Call<'_>) -> Result<Vec<Value>> {
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

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((matching(call)?.len() as i32).into())
}

fn long_count(call: &mut Call<'_>) -> Result<Value> {
    Ok((matching(call)?.len() as i64).into())
}

fn any(call: &mut Call<'_>) -> Result<Value> {
    Ok((!matching(call)?.is_empty()).into())
}

fn all(call: &mut Call<'_>) -> Result<Value> {
    let all = source(call)?.len();
    Ok((matching(call)?.len() == all).into())
}

fn where_(call: &mut Call<'_>) -> Result<Value> {
    let kept = matching(call)?;
    listed(&element(call), kept)
}

fn missing(call: &Call<'_>) -> Error {
    if call.args.len() > 1 { no_match() } else { no_elements() }
}

fn first(call: &mut Call<'_>) -> Result<Value> {
    matching(call)?.into_iter().next().ok_or_else(|| missing(call))
}

fn last(call: &mut Call<'_>) -> Result<Value> {
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

fn first_or_default(call: &mut Call<'_>) -> Result<Value> {
    Ok(matching(call)?.into_iter().next().unwrap_or_else(|| fallback(call)))
}

fn last_or_default(call: &mut Call<'_>) -> Result<Value> {
    Ok(matching(call)?.pop().unwrap_or_else(|| fallback(call)))
}

fn single(call: &mut Call<'_>) -> Result<Value> {
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

fn element_at(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    usize::try_from(call.int(1)).ok().and_then(|at| values.get(at).cloned()).ok_or_else(fault::index)
}

fn select(call: &mut Call<'_>) -> Result<Value> {
    let results = selected(call)?;
    let output = call.type_args.get(1).unwrap_or(&known().object).clone();
    let results = converted(call.cx, results, &output)?;
    listed(&output, results)
}

fn select_many(call: &mut Call<'_>) -> Result<Value> {
    let mut flat = Vec::new();
    for part in selected(call)? {
        flat.extend(items_of(call.cx, &part, "selector")?);
    }
    let output = call.type_args.get(1).unwrap_or(&known().object).clone();
    let flat = converted(call.cx, flat, &output)?;
    listed(&output, flat)
}

fn static_order(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    let values = sorted_by(call.cx, values, &call.args.get(1).cloned().unwrap_or_default())?;
    listed(&element(call), values)
}

fn order_descending(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    let comparer = call.args.get(1).cloned().unwrap_or_default();
    let values = sort::sorted(call.cx, values, &mut |cx, a, b| order(cx, &comparer, b, a))?;
    listed(&element(call), values)
}

fn static_distinct(call: &mut Call<'_>) -> Result<Value> {
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

fn intersect(call: &mut Call<'_>) -> Result<Value> {
    filtered(call, true)
}

fn except(call: &mut Call<'_>) -> Result<Value> {
    filtered(call, false)
}

fn both(call: &mut Call<'_>) -> Result<Vec<Value>> {
    let mut values = source(call)?;
    values.extend(items_of(call.cx, &call.args[1], "second")?);
    Ok(values)
}

fn union(call: &mut Call<'_>) -> Result<Value> {
    let values = both(call)?;
    let kept = distinct(call.cx, values)?;
    listed(&element(call), kept)
}

fn concat(call: &mut Call<'_>) -> Result<Value> {
    let values = both(call)?;
    listed(&element(call), values)
}

fn append(call: &mut Call<'_>) -> Result<Value> {
    let mut values = source(call)?;
    values.push(call.args[1].clone());
    listed(&element(call), values)
}

fn prepend(call: &mut Call<'_>) -> Result<Value> {
    let mut values = source(call)?;
    values.insert(0, call.args[1].clone());
    listed(&element(call), values)
}

fn reverse(call: &mut Call<'_>) -> Result<Value> {
    let mut values = source(call)?;
    values.reverse();
    listed(&element(call), values)
}

fn number(call: &Call<'_>) -> usize {
    usize::try_from(call.int(1)).unwrap_or(0)
}

fn skip(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?.into_iter().skip(number(call)).collect();
    listed(&element(call), values)
}

fn take(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?.into_iter().take(number(call)).collect();
    listed(&element(call), values)
}

fn skip_last(call: &mut Call<'_>) -> Result<Value> {
    let mut values = source(call)?;
    values.truncate(values.len().saturating_sub(number(call)));
    listed(&element(call), values)
}

fn take_last(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    let from = values.len().saturating_sub(number(call));
    listed(&element(call), values[from..].to_vec())
}

fn chunk(call: &mut Call<'_>) -> Result<Value> {
    let (values, size, element) = (source(call)?, number(call), element(call));
    if size == 0 {
        return Err(fault::out_of_range("Specified argument was out of the range of valid values.", "size"));
    }
    let parts = values.chunks(size).map(|part| Obj::typed_array(&element, part.to_vec()).into()).collect();
    listed(&pwsh_value::ty::array_of(&element, 1), parts)
}

fn contains(call: &mut Call<'_>) -> Result<Value> {
    let wanted = call.args[1].clone();
    for value in source(call)? {
        if call.cx.equals(&value, &wanted)? {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

fn sequence_equal(call: &mut Call<'_>) -> Result<Value> {
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
fn aggregate(call: &mut Call<'_>) -> Result<Value> {
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

fn zip(call: &mut Call<'_>) -> Result<Value> {
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

fn range(call: &mut Call<'_>) -> Result<Value> {
    let (start, count) = (call.int(0), call.int(1));
    if count < 0 || i64::from(start) + i64::from(count) - 1 > i64::from(i32::MAX) {
        return Err(fault::out_of_range("Specified argument was out of the range of valid values.", "count"));
    }
    listed(&known().int32, (0..count).map(|offset| Value::Int32(start + offset)).collect())
}

fn repeat(call: &mut Call<'_>) -> Result<Value> {
    let count = usize::try_from(call.int(1)).map_err(|_| {
        fault::out_of_range("Specified argument was out of the range of valid values.", "count")
    })?;
    let element = element_of_value(call);
    listed(&element, vec![call.args[0].clone(); count])
}

fn element_of_value(call: &Call<'_>) -> Type {
    let own = call.args[0].ty().unwrap_or(&known().object);
    call.type_args.first().unwrap_or(own).clone()
}

fn empty(call: &mut Call<'_>) -> Result<Value> {
    listed(call.type_args.first().unwrap_or(&known().object), Vec::new())
}

fn to_array(call: &mut Call<'_>) -> Result<Value> {
    let values = source(call)?;
    listed(&element(call), values)
}

fn as_enumerable(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.args[0].clone())
}

fn to_list(call: &mut Call<'_>) -> Result<Value> {
    let (values, element) = (source(call)?, element(call));
    let ty = close_generic(&named("System.Collections.Generic.List`1"), vec![element.clone()]);
    Ok(Obj::new(ty, List::new(Elements::pack(&element, values))).into())
}

fn to_hash_set(call: &mut Call<'_>) -> Result<Value> {
    let ty = close_generic(&named("System.Collections.Generic.HashSet`1"), vec![element(call)]);
    let array = to_array(call)?;
    call.cx.construct(&ty, vec![array])
}

fn cast(call: &mut Call<'_>) -> Result<Value> {
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

fn of_type(call: &mut Call<'_>) -> Result<Value> {
    let element = call.type_args.first().unwrap_or(&known().object).clone();
    let values =
        source(call)?.into_iter().filter(|v| v.ty().is_some_and(|ty| element.is_assignable_from(ty)));
    listed(&element, values.collect())
}

fn default_if_empty(call: &mut Call<'_>) -> Result<Value> {
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
}
