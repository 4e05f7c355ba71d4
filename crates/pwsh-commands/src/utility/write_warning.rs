//! `Write-Warning`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{PsString, Result};

/// Writes to the warning stream.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Write-Warning",
    module = "Microsoft.PowerShell.Utility",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097044"
)]
pub struct WriteWarning {
    #[parameter(mandatory, position = 0, pipeline, alias("Msg"))]
    #[validate(allow_empty_string)]
    message: PsString,
}

impl Cmdlet for WriteWarning {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        io.warning(self.message.clone())
    }
}
