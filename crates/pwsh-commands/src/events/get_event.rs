//! `Get-Event`.

use super::choose;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{PsString, Result, Value};

/// Gives the events of the queue.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Event",
    module = "Microsoft.PowerShell.Utility",
    default_set = "BySource",
    output("System.Management.Automation.PSEventArgs"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097042"
)]
pub struct GetEvent {
    #[parameter(position = 0, pipeline_by_name, set = "BySource")]
    source_identifier: Option<PsString>,
    #[parameter(mandatory, position = 0, pipeline_by_name, alias("Id"), set = "ById")]
    event_identifier: i32,
}

impl Cmdlet for GetEvent {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.set().is("ById") {
            return match choose::event(io.rs, self.event_identifier) {
                Some(event) => io.write(Value::Object(event)),
                None => io.write_error(choose::missing_number(
                    "Event with event identifier",
                    self.event_identifier,
                    "INVALID_EVENT_IDENTIFIER",
                )),
            };
        }
        let found = choose::events(io.rs, self.source_identifier.as_ref())?;
        if found.is_empty()
            && let Some(name) = &self.source_identifier
            && let Some(error) = choose::missing_name("Event with source identifier", name)
        {
            return io.write_error(error);
        }
        found.into_iter().try_for_each(|event| io.write(Value::Object(event)))
    }
}
