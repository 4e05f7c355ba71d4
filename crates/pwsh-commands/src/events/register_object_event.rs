//! `Register-ObjectEvent`.

use super::registration::Registration;
use pwsh_runtime::command::{Cmdlet, Io, ScriptBlockArg, Switch};
use pwsh_value::{PsString, Result, Value};

/// Subscribes to an event of an object.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Register-ObjectEvent",
    module = "Microsoft.PowerShell.Utility",
    output("System.Management.Automation.PSEventJob"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096714"
)]
pub struct RegisterObjectEvent {
    #[parameter(ty = "System.Management.Automation.PSObject", mandatory, position = 0)]
    #[validate(not_null)]
    input_object: Value,
    #[parameter(mandatory, position = 1)]
    #[validate(not_null_or_empty)]
    event_name: PsString,
    #[parameter(position = 100)]
    source_identifier: PsString,
    #[parameter(position = 101)]
    action: Option<ScriptBlockArg>,
    #[parameter(ty = "System.Management.Automation.PSObject")]
    message_data: Value,
    #[parameter]
    support_event: Switch,
    #[parameter]
    forward: Switch,
    #[parameter]
    max_trigger_count: i32,
}

impl Cmdlet for RegisterObjectEvent {
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        Registration {
            source: self.input_object.clone(),
            event_name: self.event_name.clone(),
            source_identifier: self.source_identifier.clone(),
            data: self.message_data.clone(),
            action: self.action.as_ref(),
            support: self.support_event,
            forward: self.forward,
            max_trigger_count: self.max_trigger_count,
        }
        .make(io)
    }
}
