//! Errors about the object that came through a `PSObject` parameter.

use pwsh_runtime::command::Io;
use pwsh_value::{Error, Result};

/// Writes an error whose target is such an object: .NET calls its type `PSObject`, whatever it wraps.
pub fn write_error_about_object(io: &mut Io<'_>, error: Error) -> Result<()> {
    let record = io.rs.record_of(&error, Some(io.call));
    record.names.lock().target_type = "PSObject".into();
    io.write_error_record(record)
}

/// The same error, changed by what else it is to say; the exception stays.
pub fn reported_as(error: Error, id: &str, category: pwsh_value::Category) -> Error {
    match error.thrown() {
        Some(thrown) => Error::throw(thrown.exception.clone()).id(id).category(category),
        None => error,
    }
}
