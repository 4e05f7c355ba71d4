//! `Write-Verbose`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{PsString, Result};

/// Writes to the verbose stream.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Write-Verbose",
    module = "Microsoft.PowerShell.Utility",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097043"
)]
pub struct WriteVerbose {
    #[parameter(mandatory, position = 0, pipeline, alias("Msg"))]
    #[validate(allow_empty_string)]
    message: PsString,
}

impl Cmdlet for WriteVerbose {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        io.verbose(self.message.clone())
    }
}
