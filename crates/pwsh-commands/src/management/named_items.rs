//! The items that the -Path and -LiteralPath of a cmdlet name.

use super::selection::{Selection, filter_not_supported};
use pwsh_runtime::Runspace;
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::{ItemPath, item_not_found};
use pwsh_value::wildcard::has_wildcards;
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

/// Writes an exception as an error; what else leaves a call goes on.
///
/// # Errors
/// What stops the pipeline.
pub fn report(io: &mut Io<'_>, result: Result<()>) -> Result<()> {
    match result {
        Err(error) if error.thrown().is_some() => io.write_error(error),
        result => result,
    }
}

/// The items of some paths that are there; for each path that names none by its name an error is written.
///
/// # Errors
/// What stops the pipeline.
pub fn existing(io: &mut Io<'_>, paths: &[PsString], literal: bool, force: bool) -> Result<Vec<ItemPath>> {
    selected(io, paths, literal, force, &Selection::default())
}

/// The same, of them those that are selected: by all patterns where the path has wildcards, else by those to include
/// and exclude by.
///
/// # Errors
/// What stops the pipeline.
pub fn selected(
    io: &mut Io<'_>,
    paths: &[PsString],
    literal: bool,
    force: bool,
    selection: &Selection,
) -> Result<Vec<ItemPath>> {
    let mut items = Vec::new();
    for path in paths {
        let found = selected_at(io.rs, path, literal, force, selection).map(|found| {
            for item in found {
                match exists(io.rs, &item) {
                    true => items.push(Ok(item)),
                    false => items.push(Err(item_not_found(&item.shown()))),
                }
            }
        });
        if let Err(error) = found {
            match error.thrown() {
                Some(_) => items.push(Err(error)),
                None => return Err(error),
            }
        }
    }
    let mut there = Vec::new();
    for item in items {
        match item {
            Ok(item) => there.push(item),
            Err(error) => io.write_error(error)?,
        }
    }
    Ok(there)
}

/// What one path names and the selection lets through, be it there or not.
///
/// # Errors
/// As [`named`]; NotSupported for a filter on other items than files.
pub fn selected_at(
    rs: &mut Runspace,
    path: &PsString,
    literal: bool,
    force: bool,
    selection: &Selection,
) -> Result<Vec<ItemPath>> {
    let mut found = named(rs, path, literal, force)?;
    if selection.has_filter() && found.iter().any(|item| !item.is_file_system()) {
        return Err(filter_not_supported());
    }
    match () {
        () if literal => {}
        () if has_wildcards(path) => found.retain(|item| selection.matches(item.name())),
        () if selection.is_narrow() => found.retain(|item| selection.includes(item.name())),
        () => {}
    }
    Ok(found)
}

/// The value with the notes that say which item its content is of: `PSPath` and its kin.
pub fn with_path(rs: &Runspace, value: Value, item: &ItemPath) -> Value {
    let value = value.wrap();
    if let Some(cell) = value.cell() {
        let mut notes: Vec<(&str, Value)> = vec![("PSPath", item.shown().into())];
        if item.is_file_system() {
            let parent = item.parent().map_or_else(PsString::empty, |parent| parent.shown());
            notes.extend([("PSParentPath", parent.into()), ("PSChildName", item.name().into())]);
        }
        notes.push(("PSDrive", item.drive_value()));
        notes.push(("PSProvider", Value::Object(rs.places.provider(item.provider).clone())));
        for (name, note) in notes {
            cell.attached_or_new().set(cell, name.into(), Member::Note(note));
        }
    }
    value
}
