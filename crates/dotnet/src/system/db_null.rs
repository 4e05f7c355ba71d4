//! `System.DBNull`.

use super::object::Plain;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Obj, PsString, Result, Value};

/// `System.DBNull`.
pub static DB_NULL: FacadeType = FacadeType {
    interfaces: &["System.IConvertible"],
    members: &[
        property("static System.DBNull Value {get;}", value),
        method("string ToString()", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("System.TypeCode GetTypeCode()", get_type_code),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.DBNull")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, _| Ok(PsString::empty())),
    equals: Some(|_, a, b| Ok(a.ty() == b.ty())),
    hash_code: Some(|_, _| Ok(0)),
    ..Hooks::NONE
};

/// `DBNull.Value`.
pub fn db_null_object() -> Value {
    Obj::new(named("System.DBNull"), Plain).into()
}

fn value(_: &mut Call<'_>) -> Result<Value> {
    Ok(db_null_object())
}

fn to_string(_: &mut Call<'_>) -> Result<Value> {
    Ok("".into())
}

fn get_type_code(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.TypeCode"), 2))
}
