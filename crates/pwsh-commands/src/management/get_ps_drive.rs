//! `Get-PSDrive`.

use super::drive_choice::DriveChoice;
use super::drive_scope::known_scope;
use crate::object_errors::reported_as;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::provider::{Drive, drive_not_found};
use pwsh_value::wildcard::has_wildcards;
use pwsh_value::{Category, PsString, Result, Value};

/// Gives the drives of the session.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-PSDrive",
    module = "Microsoft.PowerShell.Management",
    aliases("gdr"),
    default_set = "Name",
    output("System.Management.Automation.PSDriveInfo"),
    class = "Microsoft.PowerShell.Commands.GetPSDriveCommand",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096494"
)]
pub struct GetPsDrive {
    #[parameter(position = 0, pipeline_by_name, set = "Name")]
    #[validate(not_null_or_empty)]
    name: Vec<PsString>,
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "LiteralName")]
    literal_name: Vec<PsString>,
    #[parameter(pipeline_by_name)]
    scope: PsString,
    #[parameter(name = "PSProvider", pipeline_by_name)]
    ps_provider: Vec<PsString>,
}

impl Cmdlet for GetPsDrive {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        known_scope(io.rs, &self.scope)?;
        let literal = io.set().is("LiteralName");
        let every = [PsString::from("*")];
        let names = match () {
            () if literal => &self.literal_name[..],
            () if self.name.is_empty() => &every,
            () => &self.name,
        };
        for name in names {
            let choice = match DriveChoice::new(name, literal, &self.ps_provider) {
                Ok(choice) => choice,
                Err(error) if error.thrown().is_some() => {
                    let names = pwsh_value::Obj::strings(self.ps_provider.iter().cloned());
                    io.write_error(unmatched(error, names.into()))?;
                    continue;
                }
                Err(error) => return Err(error),
            };
            let mut drives = choice.of(io.rs);
            if drives.is_empty() && (literal || !has_wildcards(name)) {
                io.write_error(unmatched(drive_not_found(&name.to_str()), name.clone().into()))?;
            }
            drives.sort_by_cached_key(|drive| {
                drive.get::<Drive>().map(|drive| drive.name.to_str().to_lowercase()).unwrap_or_default()
            });
            for drive in drives {
                io.write(drive)?;
            }
        }
        Ok(())
    }
}

fn unmatched(error: pwsh_value::Error, target: Value) -> pwsh_value::Error {
    reported_as(error, "GetLocationNoMatchingDrive", Category::ObjectNotFound).target(target)
}
