//! Copies of files and folders.

use super::super::item_object::write_item;
use super::super::selection::Selection;
use super::create::already_there;
use super::refusal::{io_error, refused, refused_item};
use crate::object_errors::reported_as;
use psjob_dotnet::io::failure;
use psjob_dotnet::io::file::copy_file;
use psjob_dotnet::io::file_system_info::{Moment, entry_object, set_read_only, set_time};
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::{ItemPath, listed};
use pwsh_value::{Category, Result};
use std::fs;
use std::path::Path;

/// How items are copied.
pub struct Copying<'a> {
    /// -Recurse: with what is in folders.
    pub recurse: bool,
    /// -Force: over read-only files, into folders that are there.
    pub force: bool,
    /// -PassThru: the copies are put out.
    pub pass_thru: bool,
    /// Which of the items in a folder.
    pub selection: &'a Selection,
}

impl Copying<'_> {
    /// Copies a file or folder to `to`, or into it where that is a folder.
    ///
    /// # Errors
    /// What stops the pipeline; refusals are written.
    pub fn copy(&self, io: &mut Io<'_>, from: &ItemPath, to: &ItemPath) -> Result<()> {
        match from.file().is_dir() {
            true => self.folder(io, from, to),
            false => self.file(io, from, to),
        }
    }

    /// Copies all that is in a folder, at whatever depth, beside one another into `to`.
    ///
    /// # Errors
    /// As [`copy`](Self::copy).
    pub fn copy_flat(&self, io: &mut Io<'_>, from: &ItemPath, to: &ItemPath) -> Result<()> {
        let single = Copying { recurse: false, ..*self };
        for (name, is_folder) in self.entries(io, from)? {
            let child = from.child(&name);
            single.copy(io, &child, to)?;
            if is_folder {
                self.copy_flat(io, &child, to)?;
            }
        }
        Ok(())
    }

    fn folder(&self, io: &mut Io<'_>, from: &ItemPath, to: &ItemPath) -> Result<()> {
        io.poll()?;
        let to = if to.file().is_dir() { to.child(from.name()) } else { to.clone() };
        if self.selection.excludes(from.name()) {
            return Ok(());
        }
        // The entries are taken before the copy is there, which may lie in the folder itself.
        let entries = if self.recurse { self.entries(io, from)? } else { Vec::new() };
        if !io.should_process(&format!("Item: {} Destination: {}", from.path, to.path), "Copy Directory")? {
            return Ok(());
        }
        if to.file().symlink_metadata().is_ok() && !self.force {
            io.write_error(already_there(&to))?;
        } else if let Err(error) = fs::create_dir_all(to.file()) {
            io.write_error(refused(&error, to.file(), "CreateDirectory"))?;
        } else {
            self.show(io, &to)?;
        }
        if !to.file().is_dir() {
            return Ok(());
        }
        let (folders, files): (Vec<_>, Vec<_>) = entries.into_iter().partition(|(_, is_folder)| *is_folder);
        for (name, _) in files.iter().filter(|(name, _)| self.selection.filters(name)) {
            self.file(io, &from.child(name), &to)?;
        }
        for (name, _) in folders {
            self.folder(io, &from.child(&name), &to)?;
        }
        Ok(())
    }

    fn file(&self, io: &mut Io<'_>, from: &ItemPath, to: &ItemPath) -> Result<()> {
        let to = if to.file().is_dir() { to.child(from.name()) } else { to.clone() };
        if is_same(from.file(), to.file()) {
            let text = format!("Cannot overwrite the item {} with itself.", to.path);
            return io.write_error(io_error(text, "CopyError", Category::WriteError, to.path.as_str()));
        }
        if self.selection.excludes(from.name())
            || !io.should_process(&format!("Item: {} Destination: {}", from.path, to.path), "Copy File")?
        {
            return Ok(());
        }
        if self.force && to.file().is_file() {
            // If it cannot be made writable, the copy says why.
            let _ = set_read_only(to.file(), false);
        }
        if let Err(error) = copy_file(from.file(), to.file(), true) {
            let unauthorized = error
                .thrown()
                .is_some_and(|t| t.exception.ty().name().is("System.UnauthorizedAccessException"));
            let (id, category) = match unauthorized {
                true => ("CopyFileInfoItemUnauthorizedAccessError", Category::PermissionDenied),
                false => ("CopyFileInfoItemIOError", Category::WriteError),
            };
            let target = entry_object(from.file().to_owned());
            return io.write_error(reported_as(error, id, category).target(target));
        }
        // A copy is as old as what it was made of.
        let written = from.file().metadata().and_then(|metadata| metadata.modified());
        if let Ok(written) = written {
            let _ = set_time(to.file(), Moment::Write, written);
        }
        self.show(io, &to)
    }

    fn entries(&self, io: &mut Io<'_>, folder: &ItemPath) -> Result<Vec<(String, bool)>> {
        match listed(folder.file()) {
            Ok(entries) => Ok(entries),
            Err(error) => {
                let cause = failure::of_directory(&error, folder.file());
                let error = match cause.thrown() {
                    Some(_) => refused_item(&error, folder.file(), "CopyDirectoryInfoItem"),
                    None => cause,
                };
                io.write_error(error).map(|()| Vec::new())
            }
        }
    }

    fn show(&self, io: &mut Io<'_>, copy: &ItemPath) -> Result<()> {
        if self.pass_thru { write_item(io, copy) } else { Ok(()) }
    }
}

/// Whether two paths lead to the same file.
fn is_same(from: &Path, to: &Path) -> bool {
    match (from.canonicalize(), to.canonicalize()) {
        (Ok(from), Ok(to)) => from == to,
        _ => false,
    }
}
