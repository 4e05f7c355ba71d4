//! `Write-Debug`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{PsString, Result};

/// Writes to the debug stream.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Write-Debug",
    module = "Microsoft.PowerShell.Utility",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097132"
)]
pub struct WriteDebug {
    #[parameter(mandatory, position = 0, pipeline, alias("Msg"))]
    #[validate(allow_empty_string)]
    message: PsString,
}

impl Cmdlet for WriteDebug {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        io.debug(self.message.clone())
    }
}
