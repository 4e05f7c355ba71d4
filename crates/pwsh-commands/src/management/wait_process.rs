//! `Wait-Process`.

use super::processes::{by_id, by_name, failure, in_argument, payload, shown};
use psjob_dotnet::diagnostics::process::ProcessObject;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Category, Error, PsString, Result, Value};
use std::time::{Duration, Instant};

/// Waits until processes have ended.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Wait-Process",
    module = "Microsoft.PowerShell.Management",
    default_set = "Name",
    output("System.Diagnostics.Process"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097146"
)]
pub struct WaitProcess {
    #[parameter(mandatory, position = 0, pipeline_by_name, alias("PID", "ProcessId"), set = "Id")]
    #[validate(not_null_or_empty)]
    id: Vec<i32>,
    #[parameter(mandatory, position = 0, pipeline_by_name, alias("ProcessName"), set = "Name")]
    name: Vec<PsString>,
    #[parameter(ty = "System.Diagnostics.Process[]", mandatory, pipeline, set = "InputObject")]
    input_object: Value,
    #[parameter(position = 1, alias("TimeoutSec"))]
    #[validate(not_null_or_empty, range(0, 32767))]
    timeout: Option<i32>,
    #[parameter]
    any: Switch,
    #[parameter]
    pass_thru: Switch,
    waited_for: Vec<Value>,
}

/// Between two looks at whether a process has ended that is no child of this one.
const PAUSE: Duration = Duration::from_millis(10);

impl Cmdlet for WaitProcess {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let processes = match () {
            () if io.set().is("Id") => by_id(io, &self.id)?,
            () if io.set().is("Name") => by_name(io, &self.name)?,
            () => in_argument(&self.input_object),
        };
        for process in processes {
            if payload(&process).and_then(|process| process.number()) == Some(std::process::id()) {
                let text = "This command stopped operation because it cannot wait on itself. Specify another process and Run your command again.";
                let id = "WaitOnItself";
                io.write_error(failure(text.into(), id, Category::ObjectNotFound, &process))?;
                continue;
            }
            self.waited_for.push(process);
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let until = self.timeout.map(|seconds| Instant::now() + Duration::from_secs(seconds.max(0) as u64));
        let attention = io.rs.attention.clone();
        loop {
            let ended = self.waited_for.iter().filter(|process| has_ended(process)).count();
            if ended == self.waited_for.len() || self.any.0 && ended > 0 {
                break;
            }
            if until.is_some_and(|until| Instant::now() >= until) {
                self.report_running(io)?;
                break;
            }
            attention.sleep(PAUSE);
            io.poll()?;
        }
        if self.pass_thru.0 {
            std::mem::take(&mut self.waited_for).into_iter().try_for_each(|process| io.write(process))?;
        }
        Ok(())
    }
}

impl WaitProcess {
    fn report_running(&self, io: &mut Io<'_>) -> Result<()> {
        for process in self.waited_for.iter().filter(|process| !has_ended(process)) {
            let text = format!(
                "This command stopped operation because process \"{}\" is not stopped in the specified time-out.",
                shown(process)
            );
            io.write_error(
                Error::new("System.TimeoutException", text)
                    .id("ProcessNotTerminated")
                    .category(Category::CloseError)
                    .target(process.clone()),
            )?;
        }
        Ok(())
    }
}

fn has_ended(process: &Value) -> bool {
    payload(process).is_none_or(ProcessObject::has_exited)
}
