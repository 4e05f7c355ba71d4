//! `Wait-Event`.

use super::choose;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{PsString, Result, Value};
use std::time::{Duration, Instant};

/// Waits until an event is in the queue, and gives it.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Wait-Event",
    module = "Microsoft.PowerShell.Utility",
    default_set = "ByName",
    output("System.Management.Automation.PSEventArgs"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097044"
)]
pub struct WaitEvent {
    #[parameter(position = 0, pipeline_by_name, set = "ByName")]
    source_identifier: Option<PsString>,
    #[parameter(alias("TimeoutSec"))]
    #[validate(range(-1, 2147483647))]
    timeout: Option<i32>,
}

impl Cmdlet for WaitEvent {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let seconds = self.timeout.and_then(|seconds| u64::try_from(seconds).ok());
        let deadline = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
        let (attention, events) = (io.rs.attention.clone(), io.rs.events.clone());
        loop {
            if let Some(event) = choose::events(io.rs, self.source_identifier.as_ref())?.into_iter().next() {
                return io.write(Value::Object(event));
            }
            let seen = events.received().len();
            let changed = || (events.is_waiting() || events.received().len() != seen).then_some(());
            let woken = attention.wait(deadline, changed).is_some();
            // the actions of other events run while this one is waited for
            io.poll()?;
            if !woken && deadline.is_some_and(|deadline| Instant::now() >= deadline) {
                return Ok(());
            }
        }
    }
}
