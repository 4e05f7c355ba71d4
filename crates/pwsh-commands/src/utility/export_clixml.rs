//! `Export-Clixml`.

use crate::clixml_text::to_clixml;
use crate::encoding_argument::encoding_argument;
use crate::file_argument::{Opening, OutputFile};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Writes objects to a CLIXML file.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Export-Clixml",
    module = "Microsoft.PowerShell.Utility",
    default_set = "ByPath",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096926"
)]
pub struct ExportClixml {
    #[parameter]
    #[validate(range(1, 2147483647))]
    depth: Option<i32>,
    #[parameter(mandatory, position = 0, set = "ByPath")]
    path: Option<PsString>,
    #[parameter(mandatory, set = "ByLiteralPath", alias("PSPath", "LP"))]
    literal_path: Option<PsString>,
    #[parameter(ty = "System.Management.Automation.PSObject", mandatory, pipeline)]
    #[validate(allow_null)]
    input_object: Value,
    #[parameter]
    force: Switch,
    #[parameter(alias("NoOverwrite"))]
    no_clobber: Switch,
    #[parameter]
    #[validate(not_null_or_empty)]
    encoding: Value,
    file: Option<OutputFile>,
    values: Vec<Value>,
}

impl Cmdlet for ExportClixml {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = self.literal_path.is_some();
        let path = self.literal_path.clone().or_else(|| self.path.clone()).unwrap_or_default();
        if !io.should_process(&path.to_str(), "Export-Clixml")? {
            return Ok(());
        }
        let encoding = encoding_argument(io.rs, &self.encoding)?;
        let opening = Opening { append: false, force: self.force.0, no_clobber: self.no_clobber.0 };
        self.file = Some(OutputFile::open(io, &path, literal, opening, encoding)?);
        Ok(())
    }

    fn process(&mut self, _: &mut Io<'_>) -> Result<()> {
        if self.file.is_some() {
            self.values.push(self.input_object.clone());
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(mut file) = self.file.take() else { return Ok(()) };
        let text = to_clixml(io.rs, &self.values, self.depth.unwrap_or(2))?;
        file.write(text.as_wtf8())
    }
}
