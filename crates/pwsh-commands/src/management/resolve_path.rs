//! `Resolve-Path`.

use super::named_items::existing;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::PathInfo;
use pwsh_value::{PsString, Result};

/// Gives the full paths of the items at paths.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Resolve-Path",
    module = "Microsoft.PowerShell.Management",
    aliases("rvpa"),
    default_set = "Path",
    output("System.Management.Automation.PathInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097143"
)]
pub struct ResolvePath {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter]
    force: Switch,
}

impl Cmdlet for ResolvePath {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        for item in existing(io, paths, literal, self.force.0)? {
            io.write(PathInfo::object(item))?;
        }
        Ok(())
    }
}
