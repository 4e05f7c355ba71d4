//! `System.IO.Directory`.

use super::failure;
use super::file_system_info::{Moment, directory_object, entry_object, resolved, set_time, time_of};
use super::listing::{Wanted, list};
use super::path_text::{full, full_for};
use crate::system::clock;
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{Obj, Result, Value};
use std::fs;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// `System.IO.Directory`.
pub static DIRECTORY: FacadeType = FacadeType {
    members: &[
        method("static System.IO.DirectoryInfo GetParent(string path)", get_parent),
        method("static System.IO.DirectoryInfo CreateDirectory(string path)", create_directory),
        method(
            "static System.IO.DirectoryInfo CreateDirectory(string path, System.IO.UnixFileMode unixCreateMode)",
            create_directory,
        ),
        method(
            "static System.IO.DirectoryInfo CreateTempSubdirectory(string prefix = null)",
            create_temp_subdirectory,
        ),
        method("static bool Exists(string path)", exists),
        method("static void SetCreationTime(string path, datetime creationTime)", set_creation_time),
        method(
            "static void SetCreationTimeUtc(string path, datetime creationTimeUtc)",
            set_creation_time_utc,
        ),
        method("static datetime GetCreationTime(string path)", get_creation_time),
        method("static datetime GetCreationTimeUtc(string path)", get_creation_time_utc),
        method("static void SetLastWriteTime(string path, datetime lastWriteTime)", set_last_write_time),
        method(
            "static void SetLastWriteTimeUtc(string path, datetime lastWriteTimeUtc)",
            set_last_write_time_utc,
        ),
        method("static datetime GetLastWriteTime(string path)", get_last_write_time),
        method("static datetime GetLastWriteTimeUtc(string path)", get_last_write_time_utc),
        method("static void SetLastAccessTime(string path, datetime lastAccessTime)", set_last_access_time),
        method(
            "static void SetLastAccessTimeUtc(string path, datetime lastAccessTimeUtc)",
            set_last_access_time_utc,
        ),
        method("static datetime GetLastAccessTime(string path)", get_last_access_time),
        method("static datetime GetLastAccessTimeUtc(string path)", get_last_access_time_utc),
        method("static string[] GetFiles(string path)", get_files),
        method("static string[] GetFiles(string path, string searchPattern)", get_files),
        method(
            "static string[] GetFiles(string path, string searchPattern, System.IO.SearchOption searchOption)",
            get_files,
        ),
        method("static string[] GetDirectories(string path)", get_directories),
        method("static string[] GetDirectories(string path, string searchPattern)", get_directories),
        method(
            "static string[] GetDirectories(string path, string searchPattern, System.IO.SearchOption searchOption)",
            get_directories,
        ),
        method("static string[] GetFileSystemEntries(string path)", get_file_system_entries),
        method(
            "static string[] GetFileSystemEntries(string path, string searchPattern)",
            get_file_system_entries,
        ),
        method(
            "static string[] GetFileSystemEntries(string path, string searchPattern, System.IO.SearchOption searchOption)",
            get_file_system_entries,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[string] EnumerateDirectories(string path)",
            enumerate_directories,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[string] EnumerateDirectories(string path, string searchPattern)",
            enumerate_directories,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[string] EnumerateDirectories(string path, string searchPattern, System.IO.SearchOption searchOption)",
            enumerate_directories,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[string] EnumerateFiles(string path)",
            enumerate_files,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[string] EnumerateFiles(string path, string searchPattern)",
            enumerate_files,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[string] EnumerateFiles(string path, string searchPattern, System.IO.SearchOption searchOption)",
            enumerate_files,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[string] EnumerateFileSystemEntries(string path)",
            enumerate_file_system_entries,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[string] EnumerateFileSystemEntries(string path, string searchPattern)",
            enumerate_file_system_entries,
        ),
        method(
            "static System.Collections.Generic.IEnumerable[string] EnumerateFileSystemEntries(string path, string searchPattern, System.IO.SearchOption searchOption)",
            enumerate_file_system_entries,
        ),
        method("static string GetDirectoryRoot(string path)", get_directory_root),
        method("static string GetCurrentDirectory()", get_current_directory),
        method("static void SetCurrentDirectory(string path)", set_current_directory),
        method("static void Move(string sourceDirName, string destDirName)", move_),
        method("static void Delete(string path)", delete),
        method("static void Delete(string path, bool recursive)", delete),
        method("static string[] GetLogicalDrives()", get_logical_drives),
        method(
            "static System.IO.FileSystemInfo CreateSymbolicLink(string path, string pathToTarget)",
            create_symbolic_link,
        ),
        method(
            "static System.IO.FileSystemInfo ResolveLinkTarget(string linkPath, bool returnFinalTarget)",
            resolve_link_target,
        ),
    ],
    ..FacadeType::static_class("System.IO.Directory")
};

fn path(call: &Call<'_>) -> Result<PathBuf> {
    full(call.cx, call.arg(0).as_string())
}

/// Makes a directory and those above it; one that is there is left as it is.
///
/// # Errors
/// What the operating system refuses.
pub fn create(call: &Call<'_>, path: &Path, mode: u32) -> Result<()> {
    if path.is_file() {
        let text = format!("The file '{}' already exists.", path.display());
        return Err(failure::io_exception(text));
    }
    let mode = mode & !call.cx.process().umask();
    let made = fs::DirBuilder::new().recursive(true).mode(mode).create(path);
    made.map_err(|error| failure::of_directory(&error, path))
}

fn create_directory(call: &mut Call<'_>) -> Result<Value> {
    let path = path(call)?;
    create(call, &path, if call.args.len() > 1 { call.number(1) as u32 } else { 0o777 })?;
    Ok(directory_object(path))
}

fn create_temp_subdirectory(call: &mut Call<'_>) -> Result<Value> {
    let folder = call.cx.process().env("TMPDIR").map_or_else(|| "/tmp".into(), PathBuf::from);
    let name = uuid::Uuid::new_v4().simple().to_string();
    let path = folder.join(format!("{}{}", call.str(0), &name[..6]));
    fs::create_dir(&path).map_err(|error| failure::of_directory(&error, &path))?;
    let _ = fs::set_permissions(&path, fs::Permissions::from_mode(0o700));
    Ok(directory_object(path))
}

fn exists(call: &mut Call<'_>) -> Result<Value> {
    Ok(path(call).is_ok_and(|path| path.is_dir()).into())
}

fn get_parent(call: &mut Call<'_>) -> Result<Value> {
    let path = path(call)?;
    Ok(path.parent().map_or(Value::Null, |parent| directory_object(parent.to_owned())))
}

fn get_directory_root(call: &mut Call<'_>) -> Result<Value> {
    path(call)?;
    Ok("/".into())
}

fn get_current_directory(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.cx.process().directory().to_string_lossy().into_owned().into())
}

fn set_current_directory(call: &mut Call<'_>) -> Result<Value> {
    let path = path(call)?;
    if !path.is_dir() {
        return Err(failure::part_missing(&path));
    }
    call.cx.process().set_directory(path);
    Ok(Value::Void)
}

fn get_logical_drives(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::strings(["/"]).into())
}

/// Entries as text, below the path as it was given.
fn listed(call: &mut Call<'_>, wanted: Wanted) -> Result<Value> {
    let root = path(call)?;
    let given = call.str(0).to_string();
    let found = list(call, &root, wanted, 1)?;
    let shown = found.into_iter().map(|path| {
        let below = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().into_owned();
        if given.ends_with('/') { format!("{given}{below}") } else { format!("{given}/{below}") }
    });
    Ok(Obj::strings(shown).into())
}

fn get_files(call: &mut Call<'_>) -> Result<Value> {
    listed(call, Wanted::Files)
}

fn get_directories(call: &mut Call<'_>) -> Result<Value> {
    listed(call, Wanted::Directories)
}

fn get_file_system_entries(call: &mut Call<'_>) -> Result<Value> {
    listed(call, Wanted::All)
}

fn enumerate_files(call: &mut Call<'_>) -> Result<Value> {
    listed(call, Wanted::Files)
}

fn enumerate_directories(call: &mut Call<'_>) -> Result<Value> {
    listed(call, Wanted::Directories)
}

fn enumerate_file_system_entries(call: &mut Call<'_>) -> Result<Value> {
    listed(call, Wanted::All)
}

/// Moves a directory, or a file, to a place where nothing is.
///
/// # Errors
/// What the operating system refuses.
pub fn move_to(from: &Path, to: &Path) -> Result<()> {
    if !from.exists() {
        return Err(failure::part_missing(from));
    }
    if to.exists() {
        let text = format!(
            "Cannot create '{}' because a file or directory with the same name already exists.",
            to.display()
        );
        return Err(failure::io_exception(text));
    }
    fs::rename(from, to).map_err(|error| failure::of_directory(&error, from))
}

fn move_(call: &mut Call<'_>) -> Result<Value> {
    let from = full_for(call.cx, call.arg(0).as_string(), "sourceDirName")?;
    let to = full_for(call.cx, call.arg(1).as_string(), "destDirName")?;
    move_to(&from, &to)?;
    Ok(Value::Void)
}

/// Removes a directory, with what is in it where that is asked for.
///
/// # Errors
/// What the operating system refuses.
pub fn remove(path: &Path, recursive: bool) -> Result<()> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    let removed = if is_link {
        fs::remove_file(path)
    } else if recursive {
        fs::remove_dir_all(path)
    } else {
        fs::remove_dir(path)
    };
    removed.map_err(|error| failure::of_directory(&error, path))
}

fn delete(call: &mut Call<'_>) -> Result<Value> {
    let path = path(call)?;
    remove(&path, call.args.len() > 1 && call.bool(1))?;
    Ok(Value::Void)
}

fn create_symbolic_link(call: &mut Call<'_>) -> Result<Value> {
    let path = path(call)?;
    std::os::unix::fs::symlink(&*call.str(1).to_str(), &path).map_err(|error| failure::of(&error, &path))?;
    Ok(entry_object(path))
}

fn resolve_link_target(call: &mut Call<'_>) -> Result<Value> {
    resolved(&path(call)?, call.bool(1))
}

macro_rules! times {
    ($($get:ident $get_utc:ident $set:ident $set_utc:ident = $moment:ident;)*) => {$(
        /// Reads a time, as local time.
        pub fn $get(call: &mut Call<'_>) -> Result<Value> {
            let utc = time_of(fs::metadata(path(call)?).ok().as_ref(), Moment::$moment);
            Ok(clock::zone(call.cx).to_local(utc).into())
        }

        /// Reads a time, in UTC.
        pub fn $get_utc(call: &mut Call<'_>) -> Result<Value> {
            Ok(time_of(fs::metadata(path(call)?).ok().as_ref(), Moment::$moment).into())
        }

        /// Sets a time, given as local time.
        pub fn $set(call: &mut Call<'_>) -> Result<Value> {
            let utc = clock::zone(call.cx).to_universal(call.datetime(1));
            set_time(&path(call)?, Moment::$moment, clock::to_system(utc))?;
            Ok(Value::Void)
        }

        /// Sets a time, given in UTC.
        pub fn $set_utc(call: &mut Call<'_>) -> Result<Value> {
            set_time(&path(call)?, Moment::$moment, clock::to_system(call.datetime(1)))?;
            Ok(Value::Void)
        }
    )*};
}

times! {
    get_creation_time get_creation_time_utc set_creation_time set_creation_time_utc = Creation;
    get_last_access_time get_last_access_time_utc set_last_access_time set_last_access_time_utc = Access;
    get_last_write_time get_last_write_time_utc set_last_write_time set_last_write_time_utc = Write;
}
