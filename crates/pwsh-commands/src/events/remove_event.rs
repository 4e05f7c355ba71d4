//! `Remove-Event`.

use super::choose;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::events::PsEvent;
use pwsh_value::{PsString, Result};

/// Takes events out of the queue.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Remove-Event",
    module = "Microsoft.PowerShell.Utility",
    default_set = "BySource",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096715"
)]
pub struct RemoveEvent {
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "BySource")]
    source_identifier: PsString,
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "ByIdentifier")]
    event_identifier: i32,
}

impl Cmdlet for RemoveEvent {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let by_number = io.set().is("ByIdentifier");
        let found = if by_number {
            choose::event(io.rs, self.event_identifier).into_iter().collect()
        } else {
            choose::events(io.rs, Some(&self.source_identifier))?
        };
        if found.is_empty() {
            let error = if by_number {
                let what = "Event with identifier";
                Some(choose::missing_number(what, self.event_identifier, "INVALID_EVENT_IDENTIFIER"))
            } else {
                choose::missing_name("Event with source identifier", &self.source_identifier)
            };
            return error.map_or(Ok(()), |error| io.write_error(error));
        }
        for event in found {
            let name = event.get::<PsEvent>().map(|event| event.source_identifier.to_string());
            if io.should_process(&format!("Event '{}'", name.unwrap_or_default()), "Remove")? {
                io.rs.events.remove(&event);
            }
        }
        Ok(())
    }
}
