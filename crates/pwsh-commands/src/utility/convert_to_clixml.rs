//! `ConvertTo-CliXml`.

use crate::clixml_text::to_clixml;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Result, Value};

/// Gives objects as the text of a CLIXML document.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertTo-CliXml",
    module = "Microsoft.PowerShell.Utility",
    output("System.String"),
    class = "Microsoft.PowerShell.Commands.ConvertToClixmlCommand",
    help = "https://go.microsoft.com/fwlink/?LinkID=2280866"
)]
pub struct ConvertToClixml {
    #[parameter(ty = "System.Management.Automation.PSObject", mandatory, position = 0, pipeline)]
    input_object: Value,
    #[parameter]
    #[validate(range(1, 2147483647))]
    depth: Option<i32>,
    values: Vec<Value>,
}

impl Cmdlet for ConvertToClixml {
    fn process(&mut self, _: &mut Io<'_>) -> Result<()> {
        self.values.push(self.input_object.clone());
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let text = to_clixml(io.rs, &self.values, self.depth.unwrap_or(2))?;
        io.write(text)
    }
}
