//! Running scripts in tests: over all cmdlets and .NET types.

use pwsh_runtime::command::CommandTable;
use pwsh_runtime::error_record::ErrorRecord;
use pwsh_runtime::host::Collected;
use pwsh_runtime::pipeline::Streams;
use pwsh_runtime::record::Record;
use pwsh_runtime::{Runspace, Session, Shared};
use pwsh_value::{Process, convert};
use std::sync::Arc;

/// The texts of what a script puts out, and the ids of its errors.
pub fn run(script: &str) -> (Vec<String>, Vec<String>) {
    let types =
        [psjob_dotnet::table::TYPES, pwsh_runtime::facade::TYPES, pwsh_commands::types::TYPES].concat();
    pwsh_value::ty::install(&types);
    let shared = Arc::new(Shared::new(CommandTable::new(&pwsh_commands::declarations())));
    let session = Session::new(shared, Process::inherit());
    let collected = Arc::new(Collected::default());
    let mut rs = Runspace::new(session, collected.clone(), None);
    let result = rs.parse(script).and_then(|block| rs.run_block(block, true, Vec::new(), Streams::TOP));
    let mut errors = Vec::new();
    if let Err(error) = result {
        errors.push(error.message().to_string());
    }
    let output = std::mem::take(&mut *collected.output.lock());
    let output = output.iter().map(|v| convert::to_text(&mut rs, v).unwrap().to_string()).collect();
    for record in collected.records.lock().iter() {
        if let Record::Error(record) = record {
            let record = record.as_object().unwrap().get::<ErrorRecord>().unwrap();
            errors.push(record.id.to_string());
        }
    }
    (output, errors)
}

/// Asserts what a script puts out.
pub fn check(script: &str, expected: &[&str]) {
    let (output, errors) = run(script);
    assert_eq!(output, expected, "{script}: {errors:?}");
}

/// Asserts that a script ends in, or writes, an error of this id.
pub fn check_error(script: &str, id: &str) {
    let (output, errors) = run(script);
    assert!(errors.iter().any(|error| error == id), "{script}: {errors:?}, {output:?}");
}
