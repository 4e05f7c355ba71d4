//! `Update-FormatData`.

use crate::data_files::data_files;
use pwsh_format::view::{ViewTable, read_ps1xml};
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Category, Error, PsString, Result};
use std::path::Path;

/// Adds the views of files to the session's.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Update-FormatData",
    module = "Microsoft.PowerShell.Utility",
    default_set = "FileSet",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2097135"
)]
pub struct UpdateFormatData {
    #[parameter(position = 0, pipeline, pipeline_by_name, alias("PSPath", "Path"))]
    append_path: Vec<PsString>,
    #[parameter]
    #[validate(not_null)]
    prepend_path: Vec<PsString>,
}

impl UpdateFormatData {
    fn load(&self, io: &mut Io<'_>, file: &Path, before: bool) -> Result<()> {
        let shown = file.display().to_string();
        if !io.should_process(&format!("FileName: {shown}"), "Update FormatData")? {
            return Ok(());
        }
        let read = std::fs::read_to_string(file).map_err(|error| error.to_string());
        match read.and_then(|text| read_ps1xml(&text).map_err(|error| error.to_string())) {
            Ok(views) => {
                ViewTable::add(io.rs, views, before);
                Ok(())
            }
            Err(reason) => {
                let message = format!(
                    "There were errors in loading the format data file:\n{shown}, : The file was not found or is not valid: {reason}"
                );
                let error = Error::new("System.Management.Automation.RuntimeException", message)
                    .id("FormatXmlUpdateException")
                    .category(Category::InvalidOperation)
                    .target(shown);
                io.write_error(error)
            }
        }
    }
}

impl Cmdlet for UpdateFormatData {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        for file in data_files(io, &self.prepend_path, "FormatPrependPathException")? {
            self.load(io, &file, true)?;
        }
        let files = data_files(io, &self.append_path, "FormatAppendPathException")?;
        files.iter().try_for_each(|file| self.load(io, file, false))
    }
}
