//! `Register-EngineEvent`.

use super::registration::Registration;
use pwsh_runtime::command::{Cmdlet, Io, ScriptBlockArg, Switch};
use pwsh_value::{PsString, Result, Value};

/// Subscribes to events that New-Event and the engine raise.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Register-EngineEvent",
    module = "Microsoft.PowerShell.Utility",
    output("System.Management.Automation.PSEventJob"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097128"
)]
pub struct RegisterEngineEvent {
    #[parameter(mandatory, position = 100)]
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

impl Cmdlet for RegisterEngineEvent {
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        Registration {
            source: Value::Null,
            event_name: PsString::empty(),
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
