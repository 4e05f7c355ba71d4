//! `Get-Host`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::facade::host::host_object;
use pwsh_value::Result;

/// Gives the object of the host, `$Host`.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Host",
    module = "Microsoft.PowerShell.Utility",
    output("System.Management.Automation.Host.PSHost"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097110"
)]
pub struct GetHost {}

impl Cmdlet for GetHost {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        io.write(host_object())
    }
}
