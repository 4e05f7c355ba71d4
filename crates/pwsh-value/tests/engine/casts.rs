//! Every operand and many strings cast to many types, and how the engine ranks each conversion, against
//! results that the real engine wrote (`fixtures/ops/casts.ps1`).

use crate::operands::operands;
use crate::session::{Session, show_result};
use pwsh_value::convert::{self, rule};
use pwsh_value::{Context, Value};
use std::collections::HashMap;

fn rows() -> Vec<serde_json::Value> {
    let fixture = include_str!("../../fixtures/ops/casts.jsonl");
    fixture.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn value(operands: &HashMap<&str, Value>, name: &str) -> Value {
    name.strip_prefix("text:").map_or_else(|| operands[name].clone(), Value::str)
}

#[test]
fn every_cast_gives_what_the_engine_gives() {
    let mut cx = Session::new();
    let operands: HashMap<&str, Value> = operands().into_iter().collect();
    let (mut compared, mut wrong) = (0, Vec::new());
    for row in rows() {
        let target = row["to"].as_str().unwrap();
        let ty = cx.find_type(target).unwrap_or_else(|| panic!("no type {target}"));
        for (expected, names) in row["results"].as_object().unwrap() {
            for name in names.as_array().unwrap() {
                let name = name.as_str().unwrap();
                compared += 1;
                let result = convert::to(&mut cx, &value(&operands, name), &ty);
                let found: String = show_result(&mut cx, result).chars().take(150).collect();
                if found != *expected {
                    wrong.push(format!("[{target}] {name}\n   engine {expected}\n   ours   {found}"));
                }
            }
        }
    }
    assert!(compared > 2_000, "{compared}");
    assert!(wrong.is_empty(), "{} of {compared} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_conversion_has_the_engines_rank() {
    let mut cx = Session::new();
    let operands: HashMap<&str, Value> = operands().into_iter().collect();
    let (mut compared, mut wrong) = (0, Vec::new());
    for row in rows() {
        let target = row["to"].as_str().unwrap();
        let ty = cx.find_type(target).unwrap_or_else(|| panic!("no type {target}"));
        for (expected, names) in row["ranks"].as_object().unwrap() {
            for name in names.as_array().unwrap() {
                let name = name.as_str().unwrap();
                compared += 1;
                let (_, found) = rule::figure(operands[name].ty(), &ty);
                if found.0.to_string() != *expected {
                    wrong.push(format!("[{target}] {name}: engine {expected:?}, ours {}", found.0));
                }
            }
        }
    }
    assert!(compared > 1_000, "{compared}");
    assert!(wrong.is_empty(), "{} of {compared} differ:\n{}", wrong.len(), wrong.join("\n"));
}
