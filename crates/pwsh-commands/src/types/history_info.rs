//! `Microsoft.PowerShell.Commands.HistoryInfo`.

use pwsh_runtime::history::HistoryEntry;
use pwsh_value::ty::{Call, FacadeType, Hooks, named, property};
use pwsh_value::{Context, Obj, PsString, Result, TimeSpan, Value};

/// A command line that was run.
pub static HISTORY_INFO: FacadeType = FacadeType {
    members: &[
        property("long Id {get;}", |call| Ok(entry(call).id.into())),
        property("string CommandLine {get;}", |call| Ok(entry(call).command_line.clone().into())),
        property("System.Management.Automation.Runspaces.PipelineState ExecutionStatus {get;}", status),
        property("datetime StartExecutionTime {get;}", |call| Ok(entry(call).start.into())),
        property("datetime EndExecutionTime {get;}", |call| Ok(entry(call).end.into())),
        property("timespan Duration {get;}", |call| {
            Ok(TimeSpan(entry(call).end.ticks() - entry(call).start.ticks()).into())
        }),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("Microsoft.PowerShell.Commands.HistoryInfo")
};

/// The object for an entry.
pub fn history_info(entry: HistoryEntry) -> Value {
    Value::Object(Obj::new(named("Microsoft.PowerShell.Commands.HistoryInfo"), entry))
}

fn entry<'a>(call: &Call<'a>) -> &'a HistoryEntry {
    call.this::<HistoryEntry>().payload()
}

fn status(call: &mut Call<'_>) -> Result<Value> {
    let ty = named("System.Management.Automation.Runspaces.PipelineState");
    Ok(Value::enumeration(&ty, entry(call).status))
}

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let entry = this.cell().and_then(|obj| obj.get::<HistoryEntry>());
    Ok(entry.map_or_else(PsString::empty, |entry| entry.command_line.clone()))
}
