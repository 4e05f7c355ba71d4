//! The errors of programs.

use crate::command::Invocation;
use crate::error_record::{ErrorRecord, Position};
use crate::runspace::Runspace;
use pwsh_value::payload::Exception;
use pwsh_value::ty::named;
use pwsh_value::{Category, Error, Obj, PsString, Value};
use std::path::Path;
use std::sync::Arc;

impl Runspace {
    /// The error record for a line of a program's error output; the first one has an id of its own.
    pub(super) fn native_error_line(
        &mut self,
        call: &Arc<Invocation>,
        line: PsString,
        first: bool,
    ) -> ErrorRecord {
        let error = Error::new("System.Management.Automation.RemoteException", line.clone());
        let error = if first {
            error.id("NativeCommandError").target(Value::String(line))
        } else {
            error.id("NativeCommandErrorMessage")
        };
        self.record_of_program(&error, call)
    }

    /// The error record for a program that ended with `code`, where such an end is an error.
    pub(super) fn native_exit_record(
        &mut self,
        call: &Arc<Invocation>,
        path: &Path,
        process: u32,
        code: i32,
    ) -> ErrorRecord {
        let name = call.command.name();
        let text = format!("Program \"{name}\" ended with non-zero exit code: {code} (0x{code:02X}).");
        let ty = named("System.Management.Automation.NativeCommandExitException");
        let exception = Exception::object(ty, text.into(), None);
        let path = Value::str(path.to_string_lossy());
        if let Some(fields) = exception.get::<Exception>() {
            fields.set_field("ExitCode", Value::Int32(code));
            fields.set_field("Path", path.clone());
            fields.set_field("ProcessId", Value::Int32(process as i32));
        }
        let error = Error::throw(exception).id("ProgramExitedWithNonZeroCode").target(path);
        self.record_of_program(&error, call)
    }

    /// A record without the command's name in its id, as programs' errors have it, but with the call.
    fn record_of_program(&mut self, error: &Error, call: &Arc<Invocation>) -> ErrorRecord {
        let mut record = self.record_of(error, None);
        if let Some((source, extent)) = &call.position {
            record.position = Some(Position { source: source.clone(), extent: *extent });
        }
        record.call = Some(call.clone());
        record
    }
}

/// The error for a program that could not be started.
pub(super) fn not_started(path: &Path, directory: &Path, reason: &str, call: &Invocation) -> Error {
    let cause = format!(
        "An error occurred trying to start process '{}' with working directory '{}'. {reason}",
        path.display(),
        directory.display()
    );
    let place = call
        .position
        .as_ref()
        .map_or_else(String::new, |(source, extent)| pwsh_syntax::position_message(source, *extent));
    let text = format!("Program '{}' failed to run: {cause}{place}.", call.command.name());
    let inner: Obj = Exception::object(named("System.ComponentModel.Win32Exception"), cause.into(), None);
    let ty = named("System.Management.Automation.ApplicationFailedException");
    Error::throw(Exception::object(ty, text.into(), Some(inner)))
        .id("NativeCommandFailed")
        .category(Category::ResourceUnavailable)
}
