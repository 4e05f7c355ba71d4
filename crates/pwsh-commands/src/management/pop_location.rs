//! `Pop-Location`.

use super::set_location::put_out_location;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result};

/// Goes to the location that was remembered last on a stack.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Pop-Location",
    module = "Microsoft.PowerShell.Management",
    aliases("popd"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096907"
)]
pub struct PopLocation {
    #[parameter]
    pass_thru: Switch,
    #[parameter(pipeline_by_name)]
    stack_name: PsString,
}

impl Cmdlet for PopLocation {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        match io.rs.pop_location(&self.stack_name) {
            Ok(false) => Ok(()),
            Ok(true) => put_out_location(io, Ok(()), self.pass_thru.0),
            Err(error) => put_out_location(io, Err(error), false),
        }
    }
}
