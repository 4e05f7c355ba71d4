//! `Push-Location`.

use super::set_location::{go, put_out_location};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result};

/// Remembers the current location on a stack, and goes to another.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Push-Location",
    module = "Microsoft.PowerShell.Management",
    aliases("pushd"),
    default_set = "Path",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097105"
)]
pub struct PushLocation {
    #[parameter(position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: PsString,
    #[parameter(pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: PsString,
    #[parameter]
    pass_thru: Switch,
    #[parameter(pipeline_by_name)]
    stack_name: PsString,
}

impl Cmdlet for PushLocation {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        io.rs.push_location(&self.stack_name);
        let literal = io.set().is("LiteralPath");
        let path = if literal { &self.literal_path } else { &self.path };
        if path.is_empty() {
            return Ok(());
        }
        let moved = go(io, path, literal);
        put_out_location(io, moved, self.pass_thru.0)
    }
}
