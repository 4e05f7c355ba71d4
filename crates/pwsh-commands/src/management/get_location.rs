//! `Get-Location`.

use super::drive_choice::DriveChoice;
use super::named_items::report;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::{Drive, PathInfo, PathStack, drive_not_found};
use pwsh_value::wildcard::has_wildcards;
use pwsh_value::{Obj, PsString, Result};

/// Gives the current location, those of drives, or a stack of remembered ones.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Location",
    module = "Microsoft.PowerShell.Management",
    aliases("gl", "pwd"),
    default_set = "Location",
    output("System.Management.Automation.PathInfo", "System.Management.Automation.PathInfoStack"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096495"
)]
pub struct GetLocation {
    #[parameter(name = "PSProvider", pipeline_by_name, set = "Location")]
    ps_provider: Vec<PsString>,
    #[parameter(name = "PSDrive", pipeline_by_name, set = "Location")]
    ps_drive: Vec<PsString>,
    #[parameter(set = "Stack")]
    stack: Switch,
    #[parameter(pipeline_by_name, set = "Stack")]
    stack_name: Vec<PsString>,
}

impl Cmdlet for GetLocation {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.set().is("Stack") {
            let default = [PsString::empty()];
            let names = if self.stack_name.is_empty() { &default[..] } else { &self.stack_name };
            for name in names {
                let shown = PathStack::object(io.rs, name).and_then(|stack| io.write(stack));
                report(io, shown)?;
            }
            return Ok(());
        }
        if self.ps_drive.is_empty() && self.ps_provider.is_empty() {
            let location = io.rs.location_value();
            return io.write(location);
        }
        let every = [PsString::from("*")];
        let names = if self.ps_drive.is_empty() { &every[..] } else { &self.ps_drive };
        for name in names {
            let shown = self.show(io, name);
            report(io, shown)?;
        }
        Ok(())
    }
}

impl GetLocation {
    fn show(&self, io: &mut Io<'_>, name: &PsString) -> Result<()> {
        let choice = DriveChoice::new(name, false, &self.ps_provider)?;
        let drives = choice.of(io.rs);
        if drives.is_empty() && !has_wildcards(name) {
            return Err(drive_not_found(&name.to_str()));
        }
        for drive in drives {
            let location = location_in(io, &drive)?;
            io.write(location)?;
        }
        Ok(())
    }
}

/// Where one was last in a drive.
fn location_in(io: &mut Io<'_>, drive: &Obj) -> Result<pwsh_value::Value> {
    let Some(info) = drive.get::<Drive>() else { return Ok(pwsh_value::Value::Null) };
    let below = info.current.lock().clone();
    let item = match info.name.is("/") {
        true => io.rs.item_path(&format!("/{below}"))?,
        false => io.rs.item_path(&format!("{}:/{below}", info.name))?,
    };
    Ok(PathInfo::object(item))
}
