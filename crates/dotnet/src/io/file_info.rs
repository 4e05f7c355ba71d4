//! `System.IO.FileInfo`.

use super::directory;
use super::failure;
use super::file;
use super::file_stream::{self, opened};
use super::file_system_info::{self, DiskEntry, directory_object, file_object, name, set_read_only};
use super::path_text::full_for;
use super::stream_reader::reader_over;
use super::stream_writer::writer_over;
use pwsh_value::ty::{Call, FacadeType, constructor, method, property, property_rw};
use pwsh_value::{Error, Obj, Result, Value};
use std::fs;
use std::os::unix::fs::PermissionsExt;

/// `System.IO.FileInfo`.
pub static FILE_INFO: FacadeType = FacadeType {
    base: "System.IO.FileSystemInfo",
    members: &[
        constructor("new(string fileName)", new),
        property("string Name {get;}", name),
        property("long Length {get;}", length),
        property("string DirectoryName {get;}", directory_name),
        property("System.IO.DirectoryInfo Directory {get;}", directory),
        property_rw("bool IsReadOnly {get;set;}", is_read_only, set_is_read_only),
        property("bool Exists {get;}", exists),
        method("System.IO.StreamReader OpenText()", open_text),
        method("System.IO.StreamWriter CreateText()", create_text),
        method("System.IO.StreamWriter AppendText()", append_text),
        method("System.IO.FileInfo CopyTo(string destFileName)", copy_to),
        method("System.IO.FileInfo CopyTo(string destFileName, bool overwrite)", copy_to),
        method("System.IO.FileStream Create()", create),
        method("void Delete()", delete),
        method("System.IO.FileStream Open(System.IO.FileMode mode)", open),
        method("System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access)", open),
        method(
            "System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)",
            open,
        ),
        method("System.IO.FileStream OpenRead()", open_read),
        method("System.IO.FileStream OpenWrite()", open_write),
        method("void MoveTo(string destFileName)", move_to),
        method("void MoveTo(string destFileName, bool overwrite)", move_to),
    ],
    ..FacadeType::class("System.IO.FileInfo")
};

fn this<'a>(call: &Call<'a>) -> &'a DiskEntry {
    call.this::<DiskEntry>().payload()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let path = full_for(call.cx, call.arg(0).as_string(), "fileName")?;
    Ok(Obj::new(call.ty.clone(), DiskEntry::new(path, call.str(0))).into())
}

fn length(call: &mut Call<'_>) -> Result<Value> {
    let entry = this(call);
    match entry.target_metadata().filter(|metadata| !metadata.is_dir()) {
        Some(metadata) => Ok((metadata.len() as i64).into()),
        None => {
            let text = format!("Could not find file '{}'.", entry.full_name());
            Err(Error::new("System.IO.FileNotFoundException", text))
        }
    }
}

fn exists(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).target_metadata().is_some_and(|metadata| !metadata.is_dir()).into())
}

/// `DirectoryName`.
fn directory_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(file_system_info::directory_name(this(call)).into())
}

fn directory(call: &mut Call<'_>) -> Result<Value> {
    Ok(file_system_info::directory_name(this(call)).map_or(Value::Null, |path| directory_object(path.into())))
}

fn is_read_only(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).target_metadata().is_some_and(|metadata| metadata.permissions().mode() & 0o222 == 0).into())
}

fn set_is_read_only(call: &mut Call<'_>) -> Result<Value> {
    set_read_only(this(call).path(), call.bool(0))?;
    this(call).forget();
    Ok(Value::Void)
}

fn delete(call: &mut Call<'_>) -> Result<Value> {
    file::remove(this(call).path())?;
    this(call).forget();
    Ok(Value::Void)
}

fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    let to = full_for(call.cx, call.arg(0).as_string(), "destFileName")?;
    file::copy_file(this(call).path(), &to, call.args.len() > 1 && call.bool(1))?;
    Ok(file_object(to))
}

/// The object is the moved file afterwards in .NET; here it still names the old place.
fn move_to(call: &mut Call<'_>) -> Result<Value> {
    let to = full_for(call.cx, call.arg(0).as_string(), "destFileName")?;
    if call.args.len() > 1 && call.bool(1) {
        let path = this(call).path();
        fs::rename(path, &to).map_err(|error| failure::of(&error, path))?;
    } else {
        directory::move_to(this(call).path(), &to)?;
    }
    this(call).forget();
    Ok(Value::Void)
}

fn create(call: &mut Call<'_>) -> Result<Value> {
    opened(this(call).path(), 2, 3)
}

fn open(call: &mut Call<'_>) -> Result<Value> {
    file_stream::open(call, this(call).path(), 0)
}

fn open_read(call: &mut Call<'_>) -> Result<Value> {
    opened(this(call).path(), 3, 1)
}

fn open_write(call: &mut Call<'_>) -> Result<Value> {
    opened(this(call).path(), 4, 2)
}

fn open_text(call: &mut Call<'_>) -> Result<Value> {
    Ok(reader_over(opened(this(call).path(), 3, 1)?))
}

fn create_text(call: &mut Call<'_>) -> Result<Value> {
    Ok(writer_over(opened(this(call).path(), 2, 2)?))
}

fn append_text(call: &mut Call<'_>) -> Result<Value> {
    Ok(writer_over(opened(this(call).path(), 6, 2)?))
}
