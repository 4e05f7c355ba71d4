//! `Get-PSProvider`.

use super::drive_choice::providers_named;
use super::named_items::report;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::provider::Provider;
use pwsh_value::{PsString, Result, Value};

/// Gives the providers.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-PSProvider",
    module = "Microsoft.PowerShell.Management",
    output("System.Management.Automation.ProviderInfo"),
    class = "Microsoft.PowerShell.Commands.GetPSProviderCommand",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096816"
)]
pub struct GetPsProvider {
    #[parameter(name = "PSProvider", position = 0, pipeline_by_name)]
    #[validate(not_null_or_empty)]
    ps_provider: Vec<PsString>,
}

impl Cmdlet for GetPsProvider {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.ps_provider.is_empty() {
            return Provider::ALL.into_iter().try_for_each(|provider| show(io, provider));
        }
        for name in &self.ps_provider {
            let shown = providers_named(std::slice::from_ref(name))
                .and_then(|providers| providers.into_iter().try_for_each(|provider| show(io, provider)));
            report(io, shown)?;
        }
        Ok(())
    }
}

fn show(io: &mut Io<'_>, provider: Provider) -> Result<()> {
    let object = Value::Object(io.rs.places.provider(provider).clone());
    io.write(object)
}
