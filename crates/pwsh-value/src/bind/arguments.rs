//! The arguments of the chosen overload, converted and filled up.

use super::candidate::Candidate;
use super::{Overload, error};
use crate::context::Context;
use crate::convert;
use crate::error::Result;
use crate::object::Obj;
use crate::payload::{Array, Elements, Reference};
use crate::ty::{Passing, Type, known};
use crate::value::Value;

/// One value for each parameter of the overload.
pub(super) fn convert<O: Overload>(
    cx: &mut dyn Context,
    name: &str,
    overload: &O,
    candidate: &Candidate,
    values: &[Value],
) -> Result<Vec<Value>> {
    let declared = &candidate.declared;
    let plain = if candidate.expanded { declared.len() - 1 } else { declared.len() };
    let mut converted = Vec::with_capacity(declared.len());
    for (index, ty) in declared.iter().enumerate().take(plain) {
        match values.get(index) {
            Some(value) => converted.push(one(
                cx,
                name,
                overload,
                Place { argument: index, parameter: index },
                value,
                ty,
            )?),
            None => converted.push(
                overload
                    .default(index)
                    .cloned()
                    .map_or(Ok(Value::Null), |default| default_value(cx, &default, ty))?,
            ),
        }
    }
    if candidate.expanded {
        let array = &declared[plain];
        let element = array.element().cloned().unwrap_or_else(|| known().object.clone());
        let mut items = Vec::new();
        for (index, value) in values.iter().enumerate().skip(plain) {
            items.push(one(
                cx,
                name,
                overload,
                Place { argument: index, parameter: plain },
                value,
                &element,
            )?);
        }
        converted.push(Value::Object(Obj::new(array.clone(), Array::of(Elements::pack(&element, items)))));
    }
    Ok(converted)
}

/// A default stands in the signature as a plain number or text.
fn default_value(cx: &mut dyn Context, default: &Value, ty: &Type) -> Result<Value> {
    if default.is_null() || default.ty() == Some(ty) {
        Ok(default.clone())
    } else {
        convert::to(cx, default, ty)
    }
}

fn one<O: Overload>(
    cx: &mut dyn Context,
    name: &str,
    overload: &O,
    place: Place,
    value: &Value,
    ty: &Type,
) -> Result<Value> {
    let is_reference = value.cell().is_some_and(|obj| obj.get::<Reference>().is_some());
    if overload.passing(place.parameter) == Passing::Reference {
        return if is_reference {
            Ok(value.clone())
        } else {
            Err(error::needs_reference(place.argument + 1))
        };
    }
    if is_reference && *ty != known().psreference && *ty != known().object {
        return Err(error::unwanted_reference(place.argument + 1));
    }
    if *ty == known().object {
        return Ok(if value.is_null() { Value::Null } else { value.clone() });
    }
    convert::to(cx, value, ty).map_err(|cause| {
        error::argument(cx, &overload.parameter_name(place.parameter), value, name, ty, cause)
    })
}

/// Which argument goes to which parameter.
#[derive(Clone, Copy)]
struct Place {
    argument: usize,
    parameter: usize,
}
