//! The scripts of the conformance records: what PowerShell ran parses without errors, and what it refused is
//! refused with the same exception, id, message and position.

use std::path::PathBuf;

use pwsh_syntax::{Source, parse_input};
use serde_json::Value;

/// A script with what PowerShell's parser said to it: the exception's type, its id and its message.
struct Record {
    id: String,
    script: String,
    refusal: Option<Refusal>,
}

#[derive(PartialEq, Debug)]
struct Refusal {
    is_incomplete: bool,
    error_id: String,
    message: String,
}

fn records() -> Vec<Record> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/conformance/records");
    let mut records = Vec::new();
    for entry in std::fs::read_dir(&folder).expect("the records are part of the repository") {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for line in text.lines() {
            let record: Value = serde_json::from_str(line).expect("a record is one line of JSON");
            records.push(Record {
                id: record["id"].as_str().unwrap().to_owned(),
                script: record["script"].as_str().unwrap().to_owned(),
                refusal: refusal(&record["messages"]),
            });
        }
    }
    records
}

/// A script that is not parsed has one message: the state, with the exception.
fn refusal(messages: &Value) -> Option<Refusal> {
    let messages = messages.as_array()?;
    let [message] = &messages[..] else { return None };
    let xml = message[1].as_str()?;
    let exception = element(xml, "<Obj N=\"Exception\" ", "</TN>")?;
    let is_incomplete = exception.contains("Automation.IncompleteParseException");
    if !exception.contains("Automation.ParseException") || !xml.contains("AutomationEngine.ParseScriptBlock")
    {
        return None;
    }
    Some(Refusal {
        is_incomplete,
        error_id: element(xml, "<S N=\"FullyQualifiedErrorId\">", "</S>")?,
        message: element(xml, "<S N=\"Message\">", "</S>")?,
    })
}

fn element(xml: &str, open: &str, close: &str) -> Option<String> {
    let start = xml.find(open)? + open.len();
    let text = &xml[start..start + xml[start..].find(close)?];
    let text = text.replace("_x000A_", "\n").replace("&lt;", "<").replace("&gt;", ">");
    Some(text.replace("&quot;", "\"").replace("&amp;", "&"))
}

#[test]
fn scripts_that_powershell_ran_have_no_errors_and_the_others_have_its_errors() {
    let records = records();
    assert!(records.len() > 1400, "found {} records", records.len());
    let mut refused = 0;
    let mut wrong = Vec::new();
    for record in &records {
        let parsed = parse_input(&Source::new(record.script.as_str(), None));
        let actual = parsed.errors.first().map(|first| Refusal {
            is_incomplete: parsed.is_incomplete(),
            error_id: first.error_id.to_owned(),
            message: parsed.exception_message(),
        });
        refused += usize::from(record.refusal.is_some());
        if actual != record.refusal {
            wrong.push(format!("{}\n  expected {:?}\n  found    {actual:?}", record.id, record.refusal));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), records.len(), wrong.join("\n"));
    assert_eq!(refused, 9, "as many of the records show a parse error of the whole script");
}
