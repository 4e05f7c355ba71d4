//! Arrays, lists and dictionaries.

use super::error::{last, wrap};
use super::rule::Rule;
use crate::context::Context;
use crate::error::Result;
use crate::object::Obj;
use crate::payload::{Array, Dictionary, Elements, Keys, List};
use crate::ty::{Type, known};
use crate::value::Value;

/// The elements of an enumerable; a scalar is its own only one.
pub(super) fn items(cx: &mut dyn Context, value: &Value) -> Result<Vec<Value>> {
    let Some(obj) = value.as_object() else { return Ok(vec![value.clone()]) };
    if let Some(array) = obj.get::<Array>() {
        return Ok(array.to_vec());
    }
    Ok(cx.enumerate(value)?.unwrap_or_else(|| vec![value.clone()]))
}

/// The entries of a dictionary.
pub(super) fn pairs(value: &Value) -> Vec<(Value, Value)> {
    value.cell().and_then(|obj| obj.get::<Dictionary>()).map(|table| table.entries()).unwrap_or_default()
}

/// A string's characters as a `char[]`.
pub(super) fn chars(value: &Value) -> Value {
    let units = value.as_string().map(|text| text.units().into_owned()).unwrap_or_default();
    Value::Object(Obj::new(known().char_array.clone(), Array::of(Elements::Char(units))))
}

/// An enumerable as an array, element by element.
pub(super) fn elements(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    crate::stack::check()?;
    let ty = if ty.element().is_some() { ty } else { &known().object_array };
    let element = ty.element().cloned().unwrap_or_else(|| known().object.clone());
    let items = items(cx, value)?;
    let mut converted = Vec::with_capacity(items.len());
    for item in &items {
        converted.push(if element == known().object {
            item.clone()
        } else {
            match super::to(cx, item, &element) {
                Ok(item) => item,
                Err(error) if value.ty().is_some_and(|from| from.element().is_some()) => return Err(error),
                Err(error) => {
                    return Err(wrap(cx, "InvalidCastExceptionEnumerableToArray", value, ty, error));
                }
            }
        });
    }
    Ok(Value::Object(Obj::new(ty.clone(), Array::of(Elements::pack(&element, converted)))))
}

/// A scalar as an array of one.
pub(super) fn one_element(cx: &mut dyn Context, rule: &Rule, value: &Value, ty: &Type) -> Result<Value> {
    let ty = if ty.element().is_some() { ty } else { &known().object_array };
    let element = ty.element().cloned().unwrap_or_else(|| known().object.clone());
    let item = match super::apply(cx, rule, value, &element) {
        Err(error) => return Err(wrap(cx, "InvalidCastExceptionScalarToArray", value, ty, error)),
        Ok(item) => item,
    };
    Ok(Value::Object(Obj::new(ty.clone(), Array::of(Elements::pack(&element, vec![item])))))
}

/// A dictionary as a `Hashtable`, whose string keys ignore case.
pub(super) fn table(cx: &mut dyn Context, value: &Value) -> Result<Value> {
    let obj = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::IgnoreCase));
    if let Some(table) = obj.get::<Dictionary>() {
        for (key, item) in pairs(value) {
            table.set(cx, key, item)?;
        }
    }
    Ok(Value::Object(obj))
}

/// A generic collection over the converted elements, by the constructor that takes an enumerable.
pub(super) fn through_constructor(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    let element = ty.arguments()[0].clone();
    let array = value.cell().and_then(|obj| obj.get::<Array>());
    let items = match &array {
        Some(array) => array.to_vec(),
        None if element == known().object => items(cx, value)?,
        None => vec![value.clone()],
    };
    let mut converted = Vec::with_capacity(items.len());
    for item in &items {
        match super::to(cx, item, &element) {
            Ok(item) => converted.push(item),
            Err(error) if array.is_some() && error.thrown().is_some() => return Err(last(cx, value, ty)),
            Err(error) => return Err(error),
        }
    }
    let plain_list = ty.facade().is_some_and(|f| f.name == "System.Collections.Generic.List`1");
    if plain_list {
        return Ok(Value::Object(Obj::new(ty.clone(), List::new(Elements::pack(&element, converted)))));
    }
    let array = Value::Object(Obj::typed_array(&element, converted));
    cx.construct(ty, vec![array])
}
