//! `-f`

use super::compare::enumerated;
use crate::context::Context;
use crate::convert::{self, Number, number_of};
use crate::error::{Category, Error, Result};
use crate::object::Obj;
use crate::payload::{Exception, PropertyBag};
use crate::string::PsString;
use crate::text::composite::{CompositeError, Part, Parts, align};
use crate::text::culture::Culture;
use crate::text::date::{Zone, write_date_time, write_time_span};
use crate::text::number::{self, format_number};
use crate::ty;
use crate::value::Value;
use std::sync::Arc;

/// A composite format filled with the elements of `right`, in the session's culture.
pub(super) fn format(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    let text = convert::to_text(cx, left)?;
    let args = match enumerated(cx, right)? {
        Some(items) => items,
        None => vec![right.clone()],
    };
    fill(cx, &text.to_str(), &args).map_err(|error| {
        let ours =
            error.thrown().and_then(|thrown| thrown.id.as_ref()).is_some_and(|id| id.is("FormatError"));
        if ours { error.target(text) } else { error }
    })
}

fn fill(cx: &mut dyn Context, text: &str, args: &[Value]) -> Result<Value> {
    let culture = Culture::get(&cx.process().culture()).unwrap_or_else(|_| Arc::clone(Culture::invariant()));
    let mut out = String::with_capacity(text.len() + 16);
    for part in Parts::new(text) {
        match part.map_err(|error| failed(&error.to_string()))? {
            Part::Literal(literal) => out.push_str(literal),
            Part::Item { index, alignment, format } => {
                let arg =
                    args.get(index).ok_or_else(|| failed(&CompositeError::IndexOutOfRange.to_string()))?;
                let start = out.len();
                write(cx, arg, format, &culture, &mut out)?;
                align(&mut out, start, alignment);
            }
        }
    }
    Ok(Value::str(out))
}

fn failed(message: &str) -> Error {
    let message = format!("Error formatting a string: {message}.");
    Error::runtime("FormatError", message).category(Category::InvalidOperation)
}

/// One argument by .NET's `IFormattable.ToString(format, culture)`, else its `ToString()`.
fn write(
    cx: &mut dyn Context,
    value: &Value,
    format: &str,
    culture: &Arc<Culture>,
    out: &mut String,
) -> Result<()> {
    let plain = value.unwrapped();
    let info = &culture.number;
    match plain {
        Value::Null | Value::Void => return Ok(()),
        Value::Bool(_) | Value::Char(_) | Value::String(_) => {
            out.push_str(&convert::simple_text(plain).unwrap_or_else(PsString::empty).to_str());
            return Ok(());
        }
        _ => {}
    }
    let dated = match plain {
        Value::DateTime(date) => {
            let zone = cx.process().env("TZ").map(|name| name.to_string_lossy().into_owned());
            Some(write_date_time(*date, format, &culture.date, &Zone::of_variable(zone.as_deref()), out))
        }
        Value::TimeSpan(span) => Some(write_time_span(*span, format, info, out)),
        _ => None,
    };
    if let Some(result) = dated {
        return result.map_err(|error| failed(&error.to_string()));
    }
    let is_enum = plain.ty().is_some_and(ty::Type::is_enum);
    if let (false, Some(number)) = (is_enum, number_of(plain)) {
        let formatted = match &number {
            Number::Integer(value) => {
                let bits = bits(plain);
                format_number(number::Number::Integer { value: *value, bits }, format, info, out)
            }
            Number::Single(value) => format_number(number::Number::Single(*value), format, info, out),
            Number::Double(value) => format_number(number::Number::Double(*value), format, info, out),
            Number::Decimal(value) => format_number(number::Number::Decimal(value), format, info, out),
            Number::Big(value) => format_number(number::Number::Big(value), format, info, out),
        };
        return formatted.map_err(|error| failed(&error.to_string()));
    }
    let text = object_text(cx, plain, format)?;
    out.push_str(&text.to_str());
    Ok(())
}

fn bits(value: &Value) -> u32 {
    match value {
        Value::Int8(_) | Value::UInt8(_) => 8,
        Value::Int16(_) | Value::UInt16(_) => 16,
        Value::Int64(_) | Value::UInt64(_) => 64,
        _ => 32,
    }
}

/// Dates, spans, enums and other types that take a format do so by their own `ToString(string)`.
fn object_text(cx: &mut dyn Context, value: &Value, format: &str) -> Result<PsString> {
    if value.cell().is_some_and(|obj| obj.get::<PropertyBag>().is_some()) {
        return convert::to_text(cx, value);
    }
    let formattable = value.ty().is_some_and(|ty| {
        ty.is_enum()
            || ty::lookup("System.IFormattable").is_some_and(|interface| interface.is_assignable_from(ty))
    });
    let takes_format = value.ty().is_some_and(|ty| {
        let one_text = |m: &ty::Callable| m.parameters.len() == 1 && m.parameters[0] == ty::known().string;
        ty.members().methods("ToString", false).iter().any(one_text)
    });
    if formattable && takes_format {
        let text = cx.call_method(value, "ToString", vec![Value::str(format)]);
        return match text {
            Ok(text) => convert::to_text(cx, &text),
            Err(error) => Err(inner_failure(error)),
        };
    }
    convert::dotnet_text(cx, value)
}

/// What the argument's `ToString` threw, without the wrapping of the call.
fn inner_failure(error: Error) -> Error {
    let Some(thrown) = error.thrown() else { return error };
    let cause: Option<Obj> = thrown.exception.get::<Exception>().and_then(|e| e.payload().inner().cloned());
    let exception = cause.unwrap_or_else(|| thrown.exception.clone());
    let message = exception.get::<Exception>().map(|e| e.message()).unwrap_or_else(PsString::empty);
    failed(&message.to_str())
}
