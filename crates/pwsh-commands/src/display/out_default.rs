//! `Out-Default`.

use super::screen::Screen;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Result, Value};

/// What an interactive pipeline ends in: shows its objects on the host.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Out-Default",
    module = "Microsoft.PowerShell.Core",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096486"
)]
pub struct OutDefault {
    #[parameter]
    transcript: Switch,
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    screen: Screen,
}

impl Cmdlet for OutDefault {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.screen.begin(io);
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.transcript.0 {
            io.write(self.input_object.clone())?;
        }
        self.screen.process(io, &self.input_object)
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.screen.end(io)
    }
}
