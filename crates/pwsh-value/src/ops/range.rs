//! `..`

use crate::context::Context;
use crate::convert::{self, number_of};
use crate::error::{Error, Result};
use crate::object::Obj;
use crate::string::PsString;
use crate::text::culture::Culture;
use crate::text::number::NumberStyles;
use crate::text::number::parse::parse_integer;
use crate::value::Value;

/// The most elements that a range makes at once; .NET's bound for arrays.
const MOST: i64 = 0x7FFF_FFC7;

/// The numbers from `left` to `right`, up or down; characters if both are one character each.
pub(super) fn range(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    if let (Some(first), Some(last)) = (character(left), character(right)) {
        let units: Vec<Value> = if first <= last {
            (first..=last).map(Value::Char).collect()
        } else {
            (last..=first).rev().map(Value::Char).collect()
        };
        return Ok(Value::Object(Obj::array(units)));
    }
    let (first, last) = (bound(left)?, bound(right)?);
    let count = (i64::from(last) - i64::from(first)).abs() + 1;
    let refused = || Error::new("System.OutOfMemoryException", "Array dimensions exceeded supported range.");
    if count > MOST {
        return Err(refused());
    }
    let mut items = Vec::new();
    items.try_reserve_exact(count as usize).map_err(|_| refused())?;
    let step = if first <= last { 1 } else { -1 };
    let mut number = first;
    for done in 1..=count {
        items.push(Value::Int32(number));
        number = number.wrapping_add(step);
        if done % (1 << 20) == 0 {
            cx.poll()?;
        }
    }
    Ok(Value::Object(Obj::array(items)))
}

fn character(value: &Value) -> Option<u16> {
    match value.unwrapped() {
        Value::Char(unit) => Some(*unit),
        // A digit in quotes is a number: '1'..'3' counts.
        Value::String(text) if text.len() == 1 => text.unit(0).filter(|unit| !(0x30..=0x39).contains(unit)),
        _ => None,
    }
}

/// .NET's `Convert.ToInt32`, whose errors show through.
fn bound(value: &Value) -> Result<i32> {
    let overflow =
        || Error::new("System.OverflowException", "Value was either too large or too small for an Int32.");
    match value.unwrapped() {
        Value::Int32(number) => Ok(*number),
        Value::Null | Value::Void => Ok(0),
        Value::Bool(v) => Ok(i32::from(*v)),
        Value::String(text) => {
            parse_integer(&text.to_str(), NumberStyles::INTEGER, &Culture::invariant().number).map_err(
                |error| match error {
                    crate::text::number::parse::NumberParseError::Overflow { .. } => overflow(),
                    other => Error::new("System.FormatException", other.to_string()),
                },
            )
        }
        plain => match number_of(plain) {
            Some(convert::Number::Big(_)) | None => {
                let name = plain.ty().map(crate::ty::reflection_name).unwrap_or_else(PsString::empty);
                let name = if name.is("System.Management.Automation.PSCustomObject") {
                    "System.Management.Automation.PSObject".into()
                } else {
                    name
                };
                if let Value::DateTime(_) = plain {
                    let message = "Invalid cast from 'DateTime' to 'Int32'.";
                    return Err(Error::new("System.InvalidCastException", message));
                }
                let message =
                    format!("Unable to cast object of type '{name}' to type 'System.IConvertible'.");
                Err(Error::new("System.InvalidCastException", message))
            }
            Some(number) => {
                convert::to_i128(&number).and_then(|number| i32::try_from(number).ok()).ok_or_else(overflow)
            }
        },
    }
}
