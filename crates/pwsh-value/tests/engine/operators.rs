//! Every binary operator over every pair of operands, against results that the real engine wrote
//! (`fixtures/ops/matrix.ps1`).

use crate::operands::operands;
use crate::session::{Session, show_result};
use pwsh_value::Value;
use pwsh_value::ops::{self, Case, Comparison, Op};
use std::collections::HashMap;

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
    let fixture = include_str!("../../fixtures/ops/matrix.jsonl");
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
