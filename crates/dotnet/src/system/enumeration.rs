//! `System.Enum`: the base of all enums, .NET's and script's.

use crate::fault;
use crate::system::object;
use crate::system::object::type_argument;
use pwsh_value::payload::{EnumNumber, Reference};
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, known, method};
use pwsh_value::{Context, Error, Obj, PsString, Result, Type, Value};

/// `System.Enum`.
pub static ENUM: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.ValueType",
    interfaces: &["System.IComparable", "System.IFormattable", "System.IConvertible"],
    members: &[
        method("static string GetName(type enumType, System.Object value)", get_name),
        method("static string[] GetNames(type enumType)", get_names),
        method("static type GetUnderlyingType(type enumType)", get_underlying_type),
        method("static array GetValues(type enumType)", get_values),
        method("static array GetValuesAsUnderlyingType(type enumType)", get_values_as_underlying_type),
        method("bool HasFlag(System.Enum flag)", has_flag),
        method("static bool IsDefined(type enumType, System.Object value)", is_defined),
        method("static System.Object Parse(type enumType, string value)", parse),
        method("static System.Object Parse(type enumType, string value, bool ignoreCase)", parse),
        method("static bool TryParse(type enumType, string value, [ref] System.Object result)", try_parse),
        method(
            "static bool TryParse(type enumType, string value, bool ignoreCase, [ref] System.Object result)",
            try_parse,
        ),
        method("int CompareTo(System.Object target)", object::compare_to),
        method("string ToString()", to_string),
        method("string ToString(string format)", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("string ToString(string format, System.IFormatProvider provider)", to_string),
        method("static string Format(type enumType, System.Object value, string format)", static_format),
        method("System.TypeCode GetTypeCode()", get_type_code),
        method("static System.Object ToObject(type enumType, System.Object value)", to_object),
        method("static System.Object ToObject(type enumType, sbyte value)", to_object),
        method("static System.Object ToObject(type enumType, short value)", to_object),
        method("static System.Object ToObject(type enumType, int value)", to_object),
        method("static System.Object ToObject(type enumType, byte value)", to_object),
        method("static System.Object ToObject(type enumType, ushort value)", to_object),
        method("static System.Object ToObject(type enumType, uint value)", to_object),
        method("static System.Object ToObject(type enumType, long value)", to_object),
        method("static System.Object ToObject(type enumType, ulong value)", to_object),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Enum")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|cx, value| cx.to_text(value)),
    equals: Some(|_, a, b| Ok(a.ty() == b.ty() && number_of(a) == number_of(b))),
    hash_code: Some(|_, value| Ok(number_of(value).unwrap_or_default() as i32)),
    compare: Some(compare),
    ..Hooks::NONE
};

fn number_of(value: &Value) -> Option<i64> {
    value.cell().and_then(|obj| obj.get::<EnumNumber>()).map(|number| number.payload().0)
}

fn compare(_: &mut dyn Context, a: &Value, b: &Value) -> Result<i32> {
    if a.ty() != b.ty() {
        let name = |value: &Value| value.ty().map(|ty| ty.name().clone()).unwrap_or_else(PsString::empty);
        let text = format!(
            "Object must be the same type as the enum. The type passed in was '{}'; the enum type was '{}'.",
            name(b),
            name(a)
        );
        return Err(Error::argument(&text, ""));
    }
    Ok(number_of(a).cmp(&number_of(b)) as i32)
}

/// The enum type in argument `index`.
fn enum_type<'a>(call: &Call<'a>, index: usize) -> Result<&'a Type> {
    let ty = type_argument(call, index).ok_or_else(|| fault::null("enumType"))?;
    if !ty.is_enum() {
        return Err(fault::argument("Type provided must be an Enum.", "enumType"));
    }
    Ok(ty)
}

/// Names and numbers in the order of `[Enum]::GetNames`: by unsigned number.
fn ordered(ty: &Type) -> Vec<(PsString, i64)> {
    let (_, mut values) = ty.enum_values().unwrap_or_default();
    values.sort_by_key(|(_, number)| *number as u64);
    values
}

fn get_names(call: &mut Call<'_>) -> Result<Value> {
    let ty = enum_type(call, 0)?;
    Ok(Obj::strings(ordered(ty).into_iter().map(|(name, _)| name)).into())
}

fn get_values(call: &mut Call<'_>) -> Result<Value> {
    let ty = enum_type(call, 0)?;
    let values = ordered(ty).into_iter().map(|(_, number)| Value::enumeration(ty, number)).collect();
    Ok(Obj::typed_array(ty, values).into())
}

fn get_values_as_underlying_type(call: &mut Call<'_>) -> Result<Value> {
    let ty = enum_type(call, 0)?;
    let underlying = ty.enum_underlying().unwrap_or_else(|| known().int32.clone());
    let mut values = Vec::new();
    for (_, number) in ordered(ty) {
        values.push(call.cx.convert(&number.into(), &underlying)?);
    }
    Ok(Obj::typed_array(&underlying, values).into())
}

fn get_underlying_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(enum_type(call, 0)?.enum_underlying().map_or(Value::Null, Value::from))
}

fn get_name(call: &mut Call<'_>) -> Result<Value> {
    let ty = enum_type(call, 0)?;
    let value = call.arg(1);
    let number = integer(call.cx, value)?;
    Ok(ordered(ty).into_iter().find(|(_, n)| *n == number).map(|(name, _)| name).into())
}

/// The number of an enum value or an integer.
fn integer(cx: &mut dyn Context, value: &Value) -> Result<i64> {
    if let Some(number) = number_of(value) {
        return Ok(number);
    }
    match cx.convert(value, &known().int64)? {
        Value::Int64(number) => Ok(number),
        _ => Ok(0),
    }
}

fn is_defined(call: &mut Call<'_>) -> Result<Value> {
    let ty = enum_type(call, 0)?;
    let values = ordered(ty);
    Ok(match call.arg(1) {
        Value::Null | Value::Void => return Err(fault::null("value")),
        Value::String(name) => values.iter().any(|(n, _)| n == name),
        other => {
            let number = integer(call.cx, other)?;
            values.iter().any(|(_, n)| *n == number)
        }
    }
    .into())
}

fn to_object(call: &mut Call<'_>) -> Result<Value> {
    let ty = enum_type(call, 0)?;
    let number = match call.arg(1) {
        Value::UInt64(bits) => *bits as i64,
        other => integer(call.cx, other)?,
    };
    Ok(Value::enumeration(ty, number))
}

/// The number that text names: names (comma-separated) or an integer.
fn parse_number(ty: &Type, text: &PsString, ignore_case: bool) -> Result<i64> {
    let whole = text.to_str();
    if whole.trim().is_empty() {
        let message = "Must specify valid information for parsing in the string.";
        return Err(fault::argument(message, "value"));
    }
    if let Ok(number) = whole.trim().parse::<i64>() {
        return Ok(number);
    }
    let (_, values) = ty.enum_values().unwrap_or_default();
    let mut sum = 0;
    for part in whole.split(',') {
        let part: PsString = part.trim().into();
        let found =
            values.iter().find(|(name, _)| *name == part || ignore_case && name.eq_ignore_case(&part));
        match found {
            Some((_, number)) => sum |= number,
            None => {
                let text = format!("Requested value '{}' was not found.", part);
                return Err(Error::argument(&text, ""));
            }
        }
    }
    Ok(sum)
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    let (ty, text_at) = typed(call)?;
    let ignore_case = call.args.len() > text_at + 1 && call.bool(text_at + 1);
    if call.arg(text_at).is_null() {
        return Err(fault::null("value"));
    }
    Ok(Value::enumeration(ty, parse_number(ty, &call.str(text_at), ignore_case)?))
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    let (ty, text_at) = typed(call)?;
    let ignore_case = call.args.len() > text_at + 2 && call.bool(text_at + 1);
    let result = call.payload::<Reference>(call.args.len() - 1);
    let parsed = parse_number(ty, &call.str(text_at), ignore_case).ok();
    if let Some(result) = result {
        let generic = !call.type_args.is_empty();
        let none = if generic { Value::enumeration(ty, 0) } else { Value::Null };
        result.set(parsed.map_or(none, |number| Value::enumeration(ty, number)));
    }
    Ok(parsed.is_some().into())
}

/// The enum, given as a type argument or as the first argument, and where the text stands.
fn typed<'a>(call: &Call<'a>) -> Result<(&'a Type, usize)> {
    match call.type_args.first() {
        Some(ty) => Ok((ty, 0)),
        None => Ok((enum_type(call, 0)?, 1)),
    }
}

fn static_format(call: &mut Call<'_>) -> Result<Value> {
    let ty = enum_type(call, 0)?;
    let value = call.arg(1);
    let number = integer(call.cx, value)?;
    let format = call.str(2);
    formatted(call.cx, &Value::enumeration(ty, number), &format)
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let format = if call.args.is_empty() { PsString::empty() } else { call.str(0) };
    formatted(call.cx, call.this, &format)
}

fn formatted(cx: &mut dyn Context, value: &Value, format: &PsString) -> Result<Value> {
    let number = number_of(value).unwrap_or_default();
    match &*format.to_str() {
        "" | "G" | "g" | "F" | "f" => Ok(Value::String(cx.to_text(value)?)),
        "D" | "d" => Ok(Value::str(number.to_string())),
        "X" | "x" => {
            let underlying = value.ty().and_then(Type::enum_underlying);
            let k = known();
            let bytes = match underlying {
                Some(ty) if ty == k.byte || ty == k.sbyte => 1,
                Some(ty) if ty == k.int16 || ty == k.uint16 => 2,
                Some(ty) if ty == k.int64 || ty == k.uint64 => 8,
                _ => 4,
            };
            let mask = u64::MAX >> (64 - 8 * bytes);
            Ok(Value::str(format!("{:0width$X}", number as u64 & mask, width = bytes * 2)))
        }
        _ => Err(fault::format(
            "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".",
        )),
    }
}

fn has_flag(call: &mut Call<'_>) -> Result<Value> {
    let Some(flag) = number_of(call.arg(0)) else { return Err(fault::null("flag")) };
    if call.arg(0).ty() != call.this.ty() {
        let text = format!(
            "The argument type, '{}', is not the same as the enum type '{}'.",
            call.arg(0).ty().map_or("".into(), |ty| ty.name().clone()),
            call.ty.name()
        );
        return Err(Error::argument(&text, ""));
    }
    Ok((number_of(call.this).unwrap_or_default() & flag == flag).into())
}

fn get_type_code(call: &mut Call<'_>) -> Result<Value> {
    let underlying = call.this.ty().and_then(Type::enum_underlying);
    Ok(super::type_code::code_of(underlying.as_ref()))
}
