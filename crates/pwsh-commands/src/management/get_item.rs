//! `Get-Item`.

use super::item_object::item_object;
use super::named_items::existing;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result};

/// Gives the items at paths.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Item",
    module = "Microsoft.PowerShell.Management",
    aliases("gi"),
    default_set = "Path",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096812"
)]
pub struct GetItem {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter]
    force: Switch,
}

impl Cmdlet for GetItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        for item in existing(io, paths, literal, self.force.0)? {
            let object = item_object(io.rs, &item);
            io.write(object)?;
        }
        Ok(())
    }
}
