//! `Stop-Process`.

use super::processes::{by_id, by_name, failure, in_argument, payload, shown};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Category, PsString, Result, Value};

/// Ends processes at once.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Stop-Process",
    module = "Microsoft.PowerShell.Management",
    aliases("spps"),
    default_set = "Id",
    should_process,
    output("System.Diagnostics.Process"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097058"
)]
pub struct StopProcess {
    #[parameter(mandatory, pipeline_by_name, alias("ProcessName"), set = "Name")]
    name: Vec<PsString>,
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "Id")]
    id: Vec<i32>,
    #[parameter(ty = "System.Diagnostics.Process[]", mandatory, position = 0, pipeline, set = "InputObject")]
    input_object: Value,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    force: Switch,
    /// This very process, which is ended after all others.
    own: Option<Value>,
}

impl Cmdlet for StopProcess {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let processes = match () {
            () if io.set().is("Name") => by_name(io, &self.name)?,
            () if io.set().is("Id") => by_id(io, &self.id)?,
            () => in_argument(&self.input_object),
        };
        for process in processes {
            if !self.force.0 && !is_own_user(&process) && !self.may_stop_foreign(io, &process)? {
                continue;
            }
            if !io.should_process(&shown(&process), "Stop-Process")? {
                continue;
            }
            if payload(&process).and_then(|process| process.number()) == Some(std::process::id()) {
                self.own = Some(process);
                continue;
            }
            self.stop(io, &process)?;
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        match self.own.take() {
            Some(process) => self.stop(io, &process),
            None => Ok(()),
        }
    }
}

impl StopProcess {
    fn stop(&self, io: &mut Io<'_>, process: &Value) -> Result<()> {
        if let Some(Err(error)) = payload(process).map(|process| process.kill()) {
            let text = format!(
                "Cannot stop process \"{}\" because of the following error: {}",
                shown(process),
                error.message()
            );
            return io.write_error(failure(text, "CouldNotStopProcess", Category::CloseError, process));
        }
        if self.pass_thru.0 { io.write(process.clone()) } else { Ok(()) }
    }

    fn may_stop_foreign(&self, io: &mut Io<'_>, process: &Value) -> Result<bool> {
        let text = format!(
            "Are you sure you want to perform the Stop-Process operation on the following item: {}?",
            shown(process).replace(" (", "(")
        );
        io.should_continue(&text, "Confirm")
    }
}

/// Whether a process runs as who this one runs as; one that is gone asks nobody.
fn is_own_user(process: &Value) -> bool {
    use std::os::unix::fs::MetadataExt;
    let owner = |id: &dyn std::fmt::Display| {
        std::fs::metadata(format!("/proc/{id}")).ok().map(|metadata| metadata.uid())
    };
    let theirs = payload(process).and_then(|process| process.number()).and_then(|id| owner(&id));
    theirs.is_none() || theirs == owner(&"self")
}
