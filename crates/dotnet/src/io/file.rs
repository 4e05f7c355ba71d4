//! `System.IO.File`.

use super::failure;
use super::file_stream::{self, opened};
use super::file_system_info::{attributes_of, entry_object, resolved, set_attributes_of};
use super::path_text::{full, full_for};
use super::stream_reader::reader_over;
use super::stream_writer::writer_over;
use super::text_file::{decoded, encoded, encoding_argument, lines, read_bytes, write_bytes};
use crate::collections::items::items_of;
use crate::fault;
use crate::io::directory;
use crate::system::bit_converter::bytes_argument;
use pwsh_value::ty::{Call, FacadeType, method, named};
use pwsh_value::{Error, Obj, Result, Value};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// `System.IO.File`.
pub static FILE: FacadeType = FacadeType {
    members: &[
        method("static System.IO.StreamReader OpenText(string path)", open_text),
        method("static System.IO.StreamWriter CreateText(string path)", create_text),
        method("static System.IO.StreamWriter AppendText(string path)", append_text),
        method("static void Copy(string sourceFileName, string destFileName)", copy),
        method("static void Copy(string sourceFileName, string destFileName, bool overwrite)", copy),
        method("static System.IO.FileStream Create(string path)", create),
        method("static System.IO.FileStream Create(string path, int bufferSize)", create),
        method(
            "static System.IO.FileStream Create(string path, int bufferSize, System.IO.FileOptions options)",
            create,
        ),
        method("static void Delete(string path)", delete),
        method("static bool Exists(string path)", exists),
        method("static System.IO.FileStream Open(string path, System.IO.FileMode mode)", open),
        method(
            "static System.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access)",
            open,
        ),
        method(
            "static System.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)",
            open,
        ),
        method(
            "static void SetCreationTime(string path, datetime creationTime)",
            directory::set_creation_time,
        ),
        method(
            "static void SetCreationTimeUtc(string path, datetime creationTimeUtc)",
            directory::set_creation_time_utc,
        ),
        method("static datetime GetCreationTime(string path)", directory::get_creation_time),
        method("static datetime GetCreationTimeUtc(string path)", directory::get_creation_time_utc),
        method(
            "static void SetLastAccessTime(string path, datetime lastAccessTime)",
            directory::set_last_access_time,
        ),
        method(
            "static void SetLastAccessTimeUtc(string path, datetime lastAccessTimeUtc)",
            directory::set_last_access_time_utc,
        ),
        method("static datetime GetLastAccessTime(string path)", directory::get_last_access_time),
        method("static datetime GetLastAccessTimeUtc(string path)", directory::get_last_access_time_utc),
        method(
            "static void SetLastWriteTime(string path, datetime lastWriteTime)",
            directory::set_last_write_time,
        ),
        method(
            "static void SetLastWriteTimeUtc(string path, datetime lastWriteTimeUtc)",
            directory::set_last_write_time_utc,
        ),
        method("static datetime GetLastWriteTime(string path)", directory::get_last_write_time),
        method("static datetime GetLastWriteTimeUtc(string path)", directory::get_last_write_time_utc),
        method("static System.IO.FileAttributes GetAttributes(string path)", get_attributes),
        method(
            "static void SetAttributes(string path, System.IO.FileAttributes fileAttributes)",
            set_attributes,
        ),
        method("static System.IO.UnixFileMode GetUnixFileMode(string path)", get_unix_file_mode),
        method("static void SetUnixFileMode(string path, System.IO.UnixFileMode mode)", set_unix_file_mode),
        method("static System.IO.FileStream OpenRead(string path)", open_read),
        method("static System.IO.FileStream OpenWrite(string path)", open_write),
        method("static string ReadAllText(string path)", read_all_text),
        method("static string ReadAllText(string path, System.Text.Encoding encoding)", read_all_text),
        method("static void WriteAllText(string path, string contents)", write_all_text),
        method(
            "static void WriteAllText(string path, string contents, System.Text.Encoding encoding)",
            write_all_text,
        ),
        method("static byte[] ReadAllBytes(string path)", read_all_bytes),
        method("static void WriteAllBytes(string path, byte[] bytes)", write_all_bytes),
        method("static void AppendAllBytes(string path, byte[] bytes)", append_all_bytes),
        method("static string[] ReadAllLines(string path)", read_all_lines),
        method("static string[] ReadAllLines(string path, System.Text.Encoding encoding)", read_all_lines),
        method("static System.Collections.Generic.IEnumerable[string] ReadLines(string path)", read_lines),
        method(
            "static System.Collections.Generic.IEnumerable[string] ReadLines(string path, System.Text.Encoding encoding)",
            read_lines,
        ),
        method("static void WriteAllLines(string path, string[] contents)", write_all_lines),
        method(
            "static void WriteAllLines(string path, System.Collections.Generic.IEnumerable[string] contents)",
            write_all_lines,
        ),
        method(
            "static void WriteAllLines(string path, string[] contents, System.Text.Encoding encoding)",
            write_all_lines,
        ),
        method(
            "static void WriteAllLines(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding)",
            write_all_lines,
        ),
        method("static void AppendAllText(string path, string contents)", append_all_text),
        method(
            "static void AppendAllText(string path, string contents, System.Text.Encoding encoding)",
            append_all_text,
        ),
        method(
            "static void AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents)",
            append_all_lines,
        ),
        method(
            "static void AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding)",
            append_all_lines,
        ),
        method(
            "static void Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName)",
            replace,
        ),
        method(
            "static void Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName, bool ignoreMetadataErrors)",
            replace,
        ),
        method("static void Move(string sourceFileName, string destFileName)", move_),
        method("static void Move(string sourceFileName, string destFileName, bool overwrite)", move_),
        method(
            "static System.IO.FileSystemInfo CreateSymbolicLink(string path, string pathToTarget)",
            create_symbolic_link,
        ),
        method(
            "static System.IO.FileSystemInfo ResolveLinkTarget(string linkPath, bool returnFinalTarget)",
            resolve_link_target,
        ),
    ],
    ..FacadeType::static_class("System.IO.File")
};

fn path(call: &Call<'_>) -> Result<PathBuf> {
    full(call.cx, call.arg(0).as_string())
}

fn exists(call: &mut Call<'_>) -> Result<Value> {
    let path =
        call.arg(0).as_string().filter(|path| !path.is_empty() && path.to_str().trim() == path.to_str());
    Ok(path
        .is_some_and(|path| full(call.cx, Some(path)).is_ok_and(|path| path.exists() && !path.is_dir()))
        .into())
}

fn read_all_text(call: &mut Call<'_>) -> Result<Value> {
    let (encoding, _) = encoding_argument(call.args.get(1));
    Ok(decoded(&read_bytes(&path(call)?)?, encoding).into())
}

fn read_all_lines(call: &mut Call<'_>) -> Result<Value> {
    let (encoding, _) = encoding_argument(call.args.get(1));
    let text = decoded(&read_bytes(&path(call)?)?, encoding);
    Ok(Obj::strings(lines(&text)).into())
}

fn read_lines(call: &mut Call<'_>) -> Result<Value> {
    read_all_lines(call)
}

fn read_all_bytes(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::bytes(read_bytes(&path(call)?)?).into())
}

fn write_all_bytes(call: &mut Call<'_>) -> Result<Value> {
    write_bytes(&path(call)?, &bytes_argument(call, 1, "bytes")?)?;
    Ok(Value::Void)
}

fn write_all_text(call: &mut Call<'_>) -> Result<Value> {
    let bytes = encoded(&call.str(1).to_str(), encoding_argument(call.args.get(2)));
    write_bytes(&path(call)?, &bytes)?;
    Ok(Value::Void)
}

/// The lines in argument 1 as text, each with its end.
fn line_text(call: &mut Call<'_>) -> Result<String> {
    let mut text = String::new();
    for line in items_of(call.cx, &call.args[1], "contents")? {
        text.push_str(&call.cx.to_text(&line)?.to_str());
        text.push('\n');
    }
    Ok(text)
}

fn write_all_lines(call: &mut Call<'_>) -> Result<Value> {
    let text = line_text(call)?;
    write_bytes(&path(call)?, &encoded(&text, encoding_argument(call.args.get(2))))?;
    Ok(Value::Void)
}

/// Appends to a file, which is made if need be; only a new file gets a mark.
fn append(path: &Path, text: &str, encoding: Option<&Value>) -> Result<Value> {
    let (encoding, mark) = encoding_argument(encoding);
    let is_new = fs::metadata(path).map_or(0, |metadata| metadata.len()) == 0;
    append_bytes(path, &encoded(text, (encoding, mark && is_new)))
}

fn append_bytes(path: &Path, bytes: &[u8]) -> Result<Value> {
    let file = OpenOptions::new().append(true).create(true).open(path);
    file.and_then(|mut file| file.write_all(bytes)).map_err(|error| failure::of(&error, path))?;
    Ok(Value::Void)
}

fn append_all_text(call: &mut Call<'_>) -> Result<Value> {
    append(&path(call)?, &call.str(1).to_str(), call.args.get(2))
}

fn append_all_lines(call: &mut Call<'_>) -> Result<Value> {
    let text = line_text(call)?;
    append(&path(call)?, &text, call.args.get(2))
}

fn append_all_bytes(call: &mut Call<'_>) -> Result<Value> {
    append_bytes(&path(call)?, &bytes_argument(call, 1, "bytes")?)
}

/// Removes a file; one that is not there is no error, a directory above it that is not there is one.
///
/// # Errors
/// What the operating system refuses.
pub fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => match path.parent() {
            Some(parent) if !parent.is_dir() => Err(failure::part_missing(path)),
            _ => Ok(()),
        },
        Err(_) if path.is_dir() => Err(failure::of(&std::io::ErrorKind::IsADirectory.into(), path)),
        other => other.map_err(|error| failure::of(&error, path)),
    }
}

fn delete(call: &mut Call<'_>) -> Result<Value> {
    remove(&path(call)?)?;
    Ok(Value::Void)
}

/// Copies a file with its rights.
///
/// # Errors
/// `IOException` where the target is there and may not be replaced, and what the operating system refuses.
pub fn copy_file(from: &Path, to: &Path, overwrite: bool) -> Result<()> {
    if !from.exists() {
        return Err(failure::of(&std::io::ErrorKind::NotFound.into(), from));
    }
    if to.is_dir() {
        let text = format!("The target file '{}' is a directory, not a file.", to.display());
        return Err(failure::io_exception(text));
    }
    if !overwrite && to.exists() {
        return Err(failure::exists(to));
    }
    fs::copy(from, to)
        .map(drop)
        .map_err(|error| failure::of(&error, if to.parent().is_some_and(Path::is_dir) { from } else { to }))
}

fn copy(call: &mut Call<'_>) -> Result<Value> {
    let from = full_for(call.cx, call.arg(0).as_string(), "sourceFileName")?;
    let to = full_for(call.cx, call.arg(1).as_string(), "destFileName")?;
    copy_file(&from, &to, call.args.len() > 2 && call.bool(2))?;
    Ok(Value::Void)
}

fn move_(call: &mut Call<'_>) -> Result<Value> {
    let from = full_for(call.cx, call.arg(0).as_string(), "sourceFileName")?;
    let to = full_for(call.cx, call.arg(1).as_string(), "destFileName")?;
    if !from.exists() || from.is_dir() {
        let text = format!("Could not find file '{}'.", from.display());
        return Err(Error::new("System.IO.FileNotFoundException", text));
    }
    if to.exists() && !(call.args.len() > 2 && call.bool(2)) {
        return Err(failure::io_exception("Cannot create a file when that file already exists."));
    }
    fs::rename(&from, &to).map_err(|error| failure::of(&error, &to))?;
    Ok(Value::Void)
}

fn replace(call: &mut Call<'_>) -> Result<Value> {
    let from = full_for(call.cx, call.arg(0).as_string(), "sourceFileName")?;
    let to = full_for(call.cx, call.arg(1).as_string(), "destinationFileName")?;
    if let Some(backup) = call.arg(2).as_string().filter(|path| !path.is_empty()) {
        let backup = full(call.cx, Some(backup))?;
        fs::rename(&to, &backup).map_err(|error| failure::of(&error, &to))?;
    }
    fs::rename(&from, &to).map_err(|error| failure::of(&error, &from))?;
    Ok(Value::Void)
}

fn create(call: &mut Call<'_>) -> Result<Value> {
    opened(&path(call)?, 2, 3)
}

fn open(call: &mut Call<'_>) -> Result<Value> {
    file_stream::open(call, &path(call)?, 1)
}

fn open_read(call: &mut Call<'_>) -> Result<Value> {
    opened(&path(call)?, 3, 1)
}

fn open_write(call: &mut Call<'_>) -> Result<Value> {
    opened(&path(call)?, 4, 2)
}

fn open_text(call: &mut Call<'_>) -> Result<Value> {
    Ok(reader_over(opened(&path(call)?, 3, 1)?))
}

fn create_text(call: &mut Call<'_>) -> Result<Value> {
    Ok(writer_over(opened(&path(call)?, 2, 2)?))
}

fn append_text(call: &mut Call<'_>) -> Result<Value> {
    Ok(writer_over(opened(&path(call)?, 6, 2)?))
}

fn get_attributes(call: &mut Call<'_>) -> Result<Value> {
    let path = path(call)?;
    let metadata = fs::symlink_metadata(&path).map_err(|error| failure::of(&error, &path))?;
    Ok(Value::enumeration(&named("System.IO.FileAttributes"), attributes_of(&path, &metadata)))
}

fn set_attributes(call: &mut Call<'_>) -> Result<Value> {
    set_attributes_of(&path(call)?, call.number(1))?;
    Ok(Value::Void)
}

fn get_unix_file_mode(call: &mut Call<'_>) -> Result<Value> {
    let path = path(call)?;
    let metadata = fs::metadata(&path).map_err(|error| failure::of(&error, &path))?;
    let mode = metadata.permissions().mode() & 0o7777;
    Ok(Value::enumeration(&named("System.IO.UnixFileMode"), mode.into()))
}

fn set_unix_file_mode(call: &mut Call<'_>) -> Result<Value> {
    let path = path(call)?;
    let permissions = fs::Permissions::from_mode(call.number(1) as u32);
    fs::set_permissions(&path, permissions).map_err(|error| failure::of(&error, &path))?;
    Ok(Value::Void)
}

fn create_symbolic_link(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(1).is_null() {
        return Err(fault::null("pathToTarget"));
    }
    let path = path(call)?;
    std::os::unix::fs::symlink(&*call.str(1).to_str(), &path).map_err(|error| failure::of(&error, &path))?;
    Ok(entry_object(path))
}

fn resolve_link_target(call: &mut Call<'_>) -> Result<Value> {
    resolved(&path(call)?, call.bool(1))
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Context;

    const FILE: &str = "System.IO.File";

    #[test]
    fn relative_paths_are_the_sessions() {
        let mut rt = Runtime::new();
        let folder = std::env::temp_dir().join(format!("psjob-dotnet-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir(&folder).unwrap();
        rt.process().set_directory(folder.clone());
        rt.call_static(FILE, "WriteAllText", &["t.txt".into(), "a\r\nb\n".into()]).unwrap();
        assert!(folder.join("t.txt").is_file());
        let read = rt.call_static(FILE, "ReadAllLines", &["t.txt".into()]).unwrap();
        assert_eq!(rt.text(&read), "a b");
        let error = Runtime::error(rt.call_static(FILE, "ReadAllText", &["none.txt".into()]));
        assert_eq!(
            error,
            format!(
                "System.IO.FileNotFoundException: Could not find file '{}'.",
                folder.join("none.txt").display()
            )
        );
        std::fs::remove_dir_all(folder).unwrap();
    }
}
