//! Which of several overloads is called for every operand, against the choices of the real engine
//! (`fixtures/ops/overloads.ps1`).

use crate::operands::operands;
use crate::session::{Session, show_result};
use pwsh_value::bind::{self, Arguments, Overload, Role};
use pwsh_value::ty::Passing;
use pwsh_value::{Context, PsString, Type, Value};
use std::collections::HashMap;

struct Method(Vec<Type>);

impl Overload for Method {
    fn parameters(&self) -> &[Type] {
        &self.0
    }
    fn passing(&self, _: usize) -> Passing {
        Passing::Value
    }
    fn default(&self, _: usize) -> Option<&Value> {
        None
    }
    fn parameter_name(&self, index: usize) -> PsString {
        format!("p{index}").into()
    }
    fn definition(&self) -> PsString {
        PsString::empty()
    }
}

#[test]
fn the_overload_is_the_one_that_the_engine_chooses() {
    let mut cx = Session::new();
    let operands: HashMap<&str, Value> = operands().into_iter().collect();
    let (mut compared, mut wrong) = (0, Vec::new());
    for line in include_str!("../../fixtures/ops/overloads.jsonl").lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let methods: Vec<Method> = row["overloads"]
            .as_array()
            .unwrap()
            .iter()
            .map(|types| {
                let types = types.as_array().unwrap().iter();
                Method(types.map(|ty| cx.find_type(ty.as_str().unwrap()).expect("a type")).collect())
            })
            .collect();
        let first = row["first"].as_str();
        for (expected, names) in row["results"].as_object().unwrap() {
            for name in names.as_array().unwrap() {
                let name = name.as_str().unwrap();
                compared += 1;
                let args: Vec<Value> =
                    first.into_iter().chain([name]).map(|name| operands[name].clone()).collect();
                let chosen = bind::choose(&mut cx, Role::Method, "F", &methods, Arguments::plain(&args));
                let found = match chosen {
                    Ok(chosen) => chosen.index.to_string(),
                    Err(error) => show_result(&mut cx, Err(error)).chars().take(150).collect(),
                };
                if found != *expected {
                    let sets = &row["overloads"];
                    wrong.push(format!("{sets} ({args:?} {name})\n   engine {expected}\n   ours   {found}"));
                }
            }
        }
    }
    assert!(compared > 6_000, "{compared}");
    assert!(wrong.is_empty(), "{} of {compared} differ:\n{}", wrong.len(), wrong.join("\n"));
}
