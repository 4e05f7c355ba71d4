//! `Import-LocalizedData`.

use psjob_dotnet::globalization::provider;
use psjob_dotnet::io::text_file;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::data_file;
use pwsh_value::text::culture::Culture;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::{Category, Error, Name, PsString, Result};
use std::path::{Path, PathBuf};

/// Loads the data file of a script for a culture.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Import-LocalizedData",
    module = "Microsoft.PowerShell.Utility",
    class = "Microsoft.PowerShell.Commands.ImportLocalizedData",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096710"
)]
pub struct ImportLocalizedData {
    #[parameter(position = 0, alias("Variable"))]
    #[validate(not_null_or_empty)]
    binding_variable: Option<PsString>,
    #[parameter(position = 1, name = "UICulture")]
    ui_culture: Option<PsString>,
    #[parameter]
    base_directory: Option<PsString>,
    #[parameter]
    file_name: Option<PsString>,
    #[parameter]
    supported_command: Vec<PsString>,
}

impl Cmdlet for ImportLocalizedData {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(file) = self.file(io)? else { return Ok(()) };
        let text = match text_file::read_bytes(&file) {
            Ok(bytes) => text_file::decoded(&bytes, Encoding::Utf8),
            Err(error) => {
                return io.write_error(
                    error
                        .id("ImportLocalizedData")
                        .category(Category::OpenError)
                        .target(file.to_string_lossy().into_owned()),
                );
            }
        };
        let value = match data_file::value_of(io.rs, &text, &file, &self.supported_command) {
            Ok(value) => value,
            Err(error) => {
                return io.write_error(error.id("ImportLocalizedData").category(Category::ParserError));
            }
        };
        let Some(variable) = &self.binding_variable else { return io.write_each(value) };
        let text = variable.to_str();
        let name = text.strip_prefix("variable:").unwrap_or(&text);
        let scope = io.rs.cur.scope;
        io.rs.store(scope, Name::intern(name), value)
    }
}

impl ImportLocalizedData {
    /// The file of the culture, or of the nearest of its parents that has one, or of none; what is not there is reported.
    fn file(&self, io: &mut Io<'_>) -> Result<Option<PathBuf>> {
        let script = io
            .call
            .position
            .as_ref()
            .and_then(|(source, _)| source.file().map(|file| PathBuf::from(&**file)));
        let folder = match (&self.base_directory, script.as_ref().and_then(|script| script.parent())) {
            (Some(folder), _) => io.rs.file_path(&folder.to_str())?,
            (None, Some(folder)) => folder.to_owned(),
            (None, None) => {
                let text = "The BaseDirectory parameter must be specified when the command is not called from a script file.";
                io.write_error(refused(text.to_owned(), "ImportLocalizedData", Category::InvalidOperation))?;
                return Ok(None);
            }
        };
        let name = match (&self.file_name, script.as_ref().and_then(|script| script.file_stem())) {
            (Some(name), _) if name.to_str().contains('/') => {
                let text = "The argument for the FileName parameter should not contain a path.";
                io.write_error(refused(text.to_owned(), "ImportLocalizedData", Category::InvalidArgument))?;
                return Ok(None);
            }
            (Some(name), _) => name.to_string(),
            (None, Some(stem)) => stem.to_string_lossy().into_owned(),
            (None, None) => {
                let text = "The FileName parameter was not specified. The FileName parameter is required when Import-LocalizedData is not called from a script file.";
                io.write_error(refused(text.to_owned(), "ImportLocalizedData", Category::InvalidOperation))?;
                return Ok(None);
            }
        };
        let with_ending =
            if name.to_ascii_lowercase().ends_with(".psd1") { name } else { format!("{name}.psd1") };
        let culture = match &self.ui_culture {
            None => provider::current(io.rs),
            Some(name) => match Culture::get(&name.to_str()) {
                Ok(culture) => culture,
                Err(_) => {
                    let text = format!("Culture name {name} is not a supported culture.");
                    io.write_error(refused(text, "ImportLocalizedData", Category::InvalidArgument))?;
                    return Ok(None);
                }
            },
        };
        let mut culture = culture;
        loop {
            let found = folder.join(&*culture.name).join(&with_ending);
            if found.is_file() {
                return Ok(Some(found));
            }
            if culture.name.is_empty() {
                break;
            }
            culture = culture.parent();
        }
        let shown: &Path = &folder;
        let text = format!(
            "Cannot find the PowerShell data file '{with_ending}' in directory '{}', or in any parent culture directories.",
            shown.join(self.ui_culture.as_ref().map_or_else(String::new, PsString::to_string)).display()
        );
        io.write_error(
            refused(text, "ImportLocalizedData", Category::ObjectNotFound).target(with_ending.as_str()),
        )?;
        Ok(None)
    }
}

fn refused(text: String, id: &str, category: Category) -> Error {
    Error::new("System.Management.Automation.PSInvalidOperationException", text).id(id).category(category)
}
