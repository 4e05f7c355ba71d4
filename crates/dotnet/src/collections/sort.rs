//! Sorting: by the values' own order, a comparer or a script.

use super::items::order;
use pwsh_value::ty::named;
use pwsh_value::{Context, Error, Result, Value};
use std::cmp::Ordering;

/// How many plain numbers are sorted at a time, between two looks at whether the pipeline is to stop.
const RUN: usize = 1 << 16;

/// `values` in order; equal ones keep their places.
///
/// # Errors
/// `InvalidOperationException` where two values cannot be compared.
pub fn sorted(
    cx: &mut dyn Context,
    values: Vec<Value>,
    order: &mut dyn FnMut(&mut dyn Context, &Value, &Value) -> Result<i32>,
) -> Result<Vec<Value>> {
    if values.len() < 2 {
        return Ok(values);
    }
    cx.poll()?;
    let mut left = values;
    let right = left.split_off(left.len() / 2);
    let (left, right) = (sorted(cx, left, order)?, sorted(cx, right, order)?);
    merged(cx, left, right, order)
}

/// Two ordered lists as one.
fn merged(
    cx: &mut dyn Context,
    left: Vec<Value>,
    right: Vec<Value>,
    order: &mut dyn FnMut(&mut dyn Context, &Value, &Value) -> Result<i32>,
) -> Result<Vec<Value>> {
    let mut out = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let next = if order(cx, a, b)? <= 0 { left.next() } else { right.next() };
        out.extend(next);
    }
    out.extend(left);
    out.extend(right);
    Ok(out)
}

/// `values` sorted by a comparer argument.
pub fn sorted_by(cx: &mut dyn Context, values: Vec<Value>, comparer: &Value) -> Result<Vec<Value>> {
    let failed = |error: Error| match error.thrown() {
        Some(thrown) if thrown.exception.ty().name().is("System.ArgumentException") => {
            let inner = Some(thrown.exception.clone());
            let message = "Failed to compare two elements in the array.".into();
            let ty = named("System.InvalidOperationException");
            Error::throw(pwsh_value::payload::Exception::object(ty, message, inner))
        }
        _ => error,
    };
    if comparer.is_null()
        && let Some(compare) = plain_order(&values)
    {
        return sorted_plainly(cx, values, compare);
    }
    sorted(cx, values, &mut |cx, a, b| order(cx, comparer, a, b)).map_err(failed)
}

/// The order of values that are all numbers of one inline type, which needs no context.
fn plain_order(values: &[Value]) -> Option<fn(&Value, &Value) -> Ordering> {
    fn ints(a: &Value, b: &Value) -> Ordering {
        match (a, b) {
            (Value::Int32(a), Value::Int32(b)) => a.cmp(b),
            _ => Ordering::Equal,
        }
    }
    fn longs(a: &Value, b: &Value) -> Ordering {
        match (a, b) {
            (Value::Int64(a), Value::Int64(b)) => a.cmp(b),
            _ => Ordering::Equal,
        }
    }
    fn doubles(a: &Value, b: &Value) -> Ordering {
        match (a, b) {
            // .NET's CompareTo: NaN is below everything, both zeros are equal.
            (Value::Double(a), Value::Double(b)) => {
                a.partial_cmp(b).unwrap_or_else(|| b.is_nan().cmp(&a.is_nan()))
            }
            _ => Ordering::Equal,
        }
    }
    match values.first()? {
        Value::Int32(_) if values.iter().all(|v| matches!(v, Value::Int32(_))) => Some(ints),
        Value::Int64(_) if values.iter().all(|v| matches!(v, Value::Int64(_))) => Some(longs),
        Value::Double(_) if values.iter().all(|v| matches!(v, Value::Double(_))) => Some(doubles),
        _ => None,
    }
}

/// Sorts by an order that cannot fail: in runs, which are then merged.
fn sorted_plainly(
    cx: &mut dyn Context,
    mut values: Vec<Value>,
    compare: fn(&Value, &Value) -> Ordering,
) -> Result<Vec<Value>> {
    cx.poll()?;
    if values.len() <= RUN {
        values.sort_by(compare);
        return Ok(values);
    }
    let right = values.split_off(values.len() / 2);
    let (left, right) = (sorted_plainly(cx, values, compare)?, sorted_plainly(cx, right, compare)?);
    merged(cx, left, right, &mut |_, a, b| Ok(compare(a, b) as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nan_is_below_all_doubles() {
        let values = [1.0, f64::NAN, f64::NEG_INFINITY].map(Value::Double);
        let order = plain_order(&values).unwrap();
        let mut sorted = values.to_vec();
        sorted.sort_by(order);
        assert!(matches!(sorted[0], Value::Double(v) if v.is_nan()));
        assert!(matches!(sorted[2], Value::Double(1.0)));
    }

    #[test]
    fn values_of_two_types_have_no_plain_order() {
        assert!(plain_order(&[Value::Int32(1), Value::Double(1.0)]).is_none());
    }
}
