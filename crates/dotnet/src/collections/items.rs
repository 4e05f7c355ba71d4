//! The items of a collection argument, and the ways in which collections compare what they hold.

use crate::fault;
use crate::system::string_comparer::rule_of;
use pwsh_value::payload::{Array, Delegate, Dictionary, Keys, List};
use pwsh_value::ty::{Call, close_generic, known, named};
use pwsh_value::{Context, Obj, Result, Type, Value};

/// The items of any enumerable, dictionaries and strings included.
///
/// # Errors
/// `ArgumentNullException` for null, under the name `parameter`.
pub fn items_of(cx: &mut dyn Context, value: &Value, parameter: &str) -> Result<Vec<Value>> {
    if value.is_null() {
        return Err(fault::null(parameter));
    }
    if let Some(obj) = value.cell() {
        if let Some(array) = obj.get::<Array>() {
            return Ok(array.to_vec());
        }
        if obj.get::<Dictionary>().is_some() && obj.ty().hook(|hooks| hooks.enumerate).is_none() {
            return Ok(entries(value));
        }
    }
    if let Some(text) = value.as_string() {
        return Ok(text.units().iter().map(|unit| Value::Char(*unit)).collect());
    }
    Ok(cx.enumerate(value)?.unwrap_or_else(|| vec![value.clone()]))
}

/// The entries of a dictionary: `DictionaryEntry` or `KeyValuePair`, as its type has them.
pub fn entries(dictionary: &Value) -> Vec<Value> {
    let Some(obj) = dictionary.cell() else { return Vec::new() };
    let Some(payload) = obj.get::<Dictionary>() else { return Vec::new() };
    let ty = entry_type(obj.ty());
    payload.entries().into_iter().map(|(key, value)| entry(&ty, key, value)).collect()
}

/// The type of a dictionary type's entries.
pub fn entry_type(ty: &Type) -> Type {
    match generic_arguments(ty) {
        [key, value] => {
            let pair = named("System.Collections.Generic.KeyValuePair`2");
            close_generic(&pair, vec![key.clone(), value.clone()])
        }
        _ => known().dictionary_entry.clone(),
    }
}

/// An entry of that type.
pub fn entry(ty: &Type, key: Value, value: Value) -> Value {
    Obj::new(ty.clone(), super::dictionary_entry::Entry::new(key, value)).into()
}

/// The type arguments of a type or of the generic base that a class in script derives from.
pub fn generic_arguments(ty: &Type) -> &[Type] {
    ty.hierarchy().map(Type::arguments).find(|arguments| !arguments.is_empty()).unwrap_or(&[])
}

/// The element type of a collection type, `System.Object` for those without one.
pub fn element_type(ty: &Type) -> Type {
    generic_arguments(ty).first().unwrap_or(&known().object).clone()
}

/// `values`, each converted to `element`.
pub fn converted(cx: &mut dyn Context, values: Vec<Value>, element: &Type) -> Result<Vec<Value>> {
    if *element == known().object {
        return Ok(values);
    }
    values
        .into_iter()
        .map(|value| if value.ty() == Some(element) { Ok(value) } else { cx.convert(&value, element) })
        .collect()
}

/// The value that an element type has without being set.
pub fn default_of(ty: &Type) -> Value {
    match ty.hook(|hooks| hooks.default) {
        Some(default) => default(),
        None if ty.is_enum() => Value::enumeration(ty, 0),
        None => Value::Null,
    }
}

/// The order of two values by a comparer argument: null is the values' own order.
pub fn order(cx: &mut dyn Context, comparer: &Value, a: &Value, b: &Value) -> Result<i32> {
    let result = match comparer.cell() {
        None => return own_order(cx, a, b),
        Some(obj) if obj.get::<Delegate>().is_some() || *obj.ty() == known().script_block => {
            cx.invoke(comparer, vec![a.clone(), b.clone()])?
        }
        Some(_) => cx.call_method(comparer, "Compare", vec![a.clone(), b.clone()])?,
    };
    match cx.convert(&result, &known().int32)? {
        Value::Int32(order) => Ok(order),
        _ => Ok(0),
    }
}

fn own_order(cx: &mut dyn Context, a: &Value, b: &Value) -> Result<i32> {
    match (a.is_null(), b.is_null()) {
        (true, true) => Ok(0),
        (true, false) => Ok(-1),
        (false, true) => Ok(1),
        (false, false) => cx.compare(a, b),
    }
}

/// How a dictionary with this comparer argument compares its keys.
pub fn keys_mode(comparer: &Value) -> Keys {
    match rule_of(comparer) {
        Some(rule) if rule.ignore_case => Keys::IgnoreCase,
        _ => Keys::Exact,
    }
}

/// Whether a predicate argument holds for `value`.
pub fn holds(cx: &mut dyn Context, predicate: &Value, value: Value) -> Result<bool> {
    let result = cx.invoke(predicate, vec![value])?;
    Ok(pwsh_value::convert::to_bool(&result))
}

/// Copies `values` into an array argument from an index on.
///
/// # Errors
/// `ArgumentException` where the array is too short.
pub fn copy_to(call: &Call<'_>, array: usize, at: i32, values: Vec<Value>) -> Result<Value> {
    let Some(target) = call.payload::<Array>(array) else { return Err(fault::null("array")) };
    let Ok(at) = usize::try_from(at) else {
        return Err(fault::out_of_range("Non-negative number required.", "arrayIndex"));
    };
    if at + values.len() > target.len() {
        let message = "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.";
        return Err(fault::argument(message, "destinationArray"));
    }
    for (offset, value) in values.into_iter().enumerate() {
        target.set(at + offset, value);
    }
    Ok(Value::Void)
}

/// The snapshot that a collection's `enumerate` hook gives.
pub fn list_values(value: &Value) -> Vec<Value> {
    value.cell().and_then(|obj| obj.get::<List>()).map(|list| list.to_vec()).unwrap_or_default()
}
