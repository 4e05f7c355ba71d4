//! The processes that -Name, -Id and -InputObject mean.

use psjob_dotnet::diagnostics::proc_file;
use psjob_dotnet::diagnostics::process::{ProcessObject, process_object};
use pwsh_runtime::command::Io;
use pwsh_value::ops::Case;
use pwsh_value::payload::{Array, List};
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// All processes by name, then by number.
pub fn all_processes() -> Vec<(String, u32)> {
    let named = proc_file::all().into_iter().filter_map(|id| Some((proc_file::name(id)?, id)));
    let mut all: Vec<(String, u32)> = named.collect();
    all.sort_by_cached_key(|(name, id)| (name.to_lowercase(), *id));
    all
}

/// The processes of these names, each once; a name without wildcards that none has is reported.
///
/// # Errors
/// A pattern that is none; what stops the pipeline.
pub fn by_name(io: &mut Io<'_>, names: &[PsString]) -> Result<Vec<Value>> {
    let all = all_processes();
    let mut found: Vec<u32> = Vec::new();
    for wanted in names {
        let wildcard = Wildcard::new(wanted, Case::Ignore)?;
        let before = found.len();
        let mut seen = false;
        for (_, id) in all.iter().filter(|(name, _)| wildcard.matches(&name.as_str().into())) {
            seen = true;
            if !found.contains(id) {
                found.push(*id);
            }
        }
        if found.len() == before && !seen && !has_wildcards(wanted) {
            io.write_error(name_not_found(wanted))?;
        }
    }
    Ok(found.into_iter().map(process_object).collect())
}

/// The processes of these numbers; a number that none has is reported.
///
/// # Errors
/// What stops the pipeline.
pub fn by_id(io: &mut Io<'_>, ids: &[i32]) -> Result<Vec<Value>> {
    let mut found = Vec::new();
    for id in ids {
        match u32::try_from(*id).ok().filter(|id| proc_file::is_alive(*id)) {
            Some(id) => found.push(process_object(id)),
            None => io.write_error(not_found(
                &format!("Cannot find a process with the process identifier {id}."),
                "NoProcessFoundForGivenId",
                (*id).into(),
            ))?,
        }
    }
    Ok(found)
}

/// The processes of an -InputObject argument.
pub fn in_argument(argument: &Value) -> Vec<Value> {
    match argument.cell() {
        Some(cell) => match (cell.get::<Array>(), cell.get::<List>()) {
            (Some(array), _) => array.to_vec(),
            (_, Some(list)) => list.to_vec(),
            _ => vec![argument.clone()],
        },
        None => Vec::new(),
    }
}

/// `sleep (4711)`, as messages name a process.
pub fn shown(process: &Value) -> String {
    match payload(process) {
        Some(process) => format!("{} ({})", process.name(), process.number().unwrap_or_default()),
        None => String::new(),
    }
}

/// The process behind its object.
pub fn payload(process: &Value) -> Option<&ProcessObject> {
    process.cell().and_then(|cell| cell.get::<ProcessObject>()).map(|process| process.payload())
}

/// An error of the cmdlets of processes about `process`.
pub fn failure(text: String, id: &str, category: Category, process: &Value) -> Error {
    Error::new("Microsoft.PowerShell.Commands.ProcessCommandException", text)
        .id(id)
        .category(category)
        .target(process.clone())
}

fn name_not_found(name: &PsString) -> Error {
    let text = match name.to_str().trim().parse::<i32>() {
        Ok(_) => format!(
            "Cannot find a process with the name \"{name}\". Try running with -Id to search by Id of processes."
        ),
        Err(_) => format!(
            "Cannot find a process with the name \"{name}\". Verify the process name and call the cmdlet again."
        ),
    };
    not_found(&text, "NoProcessFoundForGivenName", name.clone().into())
}

fn not_found(text: &str, id: &str, target: Value) -> Error {
    Error::new("Microsoft.PowerShell.Commands.ProcessCommandException", text)
        .id(id)
        .category(Category::ObjectNotFound)
        .target(target)
}
