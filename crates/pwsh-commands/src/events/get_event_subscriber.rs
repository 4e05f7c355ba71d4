//! `Get-EventSubscriber`.

use super::choose;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Gives the subscriptions to events.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-EventSubscriber",
    module = "Microsoft.PowerShell.Utility",
    default_set = "BySource",
    output("System.Management.Automation.PSEventSubscriber"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096607"
)]
pub struct GetEventSubscriber {
    #[parameter(position = 0, pipeline_by_name, set = "BySource")]
    source_identifier: Option<PsString>,
    #[parameter(mandatory, position = 0, pipeline_by_name, alias("Id"), set = "ById")]
    subscription_id: i32,
    #[parameter(position = 1)]
    force: Switch,
}

impl Cmdlet for GetEventSubscriber {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.set().is("ById") {
            return match choose::subscriber(io.rs, self.subscription_id, self.force.0) {
                Some(subscriber) => io.write(Value::Object(subscriber)),
                None => io.write_error(choose::missing_number(
                    "Event subscription with identifier",
                    self.subscription_id,
                    "INVALID_SUBSCRIPTION_IDENTIFIER",
                )),
            };
        }
        let found = choose::subscribers(io.rs, self.source_identifier.as_ref(), self.force.0)?;
        if found.is_empty()
            && let Some(name) = &self.source_identifier
            && let Some(error) = choose::missing_name("Event subscription with source identifier", name)
        {
            return io.write_error(error);
        }
        found.into_iter().try_for_each(|subscriber| io.write(Value::Object(subscriber)))
    }
}
