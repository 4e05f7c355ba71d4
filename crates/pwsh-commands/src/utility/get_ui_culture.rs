//! `Get-UICulture`.

use psjob_dotnet::globalization::culture_info::culture_object;
use psjob_dotnet::globalization::provider;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::Result;

/// Gives the culture of messages, which is the session's.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-UICulture",
    module = "Microsoft.PowerShell.Utility",
    output("System.Globalization.CultureInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096613"
)]
pub struct GetUiCulture {}

impl Cmdlet for GetUiCulture {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        io.write(culture_object(provider::current(io.rs), true))
    }
}
