//! The text of values, as `"$value"` has it.

use crate::context::Context;
use crate::error::Result;
use crate::members::Member;
use crate::object::Obj;
use crate::payload::{
    Array, BigInt, Decimal, Delegate, Deserialized, Dictionary, EnumNumber, Exception, Guid, List,
    PropertyBag, Switch, TypeObject,
};
use crate::string::PsString;
use crate::text::culture::Culture;
use crate::text::{date, number};
use crate::ty::{Type, display_name, known, reflection_name};
use crate::value::Value;

/// The text of a value that `"$value"` gives, for those whose text depends on nothing else: null, strings,
/// numbers, bool, char, dates and spans. `None` for all others.
pub fn simple_text(value: &Value) -> Option<PsString> {
    let info = &Culture::invariant().number;
    let mut out = String::new();
    match value {
        Value::String(text) => return Some(text.clone()),
        Value::Null | Value::Void => return Some(PsString::empty()),
        Value::Bool(v) => return Some(if *v { "True" } else { "False" }.into()),
        Value::Char(v) => return Some(PsString::from_utf16(&[*v])),
        Value::Int32(v) => number::write_integer(i64::from(*v), info, &mut out),
        Value::Int64(v) => number::write_integer(*v, info, &mut out),
        Value::Int8(v) => number::write_integer(i64::from(*v), info, &mut out),
        Value::Int16(v) => number::write_integer(i64::from(*v), info, &mut out),
        Value::UInt8(v) => number::write_unsigned(u64::from(*v), &mut out),
        Value::UInt16(v) => number::write_unsigned(u64::from(*v), &mut out),
        Value::UInt32(v) => number::write_unsigned(u64::from(*v), &mut out),
        Value::UInt64(v) => number::write_unsigned(*v, &mut out),
        Value::Double(v) => number::write_double_as_powershell(*v, info, &mut out),
        Value::Single(v) => number::write_single_as_powershell(*v, info, &mut out),
        // Both have the invariant culture's general form, which needs no time zone and cannot fail.
        Value::DateTime(v) => {
            let _ = date::write_date_time(*v, "", &Culture::invariant().date, &date::Zone::utc(), &mut out);
        }
        Value::TimeSpan(v) => {
            let _ = date::write_time_span(*v, "", info, &mut out);
        }
        Value::Wrapped(_) => return simple_text(value.unwrapped()),
        Value::Object(_) => return None,
    }
    Some(out.into())
}

/// The text that `"$value"` gives; lists are joined by [`Context::field_separator`].
pub fn to_text(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    if let Value::Wrapped(obj) = value
        && let Some(text) = attached_text(cx, value, obj)?
    {
        return Ok(text);
    }
    if let Some(text) = simple_text(value) {
        return Ok(text);
    }
    let Some(obj) = value.cell() else { return Ok(PsString::empty()) };
    if let Some(text) = attached_text(cx, value, obj)? {
        return Ok(text);
    }
    if let Some(text) = obj.get::<Deserialized>().and_then(|d| d.payload().text().cloned()) {
        return Ok(text);
    }
    if let Some(items) = listed(cx, value, obj)? {
        return join(cx, &items);
    }
    if let Some(bag) = obj.get::<PropertyBag>() {
        return bag_text(cx, bag.payload().all());
    }
    if let Some(ty) = obj.get::<TypeObject>() {
        return Ok(display_name(&ty.0));
    }
    object_text(cx, value, obj)
}

/// The text of an element of a list: what holds values itself is not opened.
pub fn element_text(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    let Some(obj) = value.cell() else { return Ok(simple_text(value).unwrap_or_else(PsString::empty)) };
    if let Some(text) = attached_text(cx, value, obj)? {
        return Ok(text);
    }
    closed_text(cx, value, obj, reflection_name)
}

/// The text of a value within another: lists are their type's name, PSCustomObjects nothing.
fn closed_text(
    cx: &mut dyn Context,
    value: &Value,
    obj: &Obj,
    type_text: fn(&Type) -> PsString,
) -> Result<PsString> {
    if let Some(ty) = obj.get::<TypeObject>() {
        return Ok(type_text(&ty.0));
    }
    if let Some(text) = obj.get::<Deserialized>().and_then(|d| d.payload().text().cloned()) {
        return Ok(text);
    }
    if obj.get::<PropertyBag>().is_some() && obj.ty().defined().is_none() {
        return Ok(PsString::empty());
    }
    if (obj.get::<Array>().is_some() || obj.get::<List>().is_some()) && obj.ty().defined().is_none() {
        return Ok(reflection_name(obj.ty()));
    }
    match simple_text(value) {
        Some(text) => Ok(text),
        None => object_text(cx, value, obj),
    }
}

/// The elements joined by the session's field separator.
fn join(cx: &mut dyn Context, items: &[Value]) -> Result<PsString> {
    let separator = cx.field_separator();
    let mut out = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.extend_from_slice(separator.as_wtf8());
        }
        out.extend_from_slice(element_text(cx, item)?.as_wtf8());
    }
    Ok(PsString::from_wtf8(out))
}

/// The items of what PowerShell joins: arrays, lists and other enumerables.
fn listed(cx: &mut dyn Context, value: &Value, obj: &Obj) -> Result<Option<Vec<Value>>> {
    if let Some(array) = obj.get::<Array>() {
        return Ok(Some(array.to_vec()));
    }
    let is_plain_list = obj.get::<List>().is_some() && obj.ty().defined().is_none();
    if is_plain_list || super::rule::is_enumerable(obj.ty()) {
        return cx.enumerate(value);
    }
    Ok(None)
}

fn bag_text(cx: &mut dyn Context, properties: Vec<(PsString, Value)>) -> Result<PsString> {
    if properties.is_empty() {
        return Ok(PsString::empty());
    }
    let mut out = b"@{".to_vec();
    for (index, (name, value)) in properties.iter().enumerate() {
        if index > 0 {
            out.extend_from_slice(b"; ");
        }
        out.extend_from_slice(name.as_wtf8());
        out.push(b'=');
        let inner = match value.cell() {
            Some(obj) => match attached_text(cx, value, obj)? {
                Some(text) => text,
                None => closed_text(cx, value, obj, display_name)?,
            },
            None => simple_text(value).unwrap_or_else(PsString::empty),
        };
        out.extend_from_slice(inner.as_wtf8());
    }
    out.push(b'}');
    Ok(PsString::from_wtf8(out))
}

/// The result of a `ToString` that script attached to the object.
fn attached_text(cx: &mut dyn Context, value: &Value, obj: &Obj) -> Result<Option<PsString>> {
    let Some(members) = obj.attached() else { return Ok(None) };
    match members.get(&"ToString".into()) {
        Some((_, Member::ScriptMethod(_))) => {
            let text = cx.call_method(value, "ToString", Vec::new())?;
            Ok(Some(simple_text(&text).unwrap_or_else(PsString::empty)))
        }
        _ => Ok(None),
    }
}

/// .NET's `ToString()` of an object.
pub(super) fn object_text(cx: &mut dyn Context, value: &Value, obj: &Obj) -> Result<PsString> {
    if obj.ty().defined().is_some_and(|defined| defined.enumeration.is_none()) {
        let text = cx.call_method(value, "ToString", Vec::new())?;
        return Ok(simple_text(&text).unwrap_or_else(PsString::empty));
    }
    if let Some(number) = obj.get::<EnumNumber>() {
        return Ok(super::enums::text(obj.ty(), number.0));
    }
    if let Some(hook) = obj.ty().hook(|h| h.to_string) {
        return hook(cx, value);
    }
    Ok(payload_text(obj).unwrap_or_else(|| reflection_name(obj.ty())))
}

/// The text of the payloads that the engine itself knows.
fn payload_text(obj: &Obj) -> Option<PsString> {
    if let Some(number) = obj.get::<Decimal>() {
        let mut out = String::new();
        number::write_decimal(&number.0, &Culture::invariant().number, &mut out);
        return Some(out.into());
    }
    if let Some(number) = obj.get::<BigInt>() {
        return Some(number.0.to_string().into());
    }
    if let Some(id) = obj.get::<Guid>() {
        return Some(id.0.to_string().into());
    }
    if let Some(ty) = obj.get::<TypeObject>() {
        return Some(display_name(&ty.0));
    }
    if let Some(switch) = obj.get::<Switch>() {
        return Some(if switch.0 { "True" } else { "False" }.into());
    }
    if let Some(exception) = obj.get::<Exception>() {
        return Some(exception_text(obj.ty(), &exception.message()));
    }
    if obj.get::<Dictionary>().is_some() || obj.get::<Delegate>().is_some() || *obj.ty() == known().object {
        return Some(reflection_name(obj.ty()));
    }
    None
}

fn exception_text(ty: &Type, message: &PsString) -> PsString {
    if message.is_empty() { ty.name().clone() } else { format!("{}: {message}", ty.name()).into() }
}
