//! Files and folders that are removed.

use super::super::selection::Selection;
use super::refusal::io_error;
use crate::object_errors::reported_as;
use psjob_dotnet::io::failure;
use psjob_dotnet::io::file_system_info::{attributes_of, entry_object, set_read_only};
use pwsh_runtime::command::Io;
use pwsh_value::{Category, Error, Result};
use std::fs;
use std::path::{Path, PathBuf};

const READ_ONLY: i64 = 1;
const HIDDEN: i64 = 2;

/// How items are removed.
pub struct Removing<'a> {
    /// -Recurse: what is in a folder is confirmed item by item.
    pub recurse: bool,
    /// -Force: hidden and read-only items too.
    pub force: bool,
    /// Which files of a folder.
    pub selection: &'a Selection,
}

impl Removing<'_> {
    /// Removes a file, a link, or a folder with all that is in it.
    ///
    /// # Errors
    /// What stops the pipeline; refusals are written.
    pub fn remove(&self, io: &mut Io<'_>, path: &Path) -> Result<()> {
        match path.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()) {
            true => self.folder(io, path, true),
            false => self.file(io, path, true),
        }
    }

    fn folder(&self, io: &mut Io<'_>, path: &Path, is_root: bool) -> Result<()> {
        io.poll()?;
        if (is_root || self.recurse) && !io.should_process(&path.to_string_lossy(), "Remove Directory")? {
            return Ok(());
        }
        let (folders, files) = match entries(path) {
            Ok(entries) => entries,
            Err(error) => {
                return io.write_error(refused(&failure::of_directory(&error, path), &error, path));
            }
        };
        for folder in folders {
            self.folder(io, &folder, false)?;
        }
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if self.selection.filters(&name) {
                self.file(io, &file, self.recurse)?;
            }
        }
        if !self.force && fs::read_dir(path).is_ok_and(|mut list| list.next().is_some()) {
            let text = format!("Directory {} cannot be removed because it is not empty.", path.display());
            let target = entry_object(path.to_owned());
            return io.write_error(io_error(text, "DirectoryNotEmpty", Category::WriteError, target));
        }
        self.delete(io, path, true)
    }

    fn file(&self, io: &mut Io<'_>, path: &Path, confirm: bool) -> Result<()> {
        if confirm && !io.should_process(&path.to_string_lossy(), "Remove File")? {
            return Ok(());
        }
        self.delete(io, path, false)
    }

    fn delete(&self, io: &mut Io<'_>, path: &Path, is_folder: bool) -> Result<()> {
        let Ok(metadata) = path.symlink_metadata() else { return Ok(()) };
        let attributes = attributes_of(path, &metadata);
        if !self.force && attributes & (READ_ONLY | HIDDEN) != 0 {
            let text = "You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only.";
            let error = failure::io_exception(text)
                .id("RemoveFileSystemItemUnAuthorizedAccess")
                .category(Category::PermissionDenied);
            return io.write_error(explained(error, path));
        }
        if self.force && attributes & READ_ONLY != 0 && !metadata.is_symlink() {
            // If it cannot be made writable, removing it says why.
            let _ = set_read_only(path, false);
        }
        let removed = if is_folder { fs::remove_dir(path) } else { fs::remove_file(path) };
        match removed {
            Ok(()) => Ok(()),
            Err(error) => io.write_error(refused(&failure::of(&error, path), &error, path)),
        }
    }
}

/// The folders and the other entries of a folder; a link to a folder is no folder here.
fn entries(path: &Path) -> std::io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        match entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            true => folders.push(entry.path()),
            false => files.push(entry.path()),
        }
    }
    Ok((folders, files))
}

fn refused(cause: &Error, error: &std::io::Error, path: &Path) -> Error {
    let (id, category) = match error.kind() {
        std::io::ErrorKind::PermissionDenied => {
            ("RemoveFileSystemItemUnAuthorizedAccess", Category::PermissionDenied)
        }
        _ => ("RemoveFileSystemItemIOError", Category::WriteError),
    };
    let exception = cause.thrown().map(|thrown| thrown.exception.clone());
    let error = exception.map_or_else(|| failure::of(error, path), Error::throw);
    explained(reported_as(error, id, category), path)
}

/// The error with the text that people are shown, and the item as its target.
fn explained(error: Error, path: &Path) -> Error {
    let text = format!("Cannot remove item {}: {}", path.display(), error.message());
    error.details(text).target(entry_object(path.to_owned()))
}
