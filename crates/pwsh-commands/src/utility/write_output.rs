//! `Write-Output`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Result, Value};

/// Puts out its arguments.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Write-Output",
    module = "Microsoft.PowerShell.Utility",
    aliases("echo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097117"
)]
pub struct WriteOutput {
    #[parameter(ty = "System.Management.Automation.PSObject", mandatory, position = 0, pipeline, remaining)]
    #[validate(allow_null, allow_empty_collection)]
    input_object: Value,
    #[parameter]
    no_enumerate: Switch,
}

impl Cmdlet for WriteOutput {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let value = std::mem::take(&mut self.input_object);
        if self.no_enumerate.0 { io.write(value) } else { io.write_each(value) }
    }
}
