//! `ConvertTo-Csv`.

use crate::csv::{Head, Quoting, Writer, delimiter};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Gives objects as lines of comma-separated values.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertTo-Csv",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Delimiter",
    output("System.String"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096832"
)]
pub struct ConvertToCsv {
    #[parameter(
        ty = "System.Management.Automation.PSObject",
        position = 0,
        mandatory,
        pipeline,
        pipeline_by_name
    )]
    input_object: Value,
    #[parameter(ty = "System.Char", position = 1, set = "Delimiter")]
    #[validate(not_null)]
    delimiter: Value,
    #[parameter(set = "UseCulture")]
    use_culture: Switch,
    #[parameter(alias("ITI"))]
    include_type_information: Switch,
    #[parameter(alias("NTI"))]
    no_type_information: Switch,
    #[parameter(alias("QF"))]
    quote_fields: Vec<PsString>,
    #[parameter(alias("UQ"), ty = "Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind")]
    use_quotes: Value,
    #[parameter]
    no_header: Switch,
    writer: Option<Writer>,
}

impl Cmdlet for ConvertToCsv {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let quoting = Quoting::of(io, &self.use_quotes, &self.quote_fields)?;
        self.writer = Some(Writer::new(delimiter(io, &self.delimiter, self.use_culture.0), quoting));
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        if self.input_object.is_null() {
            return Ok(());
        }
        let head = Head { header: !self.no_header.0, type_line: self.include_type_information.0 };
        for line in writer.lines(io.rs, &self.input_object, head)? {
            if !line.is_empty() {
                io.write(line)?;
            }
        }
        Ok(())
    }
}
