//! `System.IO.FileStream`.

use super::failure;
use super::path_text::full;
use super::stream::{Source, StreamObject, stream_object};
use crate::fault;
use crate::io::stream;
use pwsh_value::payload::EnumNumber;
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property, property_rw};
use pwsh_value::{Result, Type, Value};
use std::fs::OpenOptions;
use std::io::Seek;
use std::path::Path;

/// `System.IO.FileStream`.
pub static FILE_STREAM: FacadeType = FacadeType {
    base: "System.IO.Stream",
    members: &[
        constructor("new(string path, System.IO.FileMode mode)", new),
        constructor("new(string path, System.IO.FileMode mode, System.IO.FileAccess access)", new),
        constructor(
            "new(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)",
            new,
        ),
        constructor(
            "new(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share, int bufferSize)",
            new,
        ),
        constructor(
            "new(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share, int bufferSize, System.IO.FileOptions options)",
            new,
        ),
        property("bool CanRead {get;}", stream::can_read),
        property("bool CanWrite {get;}", stream::can_write),
        property("string Name {get;}", name),
        property("long Length {get;}", stream::length),
        property_rw("long Position {get;set;}", stream::position, stream::set_position),
        property("bool CanSeek {get;}", stream::can_seek),
        method("int Read(byte[] buffer, int offset, int count)", stream::read),
        method("void Write(byte[] buffer, int offset, int count)", stream::write),
        method("void Flush()", stream::flush),
        method("void Flush(bool flushToDisk)", stream::flush),
        method("void SetLength(long value)", stream::set_length),
        method("int ReadByte()", stream::read_byte),
        method("void WriteByte(byte value)", stream::write_byte),
        method("void CopyTo(System.IO.Stream destination, int bufferSize)", stream::copy_to),
        method("long Seek(long offset, System.IO.SeekOrigin origin)", stream::seek),
    ],
    ..FacadeType::class("System.IO.FileStream")
};

const READ: i64 = 1;
const WRITE: i64 = 2;

/// `FileMode`, by its numbers.
mod mode {
    pub const CREATE_NEW: i64 = 1;
    pub const CREATE: i64 = 2;
    pub const OPEN: i64 = 3;
    pub const OPEN_OR_CREATE: i64 = 4;
    pub const TRUNCATE: i64 = 5;
    pub const APPEND: i64 = 6;
}

/// A `FileStream` by the numbers of `FileMode` and `FileAccess`.
///
/// # Errors
/// What the operating system refuses.
pub fn opened(path: &Path, file_mode: i64, access: i64) -> Result<Value> {
    open_as(named("System.IO.FileStream"), path, file_mode, access)
}

fn open_as(ty: Type, path: &Path, file_mode: i64, access: i64) -> Result<Value> {
    let (read, write) = (access & READ != 0, access & WRITE != 0);
    let mut options = OpenOptions::new();
    options.read(read).write(write);
    match file_mode {
        mode::CREATE_NEW => options.create_new(true),
        mode::CREATE => options.create(true).truncate(true),
        mode::OPEN => &mut options,
        mode::OPEN_OR_CREATE => options.create(true),
        mode::TRUNCATE => options.truncate(true),
        mode::APPEND => options.create(true),
        _ => return Err(fault::out_of_range("Enum value was out of legal range.", "mode")),
    };
    let failed = |error: std::io::Error| failure::of(&error, path);
    let mut file = options.open(path).map_err(failed)?;
    if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return Err(failed(std::io::ErrorKind::IsADirectory.into()));
    }
    if file_mode == mode::APPEND {
        file.seek(std::io::SeekFrom::End(0)).map_err(failed)?;
    }
    Ok(stream_object(ty, Source::File { file, path: path.to_owned(), read, write }))
}

/// Mode and access among the arguments from `from` on; without access all that the mode allows.
fn wanted(call: &Call<'_>, from: usize) -> (i64, i64) {
    let number = |index: usize| {
        (index < call.args.len() && call.payload::<EnumNumber>(index).is_some()).then(|| call.number(index))
    };
    let file_mode = number(from).unwrap_or(mode::OPEN);
    let usual = if file_mode == mode::APPEND { WRITE } else { READ | WRITE };
    (file_mode, number(from + 1).unwrap_or(usual))
}

/// `Open(mode, access, share)`, whose arguments begin at `from`.
///
/// # Errors
/// What the operating system refuses.
pub fn open(call: &Call<'_>, path: &Path, from: usize) -> Result<Value> {
    let (mode, access) = wanted(call, from);
    opened(path, mode, access)
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let path = full(call.cx, call.arg(0).as_string())?;
    let (mode, access) = wanted(call, 1);
    open_as(call.ty.clone(), &path, mode, access)
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    match &*call.this::<StreamObject>().source() {
        Source::File { path, .. } => Ok(path.to_string_lossy().into_owned().into()),
        _ => Ok(Value::Null),
    }
}
