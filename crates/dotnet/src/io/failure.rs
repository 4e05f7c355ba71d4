//! What the operating system refuses, as .NET's exceptions say it.

use pwsh_value::payload::Exception;
use pwsh_value::{Error, Value};
use std::io::{self, ErrorKind};
use std::path::Path;

/// The exception of a failed operation on `path`.
pub fn of(error: &io::Error, path: &Path) -> Error {
    let shown = path.display();
    match error.kind() {
        ErrorKind::NotFound if path.parent().is_some_and(Path::is_dir) => {
            let thrown =
                Error::new("System.IO.FileNotFoundException", format!("Could not find file '{shown}'."));
            if let Some(exception) = thrown.thrown().and_then(|t| t.exception.get::<Exception>()) {
                exception.set_field("FileName", Value::str(shown.to_string()));
            }
            thrown
        }
        ErrorKind::NotFound | ErrorKind::NotADirectory => part_missing(path),
        ErrorKind::PermissionDenied | ErrorKind::IsADirectory => Error::new(
            "System.UnauthorizedAccessException",
            format!("Access to the path '{shown}' is denied."),
        ),
        ErrorKind::AlreadyExists => exists(path),
        ErrorKind::DirectoryNotEmpty => io_exception(format!("Directory not empty : '{shown}'")),
        _ => io_exception(format!("{} : '{shown}'", system_text(error))),
    }
}

/// The exception of a failed operation on a directory.
pub fn of_directory(error: &io::Error, path: &Path) -> Error {
    match error.kind() {
        ErrorKind::NotFound => part_missing(path),
        ErrorKind::NotADirectory => {
            io_exception(format!("The directory name is invalid. : '{}'", path.display()))
        }
        _ => of(error, path),
    }
}

/// `DirectoryNotFoundException`.
pub fn part_missing(path: &Path) -> Error {
    let text = format!("Could not find a part of the path '{}'.", path.display());
    Error::new("System.IO.DirectoryNotFoundException", text)
}

/// `IOException` for a file that is there already.
pub fn exists(path: &Path) -> Error {
    io_exception(format!("The file '{}' already exists.", path.display()))
}

/// `IOException`.
pub fn io_exception(message: impl Into<pwsh_value::PsString>) -> Error {
    Error::new("System.IO.IOException", message)
}

/// The system's own text, without Rust's number.
fn system_text(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}
