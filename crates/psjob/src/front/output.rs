//! The way back to a client.

use std::io::{self, Write};

use parking_lot::Mutex;

/// What a client of SSH or a named pipe takes for an error of the server, at the start of a line.
const ERROR_PREFIX: &str = "__NamedPipeError__:";

type Sink = Mutex<Box<dyn Write + Send>>;

/// Whole lines to a client, from the thread that reads its input and the one that writes a session's
/// output.
pub struct Output {
    lines: Sink,
    /// `None`: errors go between the lines, with a prefix.
    errors: Option<Sink>,
}

impl Output {
    /// Errors go to a stream of their own: stderr in `-s`.
    pub fn with_errors(lines: impl Write + Send + 'static, errors: impl Write + Send + 'static) -> Self {
        Output { lines: Mutex::new(Box::new(lines)), errors: Some(Mutex::new(Box::new(errors))) }
    }

    /// Errors go to the client among its lines: `-sshs` and the Unix socket.
    pub fn with_errors_inline(lines: impl Write + Send + 'static) -> Self {
        Output { lines: Mutex::new(Box::new(lines)), errors: None }
    }

    /// Writes whole lines. Waits as long as the client does not read.
    pub fn write(&self, lines: &[u8]) -> io::Result<()> {
        let mut sink = self.lines.lock();
        sink.write_all(lines)?;
        sink.flush()
    }

    /// Reports an error, which ends the client's session. One that cannot be reported has nobody to
    /// read it.
    pub fn report(&self, text: &str) {
        let _ = match &self.errors {
            Some(errors) => errors.lock().write_all(format!("{text}\n").as_bytes()),
            None => self.write(format!("{ERROR_PREFIX}{}\n", text.replace(['\r', '\n'], " ")).as_bytes()),
        };
    }
}
