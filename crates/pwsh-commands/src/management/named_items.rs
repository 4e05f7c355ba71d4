//! The items that the -Path and -LiteralPath of a cmdlet name.

use pwsh_runtime::Runspace;
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::{ItemPath, item_not_found};
use pwsh_value::{Member, PsString, Result, Value};

/// Whether there is such an item.
pub fn exists(rs: &mut Runspace, item: &ItemPath) -> bool {
    match item.is_file_system() {
        true => item.file().symlink_metadata().is_ok(),
        false => item.path.is_empty() || rs.session_item(item).is_some(),
    }
}

/// The items of some paths, be they there or not; wildcards count unless the paths are literal.
///
/// # Errors
/// DriveNotFound, ProviderNotFound, PathNotFound of a pattern's folder.
pub fn named(rs: &mut Runspace, path: &PsString, literal: bool, force: bool) -> Result<Vec<ItemPath>> {
    let text = path.to_str();
    if literal { Ok(vec![rs.item_path(&text)?]) } else { rs.glob(&text, force) }
}

/// The items of some paths that are there; for each path that names none by its name an error is written.
///
/// # Errors
/// What stops the pipeline.
pub fn existing(io: &mut Io<'_>, paths: &[PsString], literal: bool, force: bool) -> Result<Vec<ItemPath>> {
    let mut items = Vec::new();
    for path in paths {
        match named(io.rs, path, literal, force) {
            Ok(found) => {
                for item in found {
                    if exists(io.rs, &item) {
                        items.push(item);
                    } else {
                        io.write_error(item_not_found(&item.shown()))?;
                    }
                }
            }
            Err(error) if error.thrown().is_some() => io.write_error(error)?,
            Err(error) => return Err(error),
        }
    }
    Ok(items)
}

/// The value with the notes that say which item it is of: `PSPath` and its kin.
pub fn with_path(rs: &Runspace, value: Value, item: &ItemPath) -> Value {
    let value = value.wrap();
    if let Some(cell) = value.cell() {
        let parent = item.parent().map_or_else(PsString::empty, |parent| parent.qualified());
        let notes = [
            ("PSPath", item.qualified().into()),
            ("PSParentPath", parent.into()),
            ("PSChildName", item.name().into()),
            ("PSDrive", item.drive_value()),
            ("PSProvider", Value::Object(rs.places.provider(item.provider).clone())),
        ];
        for (name, note) in notes {
            cell.attached_or_new().set(cell, name.into(), Member::Note(note));
        }
    }
    value
}
