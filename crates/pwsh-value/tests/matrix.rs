//! Every binary operator over every pair of operands, against results that the real engine wrote
//! (`fixtures/ops/matrix.ps1`).

mod session;

use pwsh_value::datetime::{DateTimeKind, TimeSpan};
use pwsh_value::ops::{self, Case, Comparison, Op};
use pwsh_value::payload::{Dictionary, Elements, Keys, List, PropertyBag};
use pwsh_value::ty::{known, named};
use pwsh_value::{DateTime, Obj, Value};
use session::{Session, show_result};
use std::collections::HashMap;

fn table(key: &str, value: i32) -> Value {
    let obj = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::IgnoreCase));
    obj.get::<Dictionary>().unwrap().set_str(key, Value::Int32(value));
    obj.into()
}

/// The operands of `matrix.ps1`, by its names and in its order.
fn operands() -> Vec<(&'static str, Value)> {
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

fn operator(text: &str) -> Op {
    use Comparison::*;
    match text {
        "+" => Op::Add,
        "-" => Op::Subtract,
        "*" => Op::Multiply,
        "/" => Op::Divide,
        "%" => Op::Remainder,
        ".." => Op::Range,
        "-join" => Op::Join,
        "-band" => Op::BitAnd,
        "-bor" => Op::BitOr,
        "-shl" => Op::ShiftLeft,
        "-shr" => Op::ShiftRight,
        "-eq" => Op::Compare(Equal, Case::Ignore),
        "-gt" => Op::Compare(Greater, Case::Ignore),
        "-lt" => Op::Compare(Less, Case::Ignore),
        "-like" => Op::Like(Case::Ignore),
        "-contains" => Op::Contains(Case::Ignore),
        "-xor" => Op::Xor,
        "-is" => Op::Is,
        "-as" => Op::As,
        "-f" => Op::Format,
        other => panic!("no operator {other}"),
    }
}

#[test]
fn every_operator_over_every_pair_gives_what_the_engine_gives() {
    let mut cx = Session::new();
    let fixture = include_str!("../fixtures/ops/matrix.jsonl");
    // Two of each, so that an object beside itself is another object.
    let lefts: HashMap<&str, Value> = operands().into_iter().collect();
    let rights: HashMap<&str, Value> = operands().into_iter().collect();
    let (mut compared, mut wrong) = (0, Vec::new());
    for line in fixture.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let (text, left_name) = (row["op"].as_str().unwrap(), row["left"].as_str().unwrap());
        for (expected, right_names) in row["results"].as_object().unwrap() {
            for right_name in right_names.as_array().unwrap() {
                let right_name = right_name.as_str().unwrap();
                compared += 1;
                let result = ops::binary(&mut cx, operator(text), &lefts[left_name], &rights[right_name]);
                let found: String = show_result(&mut cx, result).chars().take(150).collect();
                if found != *expected {
                    wrong.push(format!(
                        "{left_name} {text} {right_name}\n   engine {expected}\n   ours   {found}"
                    ));
                }
            }
        }
    }
    assert!(compared > 20_000, "{compared}");
    assert!(wrong.is_empty(), "{} of {compared} differ:\n{}", wrong.len(), wrong.join("\n"));
}
