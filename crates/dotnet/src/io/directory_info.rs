//! `System.IO.DirectoryInfo`.

use super::directory;
use super::file_system_info::{self, DiskEntry, directory_object, entry_object, file_object, name};
use super::listing::{Wanted, list};
use super::path_text::{full_for, normalized};
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property};
use pwsh_value::{Obj, Result, Value};
use std::path::PathBuf;

/// `System.IO.DirectoryInfo`.
pub static DIRECTORY_INFO: FacadeType = FacadeType {
    base: "System.IO.FileSystemInfo",
    members: &[
        constructor("new(string path)", new),
        property("string Name {get;}", name),
        property("System.IO.DirectoryInfo Parent {get;}", parent),
        property("System.IO.DirectoryInfo Root {get;}", root),
        property("bool Exists {get;}", exists),
        method("System.IO.DirectoryInfo CreateSubdirectory(string path)", create_subdirectory),
        method("void Create()", create),
        method("System.IO.FileInfo[] GetFiles()", get_files),
        method("System.IO.FileInfo[] GetFiles(string searchPattern)", get_files),
        method(
            "System.IO.FileInfo[] GetFiles(string searchPattern, System.IO.SearchOption searchOption)",
            get_files,
        ),
        method("System.IO.FileSystemInfo[] GetFileSystemInfos()", get_file_system_infos),
        method("System.IO.FileSystemInfo[] GetFileSystemInfos(string searchPattern)", get_file_system_infos),
        method(
            "System.IO.FileSystemInfo[] GetFileSystemInfos(string searchPattern, System.IO.SearchOption searchOption)",
            get_file_system_infos,
        ),
        method("System.IO.DirectoryInfo[] GetDirectories()", get_directories),
        method("System.IO.DirectoryInfo[] GetDirectories(string searchPattern)", get_directories),
        method(
            "System.IO.DirectoryInfo[] GetDirectories(string searchPattern, System.IO.SearchOption searchOption)",
            get_directories,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.IO.DirectoryInfo] EnumerateDirectories()",
            enumerate_directories,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.IO.DirectoryInfo] EnumerateDirectories(string searchPattern)",
            enumerate_directories,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.IO.DirectoryInfo] EnumerateDirectories(string searchPattern, System.IO.SearchOption searchOption)",
            enumerate_directories,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.IO.FileInfo] EnumerateFiles()",
            enumerate_files,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.IO.FileInfo] EnumerateFiles(string searchPattern)",
            enumerate_files,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.IO.FileInfo] EnumerateFiles(string searchPattern, System.IO.SearchOption searchOption)",
            enumerate_files,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.IO.FileSystemInfo] EnumerateFileSystemInfos()",
            enumerate_file_system_infos,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.IO.FileSystemInfo] EnumerateFileSystemInfos(string searchPattern)",
            enumerate_file_system_infos,
        ),
        method(
            "System.Collections.Generic.IEnumerable[System.IO.FileSystemInfo] EnumerateFileSystemInfos(string searchPattern, System.IO.SearchOption searchOption)",
            enumerate_file_system_infos,
        ),
        method("void MoveTo(string destDirName)", move_to),
        method("void Delete()", delete),
        method("void Delete(bool recursive)", delete),
    ],
    ..FacadeType::class("System.IO.DirectoryInfo")
};

fn this<'a>(call: &Call<'a>) -> &'a DiskEntry {
    call.this::<DiskEntry>().payload()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let path = full_for(call.cx, call.arg(0).as_string(), "path")?;
    Ok(Obj::new(call.ty.clone(), DiskEntry::new(path, call.str(0))).into())
}

fn exists(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).target_metadata().is_some_and(|metadata| metadata.is_dir()).into())
}

fn parent(call: &mut Call<'_>) -> Result<Value> {
    let parent = file_system_info::directory_name(this(call));
    Ok(parent.filter(|path| !path.is_empty()).map_or(Value::Null, |path| directory_object(path.into())))
}

fn root(_: &mut Call<'_>) -> Result<Value> {
    Ok(directory_object(PathBuf::from("/")))
}

fn create(call: &mut Call<'_>) -> Result<Value> {
    directory::create(call, this(call).path(), 0o777)?;
    this(call).forget();
    Ok(Value::Void)
}

fn create_subdirectory(call: &mut Call<'_>) -> Result<Value> {
    let path = PathBuf::from(normalized(&this(call).full_name(), &call.str(0).to_str()));
    directory::create(call, &path, 0o777)?;
    Ok(directory_object(path))
}

fn listed(call: &mut Call<'_>, wanted: Wanted, ty: &str, make: fn(PathBuf) -> Value) -> Result<Value> {
    let root = this(call).path().to_owned();
    let found = list(call, &root, wanted, 0)?;
    Ok(Obj::typed_array(&named(ty), found.into_iter().map(make).collect()).into())
}

fn get_files(call: &mut Call<'_>) -> Result<Value> {
    listed(call, Wanted::Files, "System.IO.FileInfo", file_object)
}

fn get_directories(call: &mut Call<'_>) -> Result<Value> {
    listed(call, Wanted::Directories, "System.IO.DirectoryInfo", directory_object)
}

fn get_file_system_infos(call: &mut Call<'_>) -> Result<Value> {
    listed(call, Wanted::All, "System.IO.FileSystemInfo", entry_object)
}

fn enumerate_files(call: &mut Call<'_>) -> Result<Value> {
    get_files(call)
}

fn enumerate_directories(call: &mut Call<'_>) -> Result<Value> {
    get_directories(call)
}

fn enumerate_file_system_infos(call: &mut Call<'_>) -> Result<Value> {
    get_file_system_infos(call)
}

fn move_to(call: &mut Call<'_>) -> Result<Value> {
    let to = full_for(call.cx, call.arg(0).as_string(), "destDirName")?;
    directory::move_to(this(call).path(), &to)?;
    this(call).forget();
    Ok(Value::Void)
}

fn delete(call: &mut Call<'_>) -> Result<Value> {
    directory::remove(this(call).path(), !call.args.is_empty() && call.bool(0))?;
    this(call).forget();
    Ok(Value::Void)
}
