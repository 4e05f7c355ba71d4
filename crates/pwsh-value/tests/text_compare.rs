//! The order of strings against a table that a real .NET 10 with ICU wrote (`fixtures/text/compare.ps1`).

use pwsh_value::text::compare::linguistic::Comparer;
use pwsh_value::text::culture::Culture;
use serde_json::Value;

fn text(units: &Value) -> String {
    let units: Vec<u16> =
        units.as_array().unwrap().iter().map(|unit| unit.as_u64().unwrap() as u16).collect();
    String::from_utf16(&units).unwrap()
}

#[test]
fn every_pair_has_the_order_of_dotnet() {
    let path = format!("{}/../../fixtures/text/compare.jsonl", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(path).unwrap();
    let mut rows: Vec<Vec<Value>> = file.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let words: Vec<String> = rows.pop().unwrap().iter().map(text).collect();
    let (mut total, mut differences) = (0, Vec::new());
    for row in &rows {
        let left = text(&row[0]);
        let comparer = Comparer::of(&Culture::get(row[1].as_str().unwrap()).unwrap());
        for (at, wanted) in row[2].as_array().unwrap().iter().enumerate() {
            let right = &words[at / 2];
            let ignore_case = at % 2 == 1;
            let got = comparer.compare(left.as_bytes(), right.as_bytes(), ignore_case) as i64;
            total += 1;
            if got != wanted.as_i64().unwrap() {
                differences
                    .push(format!("{left:?} {right:?} ignore case {ignore_case}: {got}, .NET {wanted}"));
            }
        }
    }
    let shown: Vec<_> = differences.iter().take(60).map(String::as_str).collect();
    assert!(shown.is_empty(), "{} of {total} differ:\n{}", differences.len(), shown.join("\n"));
}
