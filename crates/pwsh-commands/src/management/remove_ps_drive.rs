//! `Remove-PSDrive`.

use super::drive_choice::DriveChoice;
use super::drive_scope::known_scope;
use super::named_items::report;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::{Drive, drive_not_found};
use pwsh_value::wildcard::has_wildcards;
use pwsh_value::{Category, Error, Obj, PsString, Result};

/// Takes drives away.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Remove-PSDrive",
    module = "Microsoft.PowerShell.Management",
    aliases("rdr"),
    default_set = "Name",
    should_process,
    class = "Microsoft.PowerShell.Commands.RemovePSDriveCommand",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097050"
)]
pub struct RemovePsDrive {
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "Name")]
    #[validate(allow_null, allow_empty_collection)]
    name: Vec<PsString>,
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "LiteralName")]
    literal_name: Vec<PsString>,
    #[parameter(name = "PSProvider", pipeline_by_name)]
    ps_provider: Vec<PsString>,
    #[parameter(pipeline_by_name)]
    scope: PsString,
    #[parameter]
    force: Switch,
}

impl Cmdlet for RemovePsDrive {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        known_scope(io.rs, &self.scope)?;
        let literal = io.set().is("LiteralName");
        let names = if literal { &self.literal_name } else { &self.name };
        for name in names {
            let removed = self.remove(io, name, literal);
            report(io, removed)?;
        }
        Ok(())
    }
}

impl RemovePsDrive {
    fn remove(&self, io: &mut Io<'_>, name: &PsString, literal: bool) -> Result<()> {
        let drives = DriveChoice::new(name, literal, &self.ps_provider)?.of(io.rs);
        if drives.is_empty() && (literal || !has_wildcards(name)) {
            return Err(drive_not_found(&name.to_str()));
        }
        for drive in drives {
            let removed = self.remove_one(io, &drive);
            report(io, removed)?;
        }
        Ok(())
    }

    fn remove_one(&self, io: &mut Io<'_>, drive: &Obj) -> Result<()> {
        let Some(info) = drive.get::<Drive>() else { return Ok(()) };
        let target =
            format!("Name: {} Provider: {} Root: {}", info.name, info.provider.full_name(), info.root);
        if !io.should_process(&target, "Remove Drive")? {
            return Ok(());
        }
        let here = io.rs.location_item()?;
        if !self.force.0 && here.drive.as_ref().is_some_and(|current| current.same(drive)) {
            let text = format!("Cannot remove drive '{}' because it is in use.", info.name);
            return Err(Error::new("System.Management.Automation.PSInvalidOperationException", text)
                .id("InvalidOperation")
                .category(Category::InvalidOperation));
        }
        io.rs.places.drives.retain(|kept| !kept.same(drive));
        Ok(())
    }
}
