//! The operands of the tables in `fixtures/ops`; `operands.ps1` there has the same.

use pwsh_value::datetime::{DateTimeKind, TimeSpan};
use pwsh_value::payload::{Dictionary, Elements, Keys, List, PropertyBag};
use pwsh_value::ty::{known, named};
use pwsh_value::{DateTime, Obj, Value};

fn table(key: &str, value: i32) -> Value {
    let obj = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::IgnoreCase));
    obj.get::<Dictionary>().unwrap().set_str(key, Value::Int32(value));
    obj.into()
}

/// The operands, by name and in order.
pub fn operands() -> Vec<(&'static str, Value)> {
    let custom: PropertyBag = [("A", Value::Int32(1)), ("B", Value::str("x"))].into_iter().collect();
    let list = List::new(Elements::Values(vec![Value::Int32(1), Value::str("b")]));
    vec![
        ("null", Value::Null),
        ("zero", Value::Int32(0)),
        ("one", Value::Int32(1)),
        ("minus7", Value::Int32(-7)),
        ("intmax", Value::Int32(i32::MAX)),
        ("long", Value::Int64(5)),
        ("longmax", Value::Int64(i64::MAX)),
        ("byte", Value::UInt8(200)),
        ("sbyte", Value::Int8(-5)),
        ("short", Value::Int16(300)),
        ("ushort", Value::UInt16(60_000)),
        ("uint", Value::UInt32(4_000_000_000)),
        ("ulong", Value::UInt64(u64::MAX)),
        ("single", Value::Single(1.5)),
        ("double", Value::Double(2.5)),
        ("decimal", "1.50".parse::<rust_decimal::Decimal>().unwrap().into()),
        ("big", "12345678901234567890123".parse::<num_bigint::BigInt>().unwrap().into()),
        ("true", Value::Bool(true)),
        ("false", Value::Bool(false)),
        ("char", Value::Char(u16::from(b'a'))),
        ("abc", Value::str("abc")),
        ("twelve", Value::str("12")),
        ("onehalf", Value::str(" 1.5")),
        ("empty", Value::str("")),
        ("array", Obj::array(vec![Value::Int32(1), Value::Int32(2), Value::str("abc")]).into()),
        ("none", Obj::array(Vec::new()).into()),
        ("hash", table("a", 1)),
        ("hash2", table("b", 2)),
        ("custom", Obj::custom(custom).into()),
        ("date", Value::DateTime(DateTime::new(638_422_920_000_000_000, DateTimeKind::Unspecified).unwrap())),
        ("span", Value::TimeSpan(TimeSpan(54_000_000_000))),
        ("friday", Value::enumeration(&named("System.DayOfWeek"), 5)),
        ("hidden", Value::enumeration(&named("System.IO.FileAttributes"), 3)),
        ("int", Value::from(known().int32.clone())),
        ("list", Obj::new(known().array_list.clone(), list).into()),
    ]
}
