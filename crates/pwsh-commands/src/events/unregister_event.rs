//! `Unregister-Event`.

use super::choose;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::events::Subscriber;
use pwsh_value::{PsString, Result};

/// Ends subscriptions to events.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Unregister-Event",
    module = "Microsoft.PowerShell.Utility",
    default_set = "BySource",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2097038"
)]
pub struct UnregisterEvent {
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "BySource")]
    source_identifier: PsString,
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "ById")]
    subscription_id: i32,
    #[parameter]
    force: Switch,
}

impl Cmdlet for UnregisterEvent {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let by_number = io.set().is("ById");
        let found = if by_number {
            choose::subscriber(io.rs, self.subscription_id, self.force.0).into_iter().collect()
        } else {
            choose::subscribers(io.rs, Some(&self.source_identifier), self.force.0)?
        };
        if found.is_empty() {
            let what = "Event subscription with identifier";
            let error = if by_number {
                Some(choose::missing_number(what, self.subscription_id, "INVALID_SUBSCRIPTION_IDENTIFIER"))
            } else {
                choose::missing_name(what, &self.source_identifier)
            };
            return error.map_or(Ok(()), |error| io.write_error(error));
        }
        for subscriber in found {
            let name = subscriber.get::<Subscriber>().map(|s| s.parts.source_identifier.to_string());
            let target = format!("Event subscription '{}'", name.unwrap_or_default());
            if io.should_process(&target, "Unsubscribe")? {
                io.rs.events.unsubscribe(&subscriber);
            }
        }
        Ok(())
    }
}
