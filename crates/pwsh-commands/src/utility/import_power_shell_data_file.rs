//! `Import-PowerShellDataFile`.

use crate::file_argument::file_named;
use psjob_dotnet::io::text_file;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::data_file::{self, NoData};
use pwsh_value::text::encoding::Encoding;
use pwsh_value::{Category, Error, PsString, Result};

/// Gives the hash table that a `.psd1` file holds, without running any code of it.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Import-PowerShellDataFile",
    module = "Microsoft.PowerShell.Utility",
    default_set = "ByPath",
    help = "https://go.microsoft.com/fwlink/?LinkID=623621"
)]
pub struct ImportPowerShellDataFile {
    #[parameter(mandatory, position = 0, set = "ByPath")]
    #[validate(not_null_or_empty)]
    path: Vec<PsString>,
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "ByLiteralPath", alias("PSPath", "LP"))]
    #[validate(not_null_or_empty)]
    literal_path: Vec<PsString>,
    #[parameter]
    skip_limit_check: Switch,
}

impl Cmdlet for ImportPowerShellDataFile {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("ByLiteralPath");
        for path in if literal { &self.literal_path } else { &self.path } {
            let file = file_named(io, path, literal)?;
            if !file.is_file() {
                let text = format!("Cannot find path '{path}' because it does not exist.");
                io.write_error(
                    Error::new("System.ArgumentException", text)
                        .id("PathNotFound")
                        .category(Category::InvalidArgument)
                        .target(path.clone()),
                )?;
                continue;
            }
            let text = text_file::decoded(&text_file::read_bytes(&file)?, Encoding::Utf8);
            let id = match data_file::data_of(io.rs, &text, &file, !self.skip_limit_check.0) {
                Ok(table) => {
                    io.write(table)?;
                    continue;
                }
                Err(NoData::NotConstant(error)) => return Err(error),
                Err(NoData::Errors) => "CouldNotParseAsPowerShellDataFile",
                Err(NoData::NoTable) => "CouldNotParseAsPowerShellDataFileNoHashtableRoot",
            };
            let shown = file.to_string_lossy();
            let text = format!("The file '{shown}' could not be parsed as a PowerShell Data File.");
            io.write_error(
                Error::new("System.InvalidOperationException", text)
                    .id(id)
                    .category(Category::InvalidData)
                    .target(shown.into_owned()),
            )?;
        }
        Ok(())
    }
}
