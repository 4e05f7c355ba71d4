//! The fuzz target's oracle over what is kept of its finds and seeds, and over the patterns of the fixtures.

use std::fs;
use std::path::Path;

use dotnet_regex::fuzzing::dotnet_regex;
use serde_json::Value;

#[test]
fn the_oracle_holds_for_what_was_hard() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/fuzz/dotnet_regex");
    let finds: Vec<_> = fs::read_dir(folder).expect("the finds").collect::<Result<_, _>>().expect("entries");
    assert!(!finds.is_empty());
    for find in finds {
        dotnet_regex(&fs::read(find.path()).expect("a find"));
    }
}

#[test]
fn the_oracle_holds_for_all_fixtures() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/regex");
    for file in ["constructs.json", "errors.json", "random.json"] {
        let text = fs::read_to_string(fixtures.join(file)).expect("the fixture");
        let cases: Vec<Value> = serde_json::from_str(&text).expect("JSON");
        for case in &cases {
            let options = case["options"].as_u64().unwrap_or_default() as u16;
            let pattern = case["pattern"].as_str().unwrap_or_default();
            let subject = case["subject"].as_str().unwrap_or_default();
            dotnet_regex(&[&options.to_le_bytes(), pattern.as_bytes(), b"\0", subject.as_bytes()].concat());
        }
    }
}
