//! `Invoke-Expression`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{PsString, Result};

/// Runs text in the caller's scope.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Invoke-Expression",
    module = "Microsoft.PowerShell.Utility",
    aliases("iex"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097030"
)]
pub struct InvokeExpression {
    #[parameter(mandatory, position = 0, pipeline)]
    command: PsString,
}

impl Cmdlet for InvokeExpression {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let block = io.rs.parse(&self.command.to_str())?;
        io.rs.run_block(block, false, Vec::new(), io.call.streams)
    }
}
