//! The files that cmdlets which take several read: Get-FileHash, Format-Hex.

use crate::object_errors::reported_as;
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::{ItemPath, item_not_found};
use pwsh_value::wildcard::has_wildcards;
use pwsh_value::{Category, Error, PsString, Result};

/// The items that paths name; `FileNotFound` is written for a path without wildcards that names none.
///
/// # Errors
/// What stops the pipeline.
pub fn files_to_read(io: &mut Io<'_>, paths: &[PsString], literal: bool) -> Result<Vec<ItemPath>> {
    let mut files = Vec::new();
    for path in paths {
        if literal {
            files.push(io.rs.item_path(&path.to_str())?);
            continue;
        }
        match io.rs.glob(&path.to_str(), false) {
            Ok(found) => {
                for item in found {
                    if item.is_file_system() && !item.file().exists() {
                        let missing = item_not_found(&item.shown());
                        report(io, missing, path)?;
                    } else {
                        files.push(item);
                    }
                }
            }
            Err(error) if error.thrown().is_some() && !has_wildcards(path) => report(io, error, path)?,
            Err(error) if error.thrown().is_some() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(files)
}

fn report(io: &mut Io<'_>, error: Error, path: &PsString) -> Result<()> {
    io.write_error(reported_as(error, "FileNotFound", Category::ObjectNotFound).target(path.clone()))
}
