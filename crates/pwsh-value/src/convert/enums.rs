//! Enums: from names, numbers and lists, and back to text.

use super::error::{invalid_cast, undefined_enum};
use super::numeric::{integer_value, number_of, to_i128};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::string::PsString;
use crate::ty::{Type, known};
use crate::value::Value;

/// The text of an enum value: its name, for flags the names together, else the number.
pub(super) fn text(ty: &Type, number: i64) -> PsString {
    let Some((flags, values)) = ty.enum_values() else { return number.to_string().into() };
    if let Some((name, _)) = values.iter().find(|(_, value)| *value == number) {
        return name.clone();
    }
    let unsigned = ty.enum_underlying().is_some_and(|underlying| underlying == known().uint64);
    let bare = || if unsigned { (number as u64).to_string() } else { number.to_string() };
    if !flags || number == 0 {
        return bare().into();
    }
    // .NET takes the largest values first and writes them smallest first.
    let mut sorted: Vec<&(PsString, i64)> = values.iter().filter(|(_, value)| *value != 0).collect();
    sorted.sort_by_key(|(_, value)| *value as u64);
    let mut rest = number as u64;
    let mut names = Vec::new();
    for (name, value) in sorted.iter().rev() {
        let bits = *value as u64;
        if rest & bits == bits {
            rest &= !bits;
            names.push(name.to_string());
        }
    }
    if rest != 0 {
        return bare().into();
    }
    names.reverse();
    names.join(", ").into()
}

/// Names, separated by commas and maybe cut short, or a number in text.
pub(super) fn from_text(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    let text = value.as_string().cloned().unwrap_or_else(PsString::empty);
    let Some((flags, values)) = ty.enum_values() else { return Err(super::error::last(cx, value, ty)) };
    let shown = text.to_str().into_owned();
    let trimmed = shown.trim();
    if trimmed.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+')
        && let Ok(number) = trimmed.parse::<i128>()
    {
        let underlying = ty.enum_underlying().unwrap_or_else(|| known().int32.clone());
        let Some(number) = in_range(number, &underlying) else {
            let cause = Error::new(
                "System.OverflowException",
                format!(
                    "Value was either too large or too small for {}.",
                    super::numeric::article(&underlying)
                ),
            );
            return Err(invalid_cast(cx, "CaseSensitiveEnumParseThrewAnException", value, ty, &cause));
        };
        if !is_defined(flags, &values, number) {
            return Err(undefined_enum("EnumParseUndefined", &shown, ty));
        }
        return Ok(Value::enumeration(ty, number));
    }
    let mut number = 0;
    let exact = !trimmed.is_empty()
        && trimmed.split(',').all(|part| match named(&values, part.trim()) {
            Some(value) => {
                number |= value;
                true
            }
            None => false,
        });
    if exact {
        return Ok(Value::enumeration(ty, number));
    }
    if let Some(number) = preferred(ty, &values, &shown) {
        return Ok(Value::enumeration(ty, number));
    }
    match by_prefix(&values, &shown) {
        Ok(number) => Ok(Value::enumeration(ty, number)),
        Err(message) => {
            let cause = Error::new("System.Management.Automation.RuntimeException", message);
            Err(invalid_cast(cx, "SubstringDisambiguationEnumParseThrewAnException", value, ty, &cause))
        }
    }
}

fn named(values: &[(PsString, i64)], part: &str) -> Option<i64> {
    let exact = values.iter().find(|(name, _)| *name == part);
    exact.or_else(|| values.iter().find(|(name, _)| name.is(part))).map(|(_, value)| *value)
}

/// The names of `FileAttributes` that a beginning means although others begin so too.
fn preferred(ty: &Type, values: &[(PsString, i64)], text: &str) -> Option<i64> {
    if !ty.name().is("System.IO.FileAttributes") {
        return None;
    }
    let lower = text.to_lowercase();
    let name = ["Directory", "ReadOnly", "System"]
        .into_iter()
        .find(|name| name.to_lowercase().starts_with(&lower))?;
    named(values, name)
}

/// PowerShell's EnumMinimumDisambiguation: a beginning that fits one name only.
fn by_prefix(values: &[(PsString, i64)], shown: &str) -> Result<i64, String> {
    let lower = shown.to_lowercase();
    let fitting: Vec<&(PsString, i64)> =
        values.iter().filter(|(name, _)| name.to_str().to_lowercase().starts_with(&lower)).collect();
    let list = |names: &mut dyn Iterator<Item = &(PsString, i64)>| {
        names.map(|(name, _)| name.to_string()).collect::<Vec<_>>().join(", ")
    };
    match fitting[..] {
        [] => Err(format!(
            "Unable to match the identifier name {shown} to a valid enumerator name. Specify one of the following enumerator names and try again:\n{}",
            list(&mut values.iter())
        )),
        [(_, value)] => Ok(*value),
        _ => Err(format!(
            "The identifier name {shown} cannot be processed because it is either too similar or identical to the following enumerator names: {}. Use a more specific identifier name.",
            list(&mut fitting.into_iter())
        )),
    }
}

fn in_range(number: i128, underlying: &Type) -> Option<i64> {
    integer_value(number, underlying)?;
    Some(number as i64)
}

fn is_defined(flags: bool, values: &[(PsString, i64)], number: i64) -> bool {
    if values.iter().any(|(_, value)| *value == number) {
        return true;
    }
    let mask = values.iter().fold(0_i64, |mask, (_, value)| mask | value);
    flags && number & !mask == 0
}

/// A number.
pub(super) fn from_number(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    let Some((flags, values)) = ty.enum_values() else { return Err(super::error::last(cx, value, ty)) };
    let underlying = ty.enum_underlying().unwrap_or_else(|| known().int32.clone());
    let Some(number) = number_of(value).and_then(|number| to_i128(&number)) else {
        return Err(super::error::last(cx, value, ty));
    };
    let Some(number) = in_range(number, &underlying) else {
        let text = super::to_text(cx, value)?;
        return Err(undefined_enum("UndefinedIntegerToEnum", &text.to_str(), ty));
    };
    if is_defined(flags, &values, number) {
        return Ok(Value::enumeration(ty, number));
    }
    let text = super::to_text(cx, value)?;
    Err(undefined_enum("UndefinedIntegerToEnum", &text.to_str(), ty))
}

/// A list of names and numbers, taken together.
pub(super) fn from_list(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    let items = super::collection::items(cx, value)?;
    let mut names = Vec::new();
    for item in &items {
        let number =
            number_of(item).and_then(|number| to_i128(&number)).and_then(|number| i64::try_from(number).ok());
        names.push(match number {
            Some(number) => text(ty, number).to_string(),
            None => super::to_text(cx, item)?.to_string(),
        });
    }
    from_text(cx, &Value::str(names.join(",")), ty)
}
