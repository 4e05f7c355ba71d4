//! `Get-Location`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::provider::{Drive, PathInfo};
use pwsh_value::{PsString, Result};

/// Gives the current location, or that of a drive.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Location",
    module = "Microsoft.PowerShell.Management",
    aliases("gl", "pwd"),
    default_set = "Location",
    output("System.Management.Automation.PathInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096495"
)]
pub struct GetLocation {
    #[parameter(name = "PSDrive", pipeline_by_name, set = "Location")]
    ps_drive: Vec<PsString>,
}

impl Cmdlet for GetLocation {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.ps_drive.is_empty() {
            let location = io.rs.location_value();
            return io.write(location);
        }
        for name in &self.ps_drive {
            let drive = match io.rs.places.require_drive(&name.to_str()) {
                Ok(drive) => drive,
                Err(error) => {
                    io.write_error(error)?;
                    continue;
                }
            };
            let below = drive.get::<Drive>().map_or_else(PsString::empty, |d| d.current.lock().clone());
            let item = io.rs.item_path(&format!("{name}:/{below}"))?;
            io.write(PathInfo::object(item))?;
        }
        Ok(())
    }
}
