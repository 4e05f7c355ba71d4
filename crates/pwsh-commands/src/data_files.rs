//! The `.ps1xml` files that Update-TypeData and Update-FormatData load.

use crate::object_errors::reported_as;
use pwsh_runtime::command::Io;
use pwsh_value::{Category, Error, PsString, Result};
use std::path::PathBuf;

/// The files that paths name; those that are none are reported under an id.
///
/// # Errors
/// What stops the pipeline.
pub fn data_files(io: &mut Io<'_>, paths: &[PsString], id: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        let found = match io.rs.glob(&path.to_str(), false) {
            Ok(found) => found,
            Err(error) if error.thrown().is_some() => {
                io.write_error(reported_as(error, id, Category::InvalidOperation).target(path.clone()))?;
                continue;
            }
            Err(error) => return Err(error),
        };
        for item in found {
            let error = if !item.is_file_system() {
                let provider = item.provider.full_name();
                let text = format!(
                    "Cannot open the file because the current provider is \"{provider}\", and this command requires a file."
                );
                Error::new("System.Management.Automation.PSInvalidOperationException", text)
                    .id("WrongProvider")
            } else if !item.file().exists() {
                reported_as(
                    pwsh_runtime::provider::item_not_found(&item.shown()),
                    id,
                    Category::InvalidOperation,
                )
            } else if !item.path.to_ascii_lowercase().ends_with(".ps1xml") {
                let text = format!(
                    "Cannot read the file \"{}\"  because it does not have the file name extension \".ps1xml\".",
                    item.path
                );
                Error::new("System.Management.Automation.PSInvalidOperationException", text)
                    .id("WrongExtension")
            } else {
                files.push(item.file().to_owned());
                continue;
            };
            io.write_error(error.category(Category::InvalidOperation).target(path.clone()))?;
        }
    }
    Ok(files)
}
