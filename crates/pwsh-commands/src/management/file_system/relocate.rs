//! Files and folders that move to another place or get another name.

use super::super::item_object::write_item;
use super::super::selection::Selection;
use super::copy::Copying;
use super::create::already_there;
use super::refusal::{io_error, refused_item};
use super::remove::Removing;
use psjob_dotnet::io::{failure, file_system_info::entry_object, file_system_info::set_read_only};
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, Error, Result};
use std::fs;
use std::io::ErrorKind;

/// Moves a file or folder to `to`, or into it where that is a folder; the moved item is put out with `pass_thru`.
///
/// # Errors
/// What stops the pipeline; refusals are written.
pub fn relocate(io: &mut Io<'_>, from: &ItemPath, to: &ItemPath, force: bool, pass_thru: bool) -> Result<()> {
    let is_folder = from.file().is_dir();
    let to = if to.file().is_dir() { to.child(from.name()) } else { to.clone() };
    if is_folder && (to.path == from.path || to.path.starts_with(&format!("{}/", from.path))) {
        let text = format!(
            "Destination path cannot be a subdirectory of the source or the source itself: {}.",
            to.path
        );
        let target = to.path.as_str();
        return io.write_error(io_error(text, "MoveItemArgumentError", Category::InvalidArgument, target));
    }
    let action = if is_folder { "Move Directory" } else { "Move File" };
    if !io.should_process(&format!("Item: {} Destination: {}", from.path, to.path), action)? {
        return Ok(());
    }
    let moved = if is_folder { move_folder(io, from, &to, force)? } else { move_file(io, from, &to, force)? };
    if moved && pass_thru { write_item(io, &to) } else { Ok(()) }
}

fn move_file(io: &mut Io<'_>, from: &ItemPath, to: &ItemPath, force: bool) -> Result<bool> {
    let is_there = to.file().symlink_metadata().is_ok() && from.path != to.path;
    if is_there && !force {
        let error = failure::exists(to.file()).id("MoveFileInfoItemIOError").category(Category::WriteError);
        io.write_error(error.target(entry_object(from.file().to_owned())))?;
        return Ok(false);
    }
    if is_there {
        // If it cannot be made writable, replacing it says why.
        let _ = set_read_only(to.file(), false);
    }
    let mut moved = fs::rename(from.file(), to.file());
    if moved.as_ref().is_err_and(|error| error.kind() == ErrorKind::CrossesDevices) {
        moved = fs::copy(from.file(), to.file()).and_then(|_| fs::remove_file(from.file()));
    }
    match moved {
        Ok(()) => Ok(true),
        Err(error) => {
            let shown = if error.kind() == ErrorKind::NotFound { to.file() } else { from.file() };
            let error = refused_item(&error, shown, "MoveFileInfoItem");
            io.write_error(error.target(entry_object(from.file().to_owned()))).map(|()| false)
        }
    }
}

fn move_folder(io: &mut Io<'_>, from: &ItemPath, to: &ItemPath, force: bool) -> Result<bool> {
    if to.file().symlink_metadata().is_ok() {
        let error = match to.file().is_dir() {
            true => occupied(to, "MoveDirectoryItemIOError", from),
            false => already_there(to),
        };
        return io.write_error(error).map(|()| false);
    }
    match fs::rename(from.file(), to.file()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let all = Selection::default();
            Copying { recurse: true, force, pass_thru: false, selection: &all }.copy(io, from, to)?;
            Removing { recurse: false, force: true, selection: &all }.remove(io, from.file())?;
            Ok(true)
        }
        Err(error) => {
            let shown = if error.kind() == ErrorKind::NotFound { to.file() } else { from.file() };
            let error = refused_item(&error, shown, "MoveDirectoryItem");
            io.write_error(error.target(entry_object(from.file().to_owned()))).map(|()| false)
        }
    }
}

/// Gives a file or folder another name in the same folder; it is put out with `pass_thru`.
///
/// # Errors
/// Argument for a name that is a path; refusals are written.
pub fn rename(io: &mut Io<'_>, item: &ItemPath, new_name: &str, pass_thru: bool) -> Result<()> {
    let name = bare_name(item, new_name);
    if name.is_empty() || name.contains('/') {
        let text = "Cannot rename the specified target, because it represents a path or device name.";
        return Err(Error::new("System.Management.Automation.PSArgumentException", text)
            .id("Argument")
            .category(Category::InvalidArgument));
    }
    let Some(to) = item.parent().map(|parent| parent.child(name)) else { return Ok(()) };
    let is_folder = item.file().is_dir();
    let action = if is_folder { "Rename Directory" } else { "Rename File" };
    if !io.should_process(&format!("Item: {} Destination: {}", item.path, to.path), action)? {
        return Ok(());
    }
    let is_there = to.file().symlink_metadata().is_ok() && to.path != item.path;
    let renamed = match is_there {
        true if is_folder => Err(occupied(&to, "RenameItemIOError", item).target(item.path.as_str())),
        true => Err(failure::exists(to.file())
            .id("RenameItemIOError")
            .category(Category::WriteError)
            .target(item.path.as_str())),
        false => fs::rename(item.file(), to.file())
            .map_err(|error| super::refusal::refused(&error, item.file(), "RenameItem")),
    };
    match renamed {
        Ok(()) if pass_thru => write_item(io, &to),
        Ok(()) => Ok(()),
        Err(error) => io.write_error(error),
    }
}

/// The new name without the item's own folder before it.
fn bare_name<'a>(item: &ItemPath, new_name: &'a str) -> &'a str {
    if let Some(rest) = new_name.strip_prefix("./").or_else(|| new_name.strip_prefix(".\\")) {
        return rest;
    }
    let own = item.path.rsplit_once('/').map(|(folder, _)| folder);
    match new_name.rsplit_once('/') {
        Some((folder, name)) if own.is_some_and(|own| own.eq_ignore_ascii_case(folder)) => name,
        _ => new_name,
    }
}

fn occupied(to: &ItemPath, id: &str, from: &ItemPath) -> Error {
    let text =
        format!("Cannot create '{}' because a file or directory with the same name already exists.", to.path);
    io_error(text, id, Category::WriteError, entry_object(from.file().to_owned()))
}
