//! `Resolve-Path`.

use super::credential::refuse_credential;
use super::named_items::{existing, report};
use super::relative_path::relative;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::{ItemPath, PathInfo, item_not_found};
use pwsh_value::{PsString, Result, Value};

/// Gives the full paths of the items at paths, or their ways from here.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Resolve-Path",
    module = "Microsoft.PowerShell.Management",
    aliases("rvpa"),
    default_set = "Path",
    output("System.Management.Automation.PathInfo", "System.String"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097143"
)]
pub struct ResolvePath {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter(set = "Path")]
    #[parameter(set = "LiteralPath")]
    relative: Switch,
    #[parameter]
    relative_base_path: PsString,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
    #[parameter]
    force: Switch,
    /// What relative paths begin at; `None`: the current location.
    base: Option<ItemPath>,
}

impl Cmdlet for ResolvePath {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        if !self.relative_base_path.is_empty() {
            let base = io.rs.item_path(&self.relative_base_path.to_str())?;
            if !io.rs.is_container(&base) {
                return Err(item_not_found(&base.shown()));
            }
            self.base = Some(base);
        }
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let Some(base) = self.base.clone() else { return self.resolve(io, None) };
        // Paths count from the base while they are resolved.
        let here = io.rs.location_item()?;
        io.rs.visit(&base)?;
        let resolved = self.resolve(io, Some(&base));
        let back = io.rs.visit(&here);
        resolved.and(back)
    }
}

impl ResolvePath {
    fn resolve(&self, io: &mut Io<'_>, base: Option<&ItemPath>) -> Result<()> {
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        for item in existing(io, paths, literal, self.force.0)? {
            if !self.relative.0 {
                io.write(PathInfo::object(item))?;
                continue;
            }
            let from = match base {
                Some(base) => Ok(base.clone()),
                None => io.rs.location_item(),
            };
            let way = from.map(|from| relative(&from, &item));
            match way {
                Ok(way) => io.write(way)?,
                Err(error) => report(io, Err(error))?,
            }
        }
        Ok(())
    }
}
