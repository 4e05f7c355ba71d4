//! `Import-Csv`.

use crate::csv::{Import, delimiter};
use crate::encoding_argument::encoding_argument;
use crate::file_argument::{file_named, read_file};
use psjob_dotnet::io::text_file;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Gives the objects that a file of comma-separated values holds.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Import-Csv",
    module = "Microsoft.PowerShell.Utility",
    aliases("ipcsv"),
    default_set = "DelimiterPath",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097020"
)]
pub struct ImportCsv {
    #[parameter(ty = "System.Char", position = 1, set = "DelimiterPath")]
    #[parameter(position = 1, set = "DelimiterLiteralPath")]
    #[validate(not_null)]
    delimiter: Value,
    #[parameter(position = 0, mandatory, pipeline, pipeline_by_name, set = "DelimiterPath")]
    #[parameter(position = 0, mandatory, pipeline, pipeline_by_name, set = "CulturePath")]
    #[validate(not_null_or_empty)]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, set = "DelimiterLiteralPath", alias("PSPath", "LP"))]
    #[parameter(mandatory, pipeline_by_name, set = "CultureLiteralPath")]
    #[validate(not_null_or_empty)]
    literal_path: Vec<PsString>,
    #[parameter(mandatory, set = "CulturePath")]
    #[parameter(mandatory, set = "CultureLiteralPath")]
    use_culture: Switch,
    #[parameter]
    #[validate(not_null_or_empty)]
    header: Vec<PsString>,
    #[parameter]
    #[validate(not_null_or_empty)]
    encoding: Value,
    import: Import,
}

impl Cmdlet for ImportCsv {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let delimiter = delimiter(io, &self.delimiter, self.use_culture.0);
        let (encoding, _) = encoding_argument(io.rs, &self.encoding)?;
        let (paths, literal) = match (&self.path[..], &self.literal_path[..]) {
            (paths, []) => (paths, false),
            ([], paths) => (paths, true),
            _ => {
                let text = "You must specify either the -Path or -LiteralPath parameters, but not both.";
                return Err(Error::new("System.InvalidOperationException", text)
                    .id("CannotSpecifyPathAndLiteralPath")
                    .category(Category::InvalidData));
            }
        };
        for path in paths {
            let file = file_named(io, path, literal)?;
            let text = text_file::decoded(&read_file(&file)?, encoding);
            self.import.next_file(&self.header);
            self.import.read(io, &text, delimiter)?;
        }
        Ok(())
    }
}
