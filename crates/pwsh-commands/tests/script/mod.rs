//! Running scripts in tests: over all cmdlets and .NET types.
#![allow(dead_code, reason = "each test binary compiles this file and uses a part of it")]

use pwsh_runtime::command::CommandTable;
use pwsh_runtime::error_record::ErrorRecord;
use pwsh_runtime::host::Collected;
use pwsh_runtime::pipeline::Streams;
use pwsh_runtime::record::{Record, TextRecord};
use pwsh_runtime::{Runspace, Session, Shared};
use pwsh_value::{Process, convert};
use std::sync::Arc;

/// What a script gave.
pub struct Ran {
    /// The texts of its output.
    pub output: Vec<String>,
    /// The message that it ended with, if it did, and the ids of the errors that it wrote.
    pub errors: Vec<String>,
    /// Its warnings.
    pub warnings: Vec<String>,
}

/// Runs a script in a session of its own, whose shared part `setup` may change.
pub fn run_with(script: &str, setup: impl FnOnce(&Shared)) -> Ran {
    let types =
        [psjob_dotnet::table::TYPES, pwsh_runtime::facade::TYPES, pwsh_commands::types::TYPES].concat();
    pwsh_value::ty::install(&types);
    let shared = Arc::new(Shared::new(CommandTable::new(&pwsh_commands::declarations())));
    setup(&shared);
    let session = Session::new(shared, Process::inherit());
    let collected = Arc::new(Collected::default());
    let mut rs = Runspace::new(session, collected.clone(), None);
    rs.begin_pipeline(Arc::default(), collected.clone(), None);
    let result = rs.parse(script).and_then(|block| rs.run_block(block, true, Vec::new(), Streams::TOP));
    let mut errors = Vec::new();
    if let Err(error) = result {
        errors.push(error.message().to_string());
    }
    let output = std::mem::take(&mut *collected.output.lock());
    let output = output.iter().map(|v| convert::to_text(&mut rs, v).unwrap().to_string()).collect();
    let mut warnings = Vec::new();
    for record in collected.records.lock().iter() {
        match record {
            Record::Error(record) => {
                let record = record.as_object().unwrap().get::<ErrorRecord>().unwrap();
                errors.push(record.id.to_string());
            }
            Record::Warning(record) => {
                let record = record.as_object().unwrap().get::<TextRecord>().unwrap();
                warnings.push(record.message.to_string());
            }
            _ => {}
        }
    }
    Ran { output, errors, warnings }
}

/// The texts of what a script puts out, and its errors.
pub fn run(script: &str) -> (Vec<String>, Vec<String>) {
    let ran = run_with(script, |_| {});
    (ran.output, ran.errors)
}

/// Asserts what a script puts out.
pub fn check(script: &str, expected: &[&str]) {
    let (output, errors) = run(script);
    assert_eq!(output, expected, "{script}: {errors:?}");
}

/// Asserts that a script writes one error, of this id, or ends with this message.
pub fn check_error(script: &str, id: &str) {
    let (output, errors) = run(script);
    assert_eq!(errors, [id], "{script}: {output:?}");
}
