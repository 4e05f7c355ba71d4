//! Conversion of arguments to parameters' types. Cmdlets convert otherwise than a cast does: truth only from
//! booleans and numbers, one value out of a list never.

use super::failure::{Bound, Failure, Refusal};
use super::named::switch;
use super::plan::{Collection, Planned};
use crate::command::ParameterMeta;
use crate::literal;
use crate::runspace::Runspace;
use pwsh_value::ops::Op;
use pwsh_value::payload::{Array, List, Reference, Switch};
use pwsh_value::ty::{known, named, reflection_name};
use pwsh_value::{Error, Obj, PsString, Result, Type, Value, convert, ops};

/// The elements of what .NET calls an `IList`; `None` for anything else.
pub(super) fn list_items(value: &Value) -> Option<Vec<Value>> {
    let obj = value.unwrapped().as_object()?;
    if let Some(array) = obj.get::<Array>() {
        return Some(array.to_vec());
    }
    // Queues and stacks stand on the same payload, but are no lists to .NET.
    let name = obj.ty().short_name().to_str().into_owned();
    let list = obj.get::<List>()?;
    (!name.starts_with("Queue") && !name.starts_with("Stack")).then(|| list.to_vec())
}

/// Whether a value is of a type; every value can be a `PSObject`.
fn is_instance(value: &Value, ty: &Type) -> bool {
    *ty == known().psobject || ops::types::is_of(value, ty)
}

fn is_truth(ty: &Type) -> bool {
    *ty == known().boolean
        || *ty == known().switch_parameter
        || convert::rule::nullable(ty).is_some_and(|inner| inner == known().boolean)
}

/// A value that was converted to a type other than object carries no members of its own.
fn bare(value: Value, ty: &Type) -> Value {
    if *ty == known().object || *ty == known().psobject { value } else { value.unwrapped().clone() }
}

/// The value if it is of the parameter's type already: one of a collection's elements becomes a collection.
pub(super) fn as_it_is(parameter: &Planned, value: Value) -> Option<Value> {
    let ty = &parameter.meta.ty;
    if value.is_null() {
        return (!ty.is_value_type() && *ty != known().string).then_some(value);
    }
    if is_instance(&value, ty) {
        return Some(bare(value, ty));
    }
    let Collection::Array(element) = &parameter.collection else { return None };
    let fits = |item: &Value| item.ty().is_none_or(|found| found.hierarchy().any(|t| t == element));
    let items = list_items(&value).unwrap_or_else(|| vec![value]);
    if !items.iter().all(fits) {
        return None;
    }
    Some(Value::Object(Obj::typed_array(
        element,
        items.into_iter().map(|item| bare(item, element)).collect(),
    )))
}

/// The cast that a type before a function's parameter makes.
pub(super) fn as_function(rs: &mut Runspace, value: &Value, ty: &Type, advanced: bool) -> Result<Value> {
    let k = known();
    if *ty == k.object {
        return Ok(value.clone());
    }
    let reference = value.as_object().and_then(|obj| obj.get::<Reference>());
    let value = match reference {
        _ if *ty == k.psreference => {
            return match reference {
                Some(_) => Ok(value.clone()),
                None => Err(invalid_cast(
                    "InvalidCastExceptionReferenceTypeExpected",
                    "Reference type is expected in argument.",
                )),
            };
        }
        Some(reference) => reference.value(),
        None => value.clone(),
    };
    if advanced && *ty == k.string && value.ty().is_some_and(|t| t.element().is_some()) {
        return Err(invalid_cast(
            "InvalidCastFromAnyTypeToString",
            "Cannot convert value to type System.String.",
        ));
    }
    if is_truth(ty) {
        check_truth(&value, ty)?;
    }
    if advanced
        && let Collection::Array(element) | Collection::List(Some(element)) = Collection::of(ty)
        && is_truth(&element)
    {
        for item in list_items(&value).unwrap_or_else(|| vec![value.clone()]) {
            check_truth(&item, &element)?;
        }
    }
    convert_written(rs, &value, ty).map(|converted| bare(converted, ty))
}

fn invalid_cast(id: &str, message: impl Into<PsString>) -> Error {
    Error::new("System.Management.Automation.PSInvalidCastException", message).id(id)
}

fn is_number(value: &Value) -> bool {
    let plain = value.unwrapped();
    !matches!(plain, Value::Char(_)) && plain.ty().is_some_and(|ty| ty.is_enum() || is_numeric(ty))
}

pub(super) fn is_numeric(ty: &Type) -> bool {
    let k = known();
    [
        &k.sbyte, &k.byte, &k.int16, &k.uint16, &k.int32, &k.uint32, &k.int64, &k.uint64, &k.single,
        &k.double, &k.decimal,
    ]
    .contains(&ty)
}

/// Booleans come from booleans, switches and numbers alone.
fn check_truth(value: &Value, ty: &Type) -> Result<()> {
    let found = match value.ty() {
        None if *ty != known().boolean => return Ok(()),
        None => PsString::empty(),
        Some(found) if is_truth(found) || is_number(value) => return Ok(()),
        Some(found) => reflection_name(found),
    };
    let text = format!(
        "Cannot convert value \"{found}\" to type \"{}\". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.",
        reflection_name(ty)
    );
    Err(invalid_cast("InvalidCastExceptionUnsupportedParameterType", text))
}

/// The conversion that a compiled cmdlet's parameter makes; for a function's, whose value has its type by then,
/// what is left to do.
pub(super) fn coerce(
    rs: &mut Runspace,
    meta: &ParameterMeta,
    collection: &Collection,
    value: Value,
) -> Bound<Value> {
    coerce_to(rs, meta, &meta.ty, collection, value)
}

fn coerce_to(
    rs: &mut Runspace,
    meta: &ParameterMeta,
    ty: &Type,
    collection: &Collection,
    value: Value,
) -> Bound<Value> {
    if value.is_null() {
        return null(meta, ty);
    }
    if is_instance(&value, ty) {
        return Ok(bare(value, ty));
    }
    if is_truth(ty) {
        return truth(rs, meta, ty, &value);
    }
    match collection {
        Collection::Array(element) => {
            let items = elements(rs, meta, Some(element), &value)?;
            Ok(Value::Object(Obj::typed_array(element, items)))
        }
        Collection::List(element) => {
            if let Ok(converted) = convert::to(rs, &value, ty) {
                return Ok(converted);
            }
            let items = elements(rs, meta, element.as_ref(), &value)?;
            converted(rs, meta, ty, &Value::Object(Obj::array(items)))
        }
        Collection::No if list_items(&value).is_some() && !takes_list(ty) => {
            let found = value.ty().map_or_else(PsString::empty, reflection_name);
            let cause = Error::new("System.NotSupportedException", "Specified method is not supported.");
            Err(cannot_convert(meta, ty, &found, &cause.message().to_str(), &value)
                .caused_by(&cause, None)
                .into())
        }
        Collection::No => converted(rs, meta, ty, &value),
    }
}

/// Types whose own conversion takes a list.
fn takes_list(ty: &Type) -> bool {
    ty.is_enum()
        || ["PSListModifier", "FlagsExpression`1"].iter().any(|name| ty.short_name().is(name))
        || *ty == named("System.Array")
}

fn converted(rs: &mut Runspace, meta: &ParameterMeta, ty: &Type, value: &Value) -> Bound<Value> {
    convert_written(rs, value, ty).map(|converted| bare(converted, ty)).map_err(|error| {
        if error.thrown().is_none() {
            return Failure::Error(error);
        }
        let text = format!("Cannot bind parameter '{}'. {}", meta.name, error.message());
        Refusal::new("CannotConvertArgumentNoMessage", text)
            .parameter(&meta.name)
            .types(Some(ty), Some(value))
            .caused_by(&error, None)
            .into()
    })
}

/// Converts an argument. A number is taken by the text it was written with where a text is wanted, and where it
/// cannot be converted itself (`-Version 2.0`).
fn convert_written(rs: &mut Runspace, value: &Value, ty: &Type) -> Result<Value> {
    if *ty == known().string
        && let Some(text) = literal::text(value)
    {
        return Ok(Value::String(text));
    }
    match convert::to(rs, value, ty) {
        Err(error) if error.thrown().is_some() => match literal::text(value) {
            Some(text) => convert::to(rs, &Value::String(text), ty).map_err(|_| error),
            None => Err(error),
        },
        converted => converted,
    }
}

fn elements(
    rs: &mut Runspace,
    meta: &ParameterMeta,
    element: Option<&Type>,
    value: &Value,
) -> Bound<Vec<Value>> {
    let items = list_items(value).unwrap_or_else(|| vec![value.clone()]);
    let Some(element) = element else { return Ok(items) };
    let inner = Collection::of(element);
    items.into_iter().map(|item| coerce_to(rs, meta, element, &inner, item)).collect()
}

fn null(meta: &ParameterMeta, ty: &Type) -> Bound<Value> {
    if *ty == known().boolean {
        let text = format!("Cannot bind argument to parameter '{}' because it is null.", meta.name);
        return Err(Refusal::new("ParameterArgumentValidationErrorNullNotAllowed", text)
            .parameter(&meta.name)
            .types(Some(ty), None)
            .into());
    }
    if *ty == known().switch_parameter {
        return Ok(switch(true));
    }
    Ok(Value::Null)
}

fn truth(rs: &mut Runspace, meta: &ParameterMeta, ty: &Type, value: &Value) -> Bound<Value> {
    let plain = value.unwrapped();
    let given = plain.as_object().and_then(|obj| obj.get::<Switch>()).map(|s| s.0);
    let given = match (given, plain) {
        (Some(given), _) => given,
        (None, Value::Bool(given)) => *given,
        (None, number) if is_number(number) => {
            let zero = ops::binary(
                rs,
                Op::Compare(ops::Comparison::Equal, ops::Case::Ignore),
                number,
                &Value::Int32(0),
            )?;
            !convert::to_bool(&zero)
        }
        (None, other) => {
            let found = other.ty().map_or_else(PsString::empty, reflection_name);
            return Err(cannot_convert(meta, ty, &found, "", value).into());
        }
    };
    Ok(if *ty == known().switch_parameter {
        Value::Object(Obj::new(ty.clone(), Switch(given)))
    } else {
        Value::Bool(given)
    })
}

fn cannot_convert(meta: &ParameterMeta, ty: &Type, shown: &PsString, reason: &str, value: &Value) -> Refusal {
    let text = format!(
        "Cannot convert '{shown}' to the type '{}' required by parameter '{}'. {reason}",
        reflection_name(ty),
        meta.name
    );
    Refusal::new("CannotConvertArgument", text).parameter(&meta.name).types(Some(ty), Some(value))
}
