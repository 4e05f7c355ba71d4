//! `New-Event`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{PsString, Result, Value};

/// Raises an event.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "New-Event",
    module = "Microsoft.PowerShell.Utility",
    output("System.Management.Automation.PSEventArgs"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096808"
)]
pub struct NewEvent {
    #[parameter(position = 0, mandatory)]
    source_identifier: PsString,
    #[parameter(ty = "System.Management.Automation.PSObject", position = 1)]
    sender: Value,
    #[parameter(ty = "System.Management.Automation.PSObject[]", position = 2)]
    event_arguments: Value,
    #[parameter(ty = "System.Management.Automation.PSObject", position = 3)]
    message_data: Value,
}

impl Cmdlet for NewEvent {
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let arguments = pwsh_value::Context::enumerate(io.rs, &self.event_arguments)?.unwrap_or_default();
        let event = io.rs.events.clone().generate(
            self.source_identifier.clone(),
            self.sender.clone(),
            arguments,
            self.message_data.clone(),
        );
        io.poll()?;
        io.write(Value::Object(event))
    }
}
