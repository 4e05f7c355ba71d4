//! Conversions between values: PowerShell's truth, text and casts (`LanguagePrimitives`).
//!
//! [`rule`] says, from two types alone, how one becomes the other and how good that is ([`Rank`], which the
//! choice of an overload compares); [`to`] then does it. There is no second table of conversions anywhere.

mod collection;
mod enums;
mod error;
mod members;
mod numeric;
mod properties;
pub mod rule;
mod scan;
mod text;
mod truth;

pub(crate) use error::{dotnet_text, invalid_cast, last as last_error};
pub(crate) use numeric::{Number, number_of, to_decimal, to_f64, to_i128};
pub use rule::{Rank, Rule};
pub(crate) use scan::number_in_text;
pub use text::{element_text, simple_text, to_text};
pub use truth::to_bool;

use crate::context::Context;
use crate::error::Result;
use crate::object::Obj;
use crate::payload::{Delegate, PropertyBag, Reference, Switch};
use crate::ty::{Type, known};
use crate::value::Value;

/// The integer type beneath an enum, `int` if nothing else is known.
pub(crate) fn numeric_type(enumeration: &Type) -> Type {
    enumeration.enum_underlying().unwrap_or_else(|| known().int32.clone())
}

/// What a cast to `ty` gives (`LanguagePrimitives.ConvertTo`).
///
/// # Errors
/// `PSInvalidCastException` with PowerShell's own ids and messages. The runtime wraps it in a
/// `RuntimeException` where a statement fails by it.
pub fn to(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    if value.ty().is_some_and(|from| from == ty) {
        return Ok(value.clone());
    }
    if let Value::Double(number) = value
        && *ty == known().int32
        && let rounded = number.round_ties_even()
        && (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&rounded)
    {
        return Ok(Value::Int32(rounded as i32));
    }
    match rule::nullable(ty) {
        Some(inner) if !value.is_null() => match rule::figure(value.ty(), &inner) {
            (Rule::None, _) => Err(error::last(cx, value, ty)),
            (rule, _) => apply(cx, &rule, value, &inner),
        },
        _ => {
            let (rule, _) = rule::figure(value.ty(), ty);
            apply(cx, &rule, value, ty)
        }
    }
}

/// Converts by a rule that [`rule::figure`] gave for the value's type and `ty`.
fn apply(cx: &mut dyn Context, rule: &Rule, value: &Value, ty: &Type) -> Result<Value> {
    let plain = value.unwrapped();
    match rule {
        Rule::None => Err(error::last(cx, value, ty)),
        Rule::Assign => Ok(value.clone()),
        Rule::Null => error::null(cx, ty),
        Rule::Nothing => Ok(Value::Void),
        Rule::Bool => Ok(Value::Bool(to_bool(value))),
        Rule::Text => Ok(Value::String(to_text(cx, value)?)),
        Rule::Switch => Ok(Value::Object(Obj::new(ty.clone(), Switch(to_bool(value))))),
        Rule::Reference => Ok(Value::Object(Reference::to_value(value.clone()))),
        Rule::Numeric => numeric::to_number(cx, plain, ty),
        Rule::NumberInText => scan::text_to_number(cx, plain, ty),
        Rule::CharInText => match plain {
            Value::String(text) if text.len() == 1 => Ok(Value::Char(text.unit(0).unwrap_or_default())),
            _ => Err(invalid_cast(
                cx,
                "InvalidCastParseTargetInvocation",
                plain,
                ty,
                &crate::Error::new("System.FormatException", "String must be exactly one character long."),
            )),
        },
        Rule::TextOfNumber => {
            let text = Value::String(to_text(cx, plain)?);
            to(cx, &text, ty)
        }
        Rule::Convertible => Err(error::convertible(cx, plain, ty)),
        Rule::EnumFromText => enums::from_text(cx, plain, ty),
        Rule::EnumFromList => enums::from_list(cx, plain, ty),
        Rule::EnumFromNumber => enums::from_number(cx, plain, ty),
        Rule::Chars => Ok(collection::chars(plain)),
        Rule::Elements => collection::elements(cx, plain, ty),
        Rule::OneElement(inner) => collection::one_element(cx, inner, value, ty),
        Rule::Delegate => Ok(Value::Object(Delegate::object(ty.clone(), value.clone()))),
        Rule::TypeName => {
            let text = plain.as_string().map(|text| text.to_str().into_owned()).unwrap_or_default();
            cx.find_type(text.trim()).map(Value::from).ok_or_else(|| error::no_type(&text))
        }
        Rule::Table => collection::table(cx, plain),
        Rule::CustomObject => {
            let mut properties = Vec::new();
            let mut type_name = None;
            for (key, item) in collection::pairs(plain) {
                let name = to_text(cx, &key)?;
                if name.is("PSTypeName") {
                    type_name = Some(to_text(cx, &item)?);
                } else {
                    properties.push((name, item));
                }
            }
            let object = Obj::custom(properties.into_iter().collect::<PropertyBag>());
            if let Some(name) = type_name {
                let own = object.ty().hierarchy().map(|ty| ty.name().clone());
                object.attached_or_new().set_type_names(std::iter::once(name).chain(own).collect());
            }
            Ok(Value::Object(object))
        }
        Rule::Hook(hook) => match hook(cx, ty, value) {
            Ok(Some(converted)) => Ok(converted),
            Ok(None) => {
                let (next, _) = rule::figure_without_hook(value.ty(), ty);
                apply(cx, &next, value, ty)
            }
            Err(error) => Err(error::of_hook(cx, value, ty, error)),
        },
        Rule::Parse(method) => members::parse(cx, method, plain, ty),
        Rule::Constructor(method) => members::construct(cx, method, plain, ty),
        Rule::Cast(method) => members::cast(cx, method, plain, ty),
        Rule::ScriptClass => members::construct_class(cx, value, ty),
        Rule::Collection => collection::through_constructor(cx, value, ty),
        Rule::Properties => properties::create(cx, value, ty),
    }
}

/// The value as `int`, as a cast gives it.
pub fn to_int(cx: &mut dyn Context, value: &Value) -> Result<i32> {
    match value {
        Value::Int32(number) => Ok(*number),
        other => match to(cx, other, &known().int32)? {
            Value::Int32(number) => Ok(number),
            found => Err(error::last(cx, &found, &known().int32)),
        },
    }
}

/// The value as `long`, as a cast gives it.
pub fn to_long(cx: &mut dyn Context, value: &Value) -> Result<i64> {
    match value {
        Value::Int64(number) => Ok(*number),
        Value::Int32(number) => Ok(i64::from(*number)),
        other => match to(cx, other, &known().int64)? {
            Value::Int64(number) => Ok(number),
            found => Err(error::last(cx, &found, &known().int64)),
        },
    }
}

/// The value as `double`, as a cast gives it.
pub fn to_double(cx: &mut dyn Context, value: &Value) -> Result<f64> {
    match value {
        Value::Double(number) => Ok(*number),
        Value::Int32(number) => Ok(f64::from(*number)),
        other => match to(cx, other, &known().double)? {
            Value::Double(number) => Ok(number),
            found => Err(error::last(cx, &found, &known().double)),
        },
    }
}
