//! `Add-History`.

use crate::types::history_info;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::history::HistoryEntry;
use pwsh_value::payload::EnumNumber;
use pwsh_value::{Category, Context, DateTime, Error, Name, PsString, Result, Value, convert};

/// Adds entries to the session's history.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Add-History",
    module = "Microsoft.PowerShell.Core",
    output("Microsoft.PowerShell.Commands.HistoryInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096479"
)]
pub struct AddHistory {
    #[parameter(position = 0, pipeline, ty = "System.Management.Automation.PSObject[]")]
    input_object: Value,
    #[parameter]
    passthru: Switch,
}

impl Cmdlet for AddHistory {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        for item in io.rs.enumerate(&self.input_object)?.unwrap_or_default() {
            let entry = match item.cell().and_then(|obj| obj.get::<HistoryEntry>()) {
                Some(entry) => Some(entry.payload().clone()),
                None => read(io, &item)?,
            };
            let Some(entry) = entry else {
                let text = "Cannot add history because the input object has a format that is not valid.";
                io.write_error(
                    Error::new("System.ArgumentException", text)
                        .id("AddHistoryInvalidInput")
                        .category(Category::InvalidData)
                        .target(item),
                )?;
                continue;
            };
            let maximum = maximum(io)?;
            let times = (entry.start, entry.end);
            let added = io.rs.history.add(entry.command_line, entry.status, times, maximum).clone();
            if self.passthru.0 {
                io.write(history_info(added))?;
            }
        }
        Ok(())
    }
}

/// `$MaximumHistoryCount`.
fn maximum(io: &mut Io<'_>) -> Result<usize> {
    let value = io.rs.lookup(Name::intern("MaximumHistoryCount"));
    Ok(usize::try_from(convert::to_int(io.rs, &value)?).unwrap_or_default())
}

/// An entry from an object with its properties, as CSV or another session gives it.
fn read(io: &mut Io<'_>, item: &Value) -> Result<Option<HistoryEntry>> {
    let line = io.rs.get_property(item, "CommandLine")?;
    if line.is_null() {
        return Ok(None);
    }
    let command_line: PsString = convert::to_text(io.rs, &line)?;
    let status = io.rs.get_property(item, "ExecutionStatus")?;
    let ty = pwsh_value::ty::named("System.Management.Automation.Runspaces.PipelineState");
    let Ok(status) = convert::to(io.rs, &status, &ty) else { return Ok(None) };
    let status = status.as_object().and_then(|o| o.get::<EnumNumber>()).map_or(0, |number| number.0);
    let (Some(start), Some(end)) =
        (time(io, item, "StartExecutionTime")?, time(io, item, "EndExecutionTime")?)
    else {
        return Ok(None);
    };
    Ok(Some(HistoryEntry { id: 0, command_line, status, start, end }))
}

fn time(io: &mut Io<'_>, item: &Value, property: &str) -> Result<Option<DateTime>> {
    let value = io.rs.get_property(item, property)?;
    let converted = convert::to(io.rs, &value, &pwsh_value::ty::known().datetime);
    Ok(match converted {
        Ok(Value::DateTime(time)) => Some(time),
        _ => None,
    })
}
