//! `ConvertFrom-CliXml`.

use crate::clixml_text::from_clixml;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Obj, PsString, Result};

/// Gives the objects that the text of a CLIXML document holds.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertFrom-CliXml",
    module = "Microsoft.PowerShell.Utility",
    class = "Microsoft.PowerShell.Commands.ConvertFromClixmlCommand",
    help = "https://go.microsoft.com/fwlink/?LinkID=2280770"
)]
pub struct ConvertFromClixml {
    #[parameter(mandatory, position = 0, pipeline)]
    input_object: PsString,
}

impl Cmdlet for ConvertFromClixml {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut values = from_clixml(io.rs, &self.input_object.to_str())?;
        match values.len() {
            0 => Ok(()),
            1 => io.write(values.swap_remove(0)),
            _ => io.write(Obj::array(values)),
        }
    }
}
