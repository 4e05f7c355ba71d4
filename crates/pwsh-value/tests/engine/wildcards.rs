//! Wildcards, against what the real engine matches (`fixtures/ops/wildcards.ps1`).

use crate::session::{Session, show_result};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, escape, has_wildcards, unescape};
use pwsh_value::{PsString, Value};

fn text(value: &serde_json::Value) -> PsString {
    value.as_str().unwrap().into()
}

#[test]
fn patterns_match_what_they_match_for_the_engine() {
    let mut cx = Session::new();
    let mut lines = include_str!("../../fixtures/ops/wildcards.jsonl")
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let texts: Vec<PsString> = lines.next().unwrap()["texts"].as_array().unwrap().iter().map(text).collect();
    let mut wrong = Vec::new();
    for row in lines {
        let pattern = text(&row["pattern"]);
        let mut expect = |what: &str, found: String, expected: String| {
            if found != expected {
                wrong.push(format!("{pattern:?} {what}: engine {expected}, ours {found}"));
            }
        };
        expect("wild", has_wildcards(&pattern).to_string(), row["wild"].as_bool().unwrap().to_string());
        expect("escaped", escape(&pattern).to_string(), text(&row["escaped"]).to_string());
        expect("unescaped", unescape(&pattern).to_string(), text(&row["unescaped"]).to_string());
        for (what, case) in [("like", Case::Ignore), ("clike", Case::Heed)] {
            let found = match Wildcard::new(&pattern, case) {
                Ok(wildcard) => {
                    let matching: Vec<&PsString> =
                        texts.iter().filter(|text| wildcard.matches(text)).collect();
                    format!("{matching:?}")
                }
                Err(error) => show_result(&mut cx, Err::<Value, _>(error)),
            };
            let expected = match row.get("error") {
                Some(error) => format!("!{}", error.as_str().unwrap()),
                None => format!("{:?}", row[what].as_array().unwrap().iter().map(text).collect::<Vec<_>>()),
            };
            expect(what, found, expected);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
