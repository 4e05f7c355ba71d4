//! `ConvertFrom-Csv`.

use crate::csv::{Import, delimiter};
use crate::object_text::object_text;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Gives the objects that lines of comma-separated values stand for.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertFrom-Csv",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Delimiter",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096830"
)]
pub struct ConvertFromCsv {
    #[parameter(ty = "System.Char", position = 1, set = "Delimiter")]
    #[validate(not_null_or_empty)]
    delimiter: Value,
    #[parameter(set = "UseCulture", mandatory)]
    use_culture: Switch,
    #[parameter(position = 0, mandatory, pipeline, pipeline_by_name)]
    #[validate(not_null_or_empty)]
    input_object: Vec<Value>,
    #[parameter]
    #[validate(not_null_or_empty)]
    header: Vec<PsString>,
    import: Import,
}

impl Cmdlet for ConvertFromCsv {
    fn begin(&mut self, _: &mut Io<'_>) -> Result<()> {
        self.import = Import::new(&self.header);
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let delimiter = delimiter(io, &self.delimiter, self.use_culture.0);
        for input in &self.input_object {
            let text = object_text(io.rs, input)?.unwrap_or_default();
            self.import.read(io, &text.to_str(), delimiter)?;
        }
        Ok(())
    }
}
