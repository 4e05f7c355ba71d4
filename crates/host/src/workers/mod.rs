//! The processes that run sessions: one for each account, started when it is first needed.

mod directory;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use psjob_channel::worker::{ConnectError, Connection, WireError};
use tokio::process::Command;
use tokio::sync::Mutex;

pub use directory::SocketDirectory;

/// How long a worker may take to listen.
const START: Duration = Duration::from_secs(20);

/// How workers are started and where they listen.
pub struct Workers {
    /// The program and its arguments; the socket's path follows.
    program: Vec<OsString>,
    directory: SocketDirectory,
    /// Held while a worker is looked for and started, so that an account has one.
    starting: Mutex<()>,
}

impl Workers {
    /// Workers that a command line starts, to which the path of the socket is appended.
    pub fn new(program: Vec<OsString>, directory: SocketDirectory) -> Self {
        Self { program, directory, starting: Mutex::default() }
    }

    /// A connection to the worker of an account, which is started if there is none.
    pub async fn connect(&self, account: &str) -> Result<Connection, ConnectError> {
        let socket = self.directory.socket(account);
        let _starting = self.starting.lock().await;
        match Connection::to(&socket).await {
            Err(ConnectError::Wire(WireError::Io(error))) if is_absent(&error) => {}
            other => return other,
        }
        self.start(&socket).map_err(WireError::from)?;
        let deadline = tokio::time::Instant::now() + START;
        loop {
            match Connection::to(&socket).await {
                Err(ConnectError::Wire(WireError::Io(error)))
                    if is_absent(&error) && tokio::time::Instant::now() < deadline =>
                {
                    tokio::time::sleep(Duration::from_millis(2)).await;
                }
                other => return other,
            }
        }
    }

    /// Starts a worker in a session of its own: it outlives this process.
    fn start(&self, socket: &PathBuf) -> io::Result<()> {
        let [program, arguments @ ..] = self.program.as_slice() else {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "no program for workers"));
        };
        let mut child = Command::new(program)
            .args(arguments)
            .arg(socket)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .process_group(0)
            .spawn()?;
        tokio::spawn(async move { child.wait().await });
        Ok(())
    }
}

/// Nothing listens there.
fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused)
}
