//! What the operating system refused, as the errors of files.

use crate::object_errors::reported_as;
use psjob_dotnet::io::failure;
use psjob_dotnet::io::file_system_info::entry_object;
use pwsh_value::{Category, Error, Value};
use std::io;
use std::path::Path;

/// A refusal with the id that an operation gives it, `NAMEUnauthorizedAccessError` or `NAMEIOError`; the target is the
/// path as text.
pub fn refused(error: &io::Error, path: &Path, operation: &str) -> Error {
    with_target(error, path, operation, path.to_string_lossy().into_owned().into())
}

/// The same; the target is the file's or folder's object.
pub fn refused_item(error: &io::Error, path: &Path, operation: &str) -> Error {
    with_target(error, path, operation, entry_object(path.to_owned()))
}

fn with_target(error: &io::Error, path: &Path, operation: &str, target: Value) -> Error {
    let (kind, category) = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::IsADirectory => {
            ("UnauthorizedAccessError", Category::PermissionDenied)
        }
        _ => ("IOError", Category::WriteError),
    };
    reported_as(failure::of(error, path), &format!("{operation}{kind}"), category).target(target)
}

/// An `IOException` of the provider's own.
pub fn io_error(text: String, id: &str, category: Category, target: impl Into<Value>) -> Error {
    failure::io_exception(text).id(id).category(category).target(target)
}
