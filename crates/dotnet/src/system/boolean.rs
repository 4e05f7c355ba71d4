//! `System.Boolean`.

use crate::fault;
use crate::system::object;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, property};
use pwsh_value::{Error, Result, Value};

/// `System.Boolean`.
pub static BOOLEAN: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IConvertible",
        "System.IComparable[bool]",
        "System.IEquatable[bool]",
    ],
    members: &[
        property("static string TrueString {get;}", true_string),
        property("static string FalseString {get;}", false_string),
        method("string ToString()", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(bool obj)", object::equals),
        method("int CompareTo(System.Object obj)", object::compare_to),
        method("int CompareTo(bool value)", object::compare_to),
        method("static bool Parse(string value)", parse),
        method("static bool TryParse(string value, [ref] bool result)", try_parse),
        method("System.TypeCode GetTypeCode()", get_type_code),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.Boolean")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(if truth(value) { "True" } else { "False" }.into())),
    equals: Some(|_, a, b| Ok(a.same(b))),
    hash_code: Some(|_, value| Ok(truth(value).into())),
    compare: Some(|_, a, b| match b {
        Value::Bool(other) => Ok(truth(a).cmp(other) as i32),
        _ => Err(Error::argument("Object must be of type Boolean.", "")),
    }),
    default: Some(|| false.into()),
    ..Hooks::NONE
};

fn truth(value: &Value) -> bool {
    matches!(value, Value::Bool(true))
}

fn true_string(_: &mut Call<'_>) -> Result<Value> {
    Ok("True".into())
}

fn false_string(_: &mut Call<'_>) -> Result<Value> {
    Ok("False".into())
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    object::to_string(call)
}

/// The truth that text names, white space and nulls around it aside.
pub fn read(text: &str) -> Option<bool> {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    if trimmed.eq_ignore_ascii_case("true") {
        Some(true)
    } else if trimmed.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("value"));
    }
    let text = call.str(0);
    let parsed = read(&text.to_str());
    parsed.map(Value::from).ok_or_else(|| not_boolean(&text.to_str()))
}

/// The exception for text that names no truth.
pub fn not_boolean(text: &str) -> Error {
    fault::format(format!("String '{text}' was not recognized as a valid Boolean."))
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    let parsed = read(&call.str(0).to_str());
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(parsed.unwrap_or(false).into());
    }
    Ok(parsed.is_some().into())
}

fn get_type_code(call: &mut Call<'_>) -> Result<Value> {
    Ok(super::type_code::code_of(call.this.ty()))
}
