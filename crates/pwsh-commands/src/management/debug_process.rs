//! `Debug-Process`.

use super::processes::{by_id, by_name, failure, in_argument, shown};
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Category, PsString, Result, Value};

/// Attaches the debugger of the system to processes; Unix has none, so each is reported.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Debug-Process",
    module = "Microsoft.PowerShell.Management",
    default_set = "Name",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096809"
)]
pub struct DebugProcess {
    #[parameter(mandatory, position = 0, pipeline_by_name, alias("PID", "ProcessId"), set = "Id")]
    #[validate(not_null_or_empty)]
    id: Vec<i32>,
    #[parameter(mandatory, position = 0, pipeline_by_name, alias("ProcessName"), set = "Name")]
    name: Vec<PsString>,
    #[parameter(ty = "System.Diagnostics.Process[]", mandatory, pipeline, set = "InputObject")]
    input_object: Value,
}

impl Cmdlet for DebugProcess {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let processes = match () {
            () if io.set().is("Id") => by_id(io, &self.id)?,
            () if io.set().is("Name") => by_name(io, &self.name)?,
            () => in_argument(&self.input_object),
        };
        for process in processes {
            let name = shown(&process);
            if io.should_process(&name, "Debug-Process")? {
                let text = format!(
                    "This command cannot be run because the debugger cannot be attached to the process \"{name}\". Specify another process and Run your command."
                );
                io.write_error(failure(text, "NoDebuggerFound", Category::ObjectNotFound, &process))?;
            }
        }
        Ok(())
    }
}
