//! The keys that Sort-Object and Group-Object compare objects by.

use crate::object_errors::{reported_as, write_error_about_object};
use crate::order::compare;
use crate::property::PropertyArgument;
use pwsh_runtime::Runspace;
use pwsh_runtime::command::Io;
use pwsh_value::ops::Case;
use pwsh_value::{Category, Result, Value};
use std::cmp::Ordering;

/// A key's value; `None`: the object has no such property.
pub type Key = Option<Value>;

/// The keys of an object: itself where no property is named. Errors of blocks are written, their key is null.
pub fn keys_of(io: &mut Io<'_>, properties: &[PropertyArgument], object: &Value) -> Result<Vec<Key>> {
    if properties.is_empty() {
        return Ok(vec![Some(object.clone())]);
    }
    let mut keys = Vec::with_capacity(properties.len());
    for property in properties {
        let found = property.evaluate(io.rs, object)?;
        if found.is_empty() {
            keys.push(None);
        }
        for evaluated in found {
            match evaluated.value {
                Ok(value) => keys.push(Some(value)),
                Err(error) => {
                    let error = reported_as(error, "ExpressionEvaluation", Category::InvalidResult);
                    write_error_about_object(io, error.target(object.clone()))?;
                    keys.push(Some(Value::Null));
                }
            }
        }
    }
    Ok(keys)
}

/// The order of two objects by their keys; objects without a property come last in either direction.
pub fn compare_keys(
    rs: &mut Runspace,
    case: Case,
    ascending: &[bool],
    a: &[Key],
    b: &[Key],
) -> Result<Ordering> {
    for (at, (a, b)) in a.iter().zip(b).enumerate() {
        let order = match (a, b) {
            (None, None) => Ordering::Equal,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(a), Some(b)) => {
                let order = compare(rs, case, a, b)?;
                if ascending.get(at).copied().unwrap_or(true) { order } else { order.reverse() }
            }
        };
        if order != Ordering::Equal {
            return Ok(order);
        }
    }
    Ok(Ordering::Equal)
}
