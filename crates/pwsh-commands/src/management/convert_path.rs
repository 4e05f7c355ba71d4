//! `Convert-Path`.

use super::named_items::existing;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result};

/// Gives the provider's own paths of the items at paths.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Convert-Path",
    module = "Microsoft.PowerShell.Management",
    aliases("cvpa"),
    default_set = "Path",
    output("System.String"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096588"
)]
pub struct ConvertPath {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter]
    force: Switch,
}

impl Cmdlet for ConvertPath {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        existing(io, paths, literal, self.force.0)?.into_iter().try_for_each(|item| io.write(item.path))
    }
}
