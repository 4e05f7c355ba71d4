//! `-s` and `-sshs`: a client on standard input and output.

use std::io;
use std::process;
use std::sync::Arc;

use psjob_channel::{Engine, SessionStart};

use super::descriptors::Descriptors;
use super::output::Output;
use super::session::Surroundings;
use super::socket::ProcessSockets;
use super::socket_files;
use super::wire::Wire;

/// What remains of 4000, the exit code of PowerShell's server when its input ends, as a Unix status.
const EXIT_INPUT_ENDED: i32 = 4000 & 0xFF;

/// Where the client of a mode looks for errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorPlace {
    /// `-s`: on standard error.
    StandardError,
    /// `-sshs`: among the lines.
    Inline,
}

/// The process around a session on stdio: it can be entered while a session is open, and it ends when a
/// session exits.
struct Process {
    sockets: ProcessSockets,
}

impl Surroundings for Process {
    /// The client may kill this process as soon as it has the CloseAck, so the sockets must be gone before.
    fn closing(&self) {
        self.sockets.close();
    }

    fn exit(&self, code: i32) {
        socket_files::remove_all();
        process::exit(code);
    }
}

/// Serves the client on stdin and stdout and gives the exit code of the process. Sockets to enter the
/// process by are open while a session is.
pub fn serve(
    engine: impl FnOnce() -> Arc<dyn Engine>,
    start: SessionStart,
    errors: ErrorPlace,
    custom_pipe: Option<String>,
) -> io::Result<i32> {
    let Descriptors { input, output, errors: standard_error } = Descriptors::take()?;
    let output = Arc::new(match errors {
        ErrorPlace::StandardError => Output::with_errors(output, standard_error),
        ErrorPlace::Inline => Output::with_errors_inline(output),
    });
    let engine = engine();
    let process = Arc::new(Process { sockets: ProcessSockets::new(engine.clone(), custom_pipe) });
    let wire = Wire { engine, start, output: output.clone(), surroundings: process.clone() };
    let end = wire.serve(input, || process.sockets.open());
    process.sockets.close();
    output.report(&end.to_string());
    Ok(EXIT_INPUT_ENDED)
}
