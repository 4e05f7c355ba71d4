//! New links.

use super::refusal::{io_error, refused};
use psjob_dotnet::io::failure;
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, Error, Result};
use std::fs;
use std::path::Path;

/// Makes a symbolic link, whose target need not exist; says whether it is there.
///
/// # Errors
/// Terminating ones; others are written.
pub fn symbolic(io: &mut Io<'_>, item: &ItemPath, target: &str, force: bool) -> Result<bool> {
    if !io.should_process(&format!("Destination: {}", item.path), "Create Symbolic Link")? {
        return Ok(false);
    }
    let target = target.replace('\\', "/");
    if !make_room(io, item, force)? {
        return Ok(false);
    }
    match std::os::unix::fs::symlink(target, item.file()) {
        Ok(()) => Ok(true),
        Err(error) => io.write_error(refused(&error, item.file(), "NewItemCreate")).map(|()| false),
    }
}

/// Gives a file another name; says whether it is there.
///
/// # Errors
/// Terminating ones; others are written.
pub fn hard(io: &mut Io<'_>, item: &ItemPath, target: &str, force: bool) -> Result<bool> {
    if !io.should_process(&format!("Destination: {}", item.path), "Create Hard Link")? {
        return Ok(false);
    }
    let target = io.rs.file_path(target)?;
    if target.symlink_metadata().is_err() {
        io.write_error(not_found(&target))?;
        return Ok(false);
    }
    if target.is_dir() {
        let text =
            format!("A file is required for the operation. The item '{}' is not a file.", target.display());
        io.write_error(invalid(text, "ItemNotFile", &target))?;
        return Ok(false);
    }
    if force && target == item.file() {
        io.write_error(invalid(
            "The target and path cannot be the same.".into(),
            "TargetIsSameAsLink",
            &target,
        ))?;
        return Ok(false);
    }
    if !make_room(io, item, force)? {
        return Ok(false);
    }
    match fs::hard_link(&target, item.file()) {
        Ok(()) => Ok(true),
        Err(error) => io.write_error(refused(&error, item.file(), "NewItemCreate")).map(|()| false),
    }
}

/// A junction, which only Windows has: its target is looked at, and then it cannot be made.
///
/// # Errors
/// Terminating ones; others are written.
pub fn junction(io: &mut Io<'_>, item: &ItemPath, target: &str) -> Result<bool> {
    if !io.should_process(&format!("Destination: {}", item.path), "Create Junction")? {
        return Ok(false);
    }
    if !target.starts_with('/') {
        let text = "Creating a junction requires an absolute path for the target.";
        let error = Error::new("System.ArgumentException", text).id("NotAbsolutePath");
        io.write_error(error.category(Category::InvalidArgument).target(target))?;
        return Ok(false);
    }
    let error = match Path::new(target).symlink_metadata() {
        Err(_) => not_found(Path::new(target)),
        Ok(metadata) if !metadata.is_dir() => {
            let text =
                format!("A directory is required for the operation. The item '{target}' is not a directory.");
            invalid(text, "ItemNotDirectory", Path::new(target))
        }
        Ok(_) => {
            Error::new("System.PlatformNotSupportedException", "Operation is not supported on this platform.")
        }
    };
    io.write_error(error)?;
    Ok(false)
}

/// Takes away what has the link's name, if that is wanted; says whether the name is free.
fn make_room(io: &mut Io<'_>, item: &ItemPath, force: bool) -> Result<bool> {
    let Ok(metadata) = item.file().symlink_metadata() else { return Ok(true) };
    if !force {
        let text = format!("Cannot create link because the path already exists: {}.", item.path);
        let error = io_error(text, "SymLinkExists", Category::ResourceExists, item.path.as_str());
        return io.write_error(error).map(|()| false);
    }
    let removed = if metadata.is_dir() { fs::remove_dir(item.file()) } else { fs::remove_file(item.file()) };
    if let Err(error) = removed {
        let error = crate::object_errors::reported_as(
            failure::of(&error, item.file()),
            "NewItemDeleteIOError",
            Category::WriteError,
        );
        io.write_error(error.target(item.path.as_str()))?;
    }
    Ok(true)
}

fn not_found(path: &Path) -> Error {
    let text = format!("Could not find item {}.", path.display());
    Error::new("System.Management.Automation.ItemNotFoundException", text)
        .id("ItemNotFound")
        .category(Category::ObjectNotFound)
        .target(path.to_string_lossy().into_owned())
}

fn invalid(text: String, id: &str, path: &Path) -> Error {
    Error::new("System.InvalidOperationException", text)
        .id(id)
        .category(Category::InvalidOperation)
        .target(path.to_string_lossy().into_owned())
}
