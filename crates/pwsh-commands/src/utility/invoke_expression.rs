//! `Invoke-Expression`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Error, PsString, Result};

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
        let block = io.rs.parse(&self.command.to_str()).map_err(at_command)?;
        io.rs.run_block(block, false, Vec::new(), io.call.streams)
    }
}

/// Text that does not parse is the command's failure: its record points at the command.
fn at_command(mut error: Error) -> Error {
    if let Some(thrown) = error.thrown_mut() {
        thrown.position = None;
    }
    error
}
