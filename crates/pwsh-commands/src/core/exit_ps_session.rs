//! `Exit-PSSession`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Category, Error, Result};

/// Ends the session that a user entered: the client's host goes back to its own.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Exit-PSSession",
    module = "Microsoft.PowerShell.Core",
    aliases("exsn"),
    class = "Microsoft.PowerShell.Commands.ExitPSSessionCommand",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096787"
)]
pub struct ExitPsSession {}

impl Cmdlet for ExitPsSession {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        match io.rs.host.clone() {
            Some(host) => host.call(io.rs, "PopRunspace", &[]).map(drop),
            None => {
                let text = "The host program or the command type does not support interactive sessions.";
                let error = Error::new("System.ArgumentException", text);
                io.write_error(error.id("HostDoesNotSupportPushRunspace").category(Category::InvalidArgument))
            }
        }
    }
}
