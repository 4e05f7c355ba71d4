//! The errors of conversions, in PowerShell's words.

use super::rule;
use crate::context::Context;
use crate::error::{Category, Error, Result};
use crate::object::Obj;
use crate::payload::{Array, Dictionary, Exception, List, PropertyBag, Switch, TypeObject};
use crate::string::PsString;
use crate::ty::{self, Type, known, reflection_name};
use crate::value::Value;

const INVALID_CAST: &str = "System.Management.Automation.PSInvalidCastException";

fn failure(id: &str, message: String, inner: Option<Obj>) -> Error {
    Error::throw(Exception::object(ty::named(INVALID_CAST), message.into(), inner))
        .id(id)
        .category(Category::InvalidArgument)
}

/// `Cannot convert value "x" to type "T". Error: "..."`, with the cause as the inner exception. What is no
/// exception (a stop request) passes as it is.
pub(crate) fn invalid_cast(cx: &mut dyn Context, id: &str, value: &Value, to: &Type, cause: &Error) -> Error {
    let text = dotnet_text(cx, value).unwrap_or_else(|_| PsString::empty());
    let message = format!(
        "Cannot convert value \"{text}\" to type \"{}\". Error: \"{}\"",
        reflection_name(to),
        cause.message()
    );
    failure(id, message, cause.thrown().map(|thrown| thrown.exception.clone()))
}

/// Wraps an error of a member that converts; what is no exception passes.
pub(super) fn wrap(cx: &mut dyn Context, id: &str, value: &Value, to: &Type, cause: Error) -> Error {
    if cause.thrown().is_none() { cause } else { invalid_cast(cx, id, value, to, &cause) }
}

/// The last word: no rule converts the value.
pub(crate) fn last(cx: &mut dyn Context, value: &Value, to: &Type) -> Error {
    let Some(from) = value.ty().cloned() else {
        return match null(cx, to) {
            Err(error) => error,
            Ok(_) => failure("ConvertToFinalInvalidCastException", String::new(), None),
        };
    };
    let (from, to) = (reflection_name(&from), reflection_name(to));
    // What was meant as a secret is not shown.
    let secret = ["System.Security.SecureString", "System.Management.Automation.PSCredential"];
    let shown = match secret.iter().any(|name| to == *name) {
        true => "value".to_owned(),
        false => format!("\"{}\" value", dotnet_text(cx, value).unwrap_or_else(|_| PsString::empty())),
    };
    let message = format!("Cannot convert the {shown} of type \"{from}\" to type \"{to}\".");
    failure("ConvertToFinalInvalidCastException", message, None)
}

/// A string that names no type.
pub(super) fn no_type(text: &str) -> Error {
    let message =
        format!("Cannot convert the \"{text}\" value of type \"System.String\" to type \"System.Type\".");
    failure("InvalidCastFromStringToType", message, None)
}

/// `IConvertible` of a type that has no conversion to `to`.
pub(super) fn convertible(cx: &mut dyn Context, value: &Value, to: &Type) -> Error {
    let from = value.ty().cloned().unwrap_or_else(|| known().object.clone());
    let k = known();
    let short = (rule::is_number(to) && *to != k.big_integer) || *to == k.char || *to == k.datetime;
    let text = if from == k.big_integer {
        "Object must implement IConvertible.".to_owned()
    } else if short {
        format!("Invalid cast from '{}' to '{}'.", from.short_name(), to.short_name())
    } else {
        format!("Invalid cast from '{}' to '{}'.", reflection_name(&from), reflection_name(to))
    };
    let cause = Error::new("System.InvalidCastException", text);
    invalid_cast(cx, "InvalidCastIConvertible", value, to, &cause)
}

/// Null as a value of type `to`, or the error that there is none.
pub(super) fn null(cx: &mut dyn Context, to: &Type) -> Result<Value> {
    let k = known();
    if *to == k.string {
        return Ok(Value::String(PsString::empty()));
    }
    if *to == k.boolean {
        return Ok(Value::Bool(false));
    }
    if *to == k.switch_parameter {
        return Ok(Value::Object(Obj::new(to.clone(), Switch(false))));
    }
    if *to == k.char || rule::is_number(to) {
        return super::numeric::to_number(cx, &Value::Int32(0), to);
    }
    if to.is_enum() {
        let names = to.enum_values().map(|(_, values)| values).unwrap_or_default();
        let names: Vec<String> = names.iter().map(|(name, _)| name.to_string()).collect();
        let message = format!(
            "Cannot convert null to type \"{}\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are \"{}\".",
            reflection_name(to),
            names.join(",")
        );
        return Err(failure("nullToEnumInvalidCast", message, None));
    }
    if to.is_value_type() && rule::nullable(to).is_none() {
        let message = format!("Cannot convert null to type \"{}\".", reflection_name(to));
        return Err(failure("nullToObjectInvalidCast", message, None));
    }
    Ok(Value::Null)
}

/// An error of a facade type's own conversion.
pub(super) fn of_hook(cx: &mut dyn Context, value: &Value, to: &Type, error: Error) -> Error {
    let Some(thrown) = error.thrown() else { return error };
    if thrown.exception.ty().name().is(INVALID_CAST) {
        return error;
    }
    let k = known();
    let id = if *to == k.regex {
        "InvalidCastFromStringToRegex"
    } else if *to == k.xml_document {
        "InvalidCastToXmlDocument"
    } else if [&k.datetime, &k.timespan, &k.guid].contains(&to) {
        "InvalidCastParseTargetInvocationWithFormatProvider"
    } else {
        "InvalidCastParseTargetInvocation"
    };
    wrap(cx, id, value, to, error)
}

/// Numbers that are no value of an enum.
pub(super) fn undefined_enum(id: &str, text: &str, to: &Type) -> Error {
    let names = to.enum_values().map(|(_, values)| values).unwrap_or_default();
    let names: Vec<String> = names.iter().map(|(name, _)| name.to_string()).collect();
    let message = format!(
        "Cannot convert value \"{text}\" to type \"{}\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are \"{}\".",
        reflection_name(to),
        names.join(",")
    );
    failure(id, message, None)
}

/// The properties of an object that is being made could not be set.
pub(super) fn object_creation(to: &Type, reason: &str, inner: Option<Obj>) -> Error {
    let message = format!("Cannot create object of type \"{}\". {reason}", reflection_name(to));
    failure("ObjectCreationError", message, inner)
}

/// .NET's `ToString()`: what errors quote. Lists and dictionaries are their type's name.
pub(crate) fn dotnet_text(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    match value.unwrapped() {
        Value::Double(v) => {
            let mut text = String::new();
            crate::text::number::write_double(
                *v,
                &crate::text::culture::Culture::invariant().number,
                &mut text,
            );
            Ok(text.into())
        }
        Value::Single(v) => {
            let mut text = String::new();
            crate::text::number::write_single(
                *v,
                &crate::text::culture::Culture::invariant().number,
                &mut text,
            );
            Ok(text.into())
        }
        Value::Object(obj) => {
            if let Some(ty) = obj.get::<TypeObject>() {
                return Ok(reflection_name(&ty.0));
            }
            if obj.get::<PropertyBag>().is_some() {
                return super::to_text(cx, value);
            }
            let opaque = obj.get::<Array>().is_some()
                || obj.get::<List>().is_some()
                || obj.get::<Dictionary>().is_some();
            if opaque && obj.ty().hook(|h| h.to_string).is_none() && obj.ty().defined().is_none() {
                return Ok(reflection_name(obj.ty()));
            }
            super::text::object_text(cx, value, obj)
        }
        _ => super::to_text(cx, value),
    }
}
