//! The attributes that check an argument (`ValidateArgumentsAttribute`), in their own words.

use super::coerce::list_items;
use crate::command::Validation;
use crate::facade::session_state::execution_context;
use crate::runspace::Runspace;
use dotnet_regex::{Options, Subject};
use pwsh_value::ops::Case;
use pwsh_value::payload::Dictionary;
use pwsh_value::ty::known;
use pwsh_value::{Context, Error, PsString, Result, Type, Value, convert, ops};

/// Applies an attribute to an argument.
///
/// # Errors
/// `ValidationMetadataException` where the argument does not pass, with the text that a binding error quotes;
/// what a script of the attribute throws.
pub fn check(rs: &mut Runspace, validation: &Validation, value: &Value) -> Result<()> {
    match validation {
        Validation::AllowNull
        | Validation::AllowEmptyString
        | Validation::AllowEmptyCollection
        | Validation::TypeName(_)
        | Validation::Leaves(_) => Ok(()),
        Validation::NotNull => not_null(rs, value),
        Validation::NotNullOrEmpty => not_empty(rs, value, false),
        Validation::NotNullOrWhiteSpace => not_empty(rs, value, true),
        Validation::Count { min, max } => count(rs, value, *min, *max),
        Validation::Custom(attribute) => custom(rs, attribute, value),
        Validation::Set { .. }
        | Validation::Range { .. }
        | Validation::RangeKind(_)
        | Validation::Length { .. }
        | Validation::Pattern { .. }
        | Validation::Script { .. } => each(rs, value, |rs, element| check_element(rs, validation, element)),
    }
}

fn failed(id: &str, message: impl Into<PsString>) -> Error {
    Error::new("System.Management.Automation.ValidationMetadataException", message).id(id)
}

const NO_NULL_IN_COLLECTION: &str = "The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.";
const NOT_NULL: &str =
    "The argument is null. Provide a valid value for the argument, and then try running the command again.";

/// Runs a check over the elements of a collection, or over the value itself.
fn each(
    rs: &mut Runspace,
    value: &Value,
    mut check: impl FnMut(&mut Runspace, &Value) -> Result<()>,
) -> Result<()> {
    if value.is_null() {
        return Err(failed("ArgumentIsEmpty", NO_NULL_IN_COLLECTION));
    }
    match rs.enumerable(value)? {
        Some(items) => items.iter().try_for_each(|item| check(rs, item)),
        None => check(rs, value),
    }
}

fn check_element(rs: &mut Runspace, validation: &Validation, element: &Value) -> Result<()> {
    if element.is_null() {
        return Err(failed("ArgumentIsEmpty", NOT_NULL));
    }
    match validation {
        Validation::Set { values, ignore_case, message } => {
            let text = convert::to_text(rs, element)?;
            let case = if *ignore_case { Case::Ignore } else { Case::Heed };
            if values.iter().any(|v| ops::compare::strings_equal(case, v, &text)) {
                return Ok(());
            }
            let list = values.iter().map(|v| v.to_string()).collect::<Vec<_>>().join(",");
            Err(failed(
                "ValidateSetFailure",
                formatted(message.as_ref(), &text, &list.into(), |a, b| {
                    format!(
                        "The argument \"{a}\" does not belong to the set \"{b}\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again."
                    )
                }),
            ))
        }
        Validation::Pattern { pattern, case_sensitive, message } => {
            let text = convert::to_text(rs, element)?;
            let options = if *case_sensitive { Options::NONE } else { Options::IGNORE_CASE };
            let regex = rs.regex(pattern, options)?;
            let mut units = Vec::new();
            let subject = Subject::from_wtf8(text.as_wtf8(), &mut units);
            let matches = regex
                .is_match(subject, regex.default_start(subject), &*rs.attention)
                .map_err(|error| failed("ValidatePatternFailure", error.to_string()))?;
            if matches {
                return Ok(());
            }
            Err(failed(
                "ValidatePatternFailure",
                formatted(message.as_ref(), &text, pattern, |a, b| {
                    format!(
                        "The argument \"{a}\" does not match the \"{b}\" pattern. Supply an argument that matches \"{b}\" and try the command again."
                    )
                }),
            ))
        }
        Validation::Script { block, message } => {
            let result = rs.call_block_with_item(block, element.clone())?;
            if convert::to_bool(&result) {
                return Ok(());
            }
            let (text, script) = (convert::to_text(rs, element)?, convert::to_text(rs, block)?);
            Err(failed(
                "ValidateScriptFailure",
                formatted(message.as_ref(), &text, &script, |a, b| {
                    format!(
                        "The \"{b}\" validation script for the argument with value \"{a}\" did not return a result of True. Determine why the validation script failed, and then try the command again."
                    )
                }),
            ))
        }
        Validation::Length { min, max } => length(element, *min, *max),
        Validation::Range { min, max } => range(rs, element, min, max),
        Validation::RangeKind(kind) => range_kind(rs, element, kind),
        _ => Ok(()),
    }
}

/// The attribute's own message, `{0}` and `{1}` replaced, or the usual one.
fn formatted(
    own: Option<&PsString>,
    first: &PsString,
    second: &PsString,
    usual: impl FnOnce(&PsString, &PsString) -> String,
) -> String {
    match own.filter(|text| !text.is_empty()) {
        Some(own) => own.to_str().replace("{0}", &first.to_str()).replace("{1}", &second.to_str()),
        None => usual(first, second),
    }
}

fn not_null(rs: &mut Runspace, value: &Value) -> Result<()> {
    if value.is_null() {
        return Err(failed("ArgumentIsNull", NOT_NULL));
    }
    if rs.enumerable(value)?.is_some_and(|items| items.iter().any(Value::is_null)) {
        return Err(failed(
            "ArgumentIsNull",
            "The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that does not contain any null values, and then try the command again.",
        ));
    }
    Ok(())
}

fn not_empty(rs: &mut Runspace, value: &Value, white_space_too: bool) -> Result<()> {
    let blank = |text: &PsString| {
        if white_space_too { text.to_str().chars().all(char::is_whitespace) } else { text.is_empty() }
    };
    let usual = if white_space_too {
        "The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again."
    } else {
        "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again."
    };
    if value.is_null() {
        let text = "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.";
        return Err(failed("ArgumentIsNull", text));
    }
    if let Some(text) = value.as_string() {
        return if blank(text) { Err(failed("ArgumentIsEmpty", usual)) } else { Ok(()) };
    }
    let items = match rs.enumerable(value)? {
        Some(items) => items,
        None if value.as_object().is_some_and(|o| o.get::<Dictionary>().is_some_and(|d| d.is_empty())) => {
            Vec::new()
        }
        None => return Ok(()),
    };
    if items.is_empty() {
        return Err(failed("ArgumentIsEmpty", NO_NULL_IN_COLLECTION));
    }
    for item in &items {
        if item.is_null() {
            return Err(failed("ArgumentIsNull", NO_NULL_IN_COLLECTION));
        }
        if item.as_string().is_some_and(blank) {
            let text = if white_space_too {
                "An element of the argument collection is null, empty, or consists of only white-space characters. Supply a collection that does not contain any those values and then try the command again."
            } else {
                NO_NULL_IN_COLLECTION
            };
            return Err(failed("ArgumentCollectionContainsEmpty", text));
        }
    }
    Ok(())
}

fn count(rs: &mut Runspace, value: &Value, min: i32, max: i32) -> Result<()> {
    let dictionary = value.as_object().and_then(|o| o.get::<Dictionary>()).map(|d| d.len());
    let count = match (list_items(value), dictionary) {
        (Some(items), _) => items.len(),
        (None, Some(count)) => count,
        (None, None) if value.is_null() => 0,
        (None, None) => match (rs.enumerable(value)?, value.as_string()) {
            (Some(items), _) => items.len(),
            (None, Some(text)) => text.len(),
            (None, None) => {
                return Err(failed(
                    "NotAnArrayParameter",
                    "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or make the parameter an array parameter.",
                ));
            }
        },
    };
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    if (min..=max).contains(&count) {
        return Ok(());
    }
    Err(if min == max {
        let text = format!("The parameter requires exactly {max} value(s) - {count} value(s) were provided.");
        failed("ValidateCountExactFailure", text)
    } else {
        let text = format!(
            "The parameter requires at least {min} value(s) and no more than {max} value(s) - {count} value(s) were provided."
        );
        failed("ValidateCountMinMaxFailure", text)
    })
}

fn length(element: &Value, min: i32, max: i32) -> Result<()> {
    let Some(text) = element.as_string() else {
        return Err(failed(
            "ValidateLengthNotString",
            "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter.",
        ));
    };
    let length = i32::try_from(text.len()).unwrap_or(i32::MAX);
    if length < min {
        let text = format!(
            "The character length ({length}) of the argument is too short. Specify an argument with a length that is greater than or equal to \"{min}\", and then try the command again."
        );
        return Err(failed("ValidateLengthMinLengthFailure", text));
    }
    if length > max {
        let text = format!(
            "The character length ({length}) of the argument is too long. Specify an argument with a length that is shorter than or equal to \"{max}\", and then try the command again."
        );
        return Err(failed("ValidateLengthMaxLengthFailure", text));
    }
    Ok(())
}

fn range(rs: &mut Runspace, element: &Value, min: &Value, max: &Value) -> Result<()> {
    let (Some(low), Some(high)) = (min.ty(), max.ty()) else { return Ok(()) };
    let ty = if low == high { low.clone() } else { common_type(low, high).unwrap_or_else(|| low.clone()) };
    let element = match convert::to(rs, element.unwrapped(), &ty) {
        Ok(element) => element,
        Err(error) if error.thrown().is_some() => return Err(wrong_type(element, low)),
        Err(error) => return Err(error),
    };
    let (min, max) = (convert::to(rs, min, &ty)?, convert::to(rs, max, &ty)?);
    if rs.compare(&min, &element)? > 0 {
        let (shown, limit) = (convert::to_text(rs, &element)?, convert::to_text(rs, &min)?);
        let text = format!(
            "The {shown} argument is less than the minimum allowed range of {limit}. Supply an argument that is greater than or equal to {limit} and then try the command again."
        );
        return Err(failed("ValidateRangeTooSmall", text));
    }
    if rs.compare(&max, &element)? < 0 {
        let (shown, limit) = (convert::to_text(rs, &element)?, convert::to_text(rs, &max)?);
        let text = format!(
            "The {shown} argument is greater than the maximum allowed range of {limit}. Supply an argument that is less than or equal to {limit} and then try the command again."
        );
        return Err(failed("ValidateRangeTooBig", text));
    }
    Ok(())
}

fn range_kind(rs: &mut Runspace, element: &Value, kind: &PsString) -> Result<()> {
    let plain = element.unwrapped();
    let (element, zero) = if let Value::TimeSpan(_) = plain {
        (plain.clone(), convert::to(rs, &Value::Int32(0), &known().timespan)?)
    } else {
        let found = plain.ty().unwrap_or(&known().object);
        let ty = common_type(&known().int32, found).ok_or_else(|| wrong_type(plain, &known().int32))?;
        (convert::to(rs, plain, &ty)?, convert::to(rs, &Value::Int32(0), &ty)?)
    };
    let order = rs.compare(&element, &zero)?;
    let (holds, what) = match &*kind.to_str().to_ascii_lowercase() {
        "positive" => (order > 0, "greater than zero"),
        "nonnegative" => (order >= 0, "greater than or equal to zero"),
        "negative" => (order < 0, "less than zero"),
        _ => (order <= 0, "less than or equal to zero"),
    };
    if holds {
        return Ok(());
    }
    let shown = convert::to_text(rs, &element)?;
    let text = format!("The argument \"{shown}\" cannot be validated because its value is not {what}.");
    Err(failed(&format!("ValidateRange{kind}Failure"), text))
}

fn wrong_type(element: &Value, wanted: &Type) -> Error {
    let found = element.ty().map_or_else(PsString::empty, Type::short_name);
    let wanted = wanted.short_name();
    let text = format!(
        "The argument cannot be validated because its type \"{found}\" is not the same type ({wanted}) as the maximum and minimum limits of the parameter. Make sure the argument is of type {wanted} and then try the command again."
    );
    failed("ValidationRangeElementType", text)
}

/// The type in which numbers of two types are compared; `None` where one is no number.
fn common_type(a: &Type, b: &Type) -> Option<Type> {
    let k = known();
    // In the order of .NET's type codes.
    let codes = [
        &k.sbyte, &k.byte, &k.int16, &k.uint16, &k.int32, &k.uint32, &k.int64, &k.uint64, &k.single,
        &k.double, &k.decimal,
    ];
    let code = |ty: &Type| codes.iter().position(|c| *c == ty);
    let (a, b) = (code(a)?, code(b)?);
    let signed = |code: usize| matches!(code, 0 | 2 | 4 | 6);
    Some(match a.max(b) {
        0..=4 => k.int32.clone(),
        5 | 7 if signed(a) || signed(b) => k.double.clone(),
        5 => k.uint32.clone(),
        6 => k.int64.clone(),
        7 => k.uint64.clone(),
        10 => k.decimal.clone(),
        _ => k.double.clone(),
    })
}

fn derives_from(attribute: &Value, name: &str) -> bool {
    attribute.ty().is_some_and(|ty| {
        ty.hierarchy().any(|t| t.name().is(&format!("System.Management.Automation.{name}")))
    })
}

/// Whether a script's attribute changes arguments instead of checking them.
pub(super) fn is_transformation(attribute: &Value) -> bool {
    derives_from(attribute, "ArgumentTransformationAttribute")
}

fn custom(rs: &mut Runspace, attribute: &Value, value: &Value) -> Result<()> {
    if is_transformation(attribute) {
        return Ok(());
    }
    if derives_from(attribute, "ValidateEnumeratedArgumentsAttribute") {
        return each(rs, value, |rs, element| {
            rs.call_method(attribute, "ValidateElement", vec![element.clone()]).map(drop)
        });
    }
    let context = execution_context(rs.home_of_current());
    rs.call_method(attribute, "Validate", vec![value.clone(), context]).map(drop)
}
