//! Every case of `fixtures/regex` against what .NET 10 answered to it (fixtures/regex/README.md).

use dotnet_regex::{
    Captures, CaseBehavior, MatchError, NeverStop, Options, Regex, Replacement, Span, Subject,
};
use serde_json::{Value, json};

/// The UTF-16 units of a fixture's text: a string, or a list of units where it is no valid Unicode.
fn units(value: &Value) -> Vec<u16> {
    match value {
        Value::Array(units) => units.iter().filter_map(Value::as_u64).map(|unit| unit as u16).collect(),
        other => other.as_str().unwrap_or_default().encode_utf16().collect(),
    }
}

fn wtf8(units: &[u16]) -> Vec<u8> {
    Subject::Utf16(units).text(Span { start: 0, len: units.len() })
}

fn text(wtf8: &[u8]) -> Value {
    let mut units = Vec::new();
    match std::str::from_utf8(wtf8) {
        Ok(text) => json!(text),
        Err(_) => {
            Subject::from_wtf8(wtf8, &mut units);
            json!(units)
        }
    }
}

fn number(case: &Value, name: &str) -> Option<usize> {
    case[name].as_u64().map(|number| number as usize)
}

fn groups(captures: &Captures) -> Value {
    let group = |slot| {
        let spans = captures.group_captures(slot).iter();
        json!(spans.flat_map(|span| [span.start, span.len]).collect::<Vec<_>>())
    };
    (0..captures.slots()).map(group).collect()
}

/// What this crate answers to the question of a case, in the form of the fixture; `as_utf16` asks it about UTF-16
/// also where the subject is ASCII.
fn answer(case: &Value, as_utf16: bool) -> Result<Value, MatchError> {
    let options = Options::from_bits(case["options"].as_u64().unwrap_or_default() as u32);
    let pattern = wtf8(&units(&case["pattern"]));
    let options = options.expect("valid options");
    let regex = match Regex::from_wtf8(&pattern, options, CaseBehavior::Invariant) {
        Ok(regex) => regex,
        Err(error) => {
            let message = error.to_string();
            return Ok(
                json!({"error": {"kind": error.kind as u8, "offset": error.offset, "message": message}}),
            );
        }
    };
    let mut answers = json!({"names": regex.group_names(), "numbers": regex.group_numbers()});
    if case["subject"].is_null() {
        return Ok(answers);
    }
    let subject_units = units(&case["subject"]);
    let bytes = wtf8(&subject_units);
    let mut scratch = Vec::new();
    let subject =
        if as_utf16 { Subject::Utf16(&subject_units) } else { Subject::from_wtf8(&bytes, &mut scratch) };
    let start = number(case, "start").unwrap_or_else(|| regex.default_start(subject));
    let matches =
        regex.matches(subject, start, &NeverStop).map(|captures| captures.map(|captures| groups(&captures)));
    answers["matches"] = matches.collect::<Result<_, _>>()?;
    if !case["replacement"].is_null() {
        let replacement =
            Replacement::new(&regex, &wtf8(&units(&case["replacement"]))).expect("valid replacement");
        let replaced = regex.replace(subject, &replacement, number(case, "count"), start, &NeverStop)?;
        answers["replaced"] = text(replaced.as_ref().unwrap_or(&bytes));
    }
    if !case["splits"].is_null() {
        let pieces = regex.split(subject, number(case, "count").unwrap_or(0), start, &NeverStop)?;
        answers["split"] = pieces.into_iter().map(|piece| text(&subject.text(piece))).collect();
    }
    Ok(answers)
}

fn check(file: &str, fewest: usize) {
    let path = format!("{}/../../fixtures/regex/{file}", env!("CARGO_MANIFEST_DIR"));
    let cases: Vec<Value> =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the fixture")).expect("JSON");
    assert!(cases.len() >= fewest, "{} cases are too few", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        for as_utf16 in [false, true] {
            let answers = answer(case, as_utf16).expect("an answer");
            for (name, ours) in answers.as_object().into_iter().flatten() {
                if case[name] != *ours {
                    let question = json!([case["pattern"], case["options"], case["subject"], case["start"]]);
                    wrong.push(format!("{question} {name}\n  .NET {}\n  ours {ours}", case[name]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong answers:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_construct_matches_as_in_dotnet() {
    check("constructs.json", 500);
}

#[test]
fn every_error_is_dotnets() {
    check("errors.json", 400);
}

#[test]
fn random_patterns_match_as_in_dotnet() {
    check("random.json", 2500);
}
