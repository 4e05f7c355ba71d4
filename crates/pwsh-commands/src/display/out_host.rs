//! `Out-Host`.

use super::screen::Screen;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Result, Value};

/// Shows objects on the host.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Out-Host",
    module = "Microsoft.PowerShell.Core",
    aliases("oh"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096863"
)]
pub struct OutHost {
    #[parameter]
    paging: Switch,
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    screen: Screen,
}

impl Cmdlet for OutHost {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.screen.begin(io);
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.screen.process(io, &self.input_object)
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.screen.end(io)
    }
}
