//! What psjob was asked to do, in its own words or in those of `pwsh`.

pub mod command_line;
pub mod powershell;

use std::ffi::OsString;
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

/// A command of psjob's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invocation {
    /// `psjob start --wait`
    Start(Start),
    /// `psjob run`
    Run(Run),
    /// `psjob serve`
    Serve(Serve),
    /// `psjob user`
    User(User),
    /// `psjob worker`, which a service starts
    Worker(Worker),
}

/// A worker to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// Where it listens.
    pub socket: PathBuf,
    /// Engines that are programs: their names and command lines.
    pub engines: Vec<(String, Vec<String>)>,
}

/// A service to run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Serve {
    /// Its configuration file.
    pub config: Option<PathBuf>,
    /// Addresses without TLS.
    pub http: Vec<SocketAddr>,
    /// Addresses with TLS.
    pub https: Vec<SocketAddr>,
    /// Where it keeps what is its own.
    pub state: Option<PathBuf>,
    /// Whether passwords may come without TLS.
    pub allow_unencrypted: bool,
    /// Whether it announces itself by a line of JSON.
    pub json: bool,
}

/// Accounts of a service to show or change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The service's directory.
    pub state: Option<PathBuf>,
    /// What to do.
    pub action: UserAction,
}

/// What is done to accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UserAction {
    /// A new one.
    Add {
        /// Its name.
        name: String,
        /// The account of the operating system that its sessions run as.
        os_account: Option<String>,
    },
    /// One less.
    Remove {
        /// Its name.
        name: String,
    },
    /// Another password.
    Passwd {
        /// Its name.
        name: String,
    },
    /// Which there are.
    List,
}

/// A job to start and to wait for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Its name; `None` for `Job1`.
    pub name: Option<String>,
    /// What it runs.
    pub script: Script,
    /// How what it puts out is shown.
    pub show: Show,
}

/// A script to run as `pwsh -c` does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What to run.
    pub script: Script,
}

/// A script: its text, or the file that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// The text; if `None`, there is a file.
    pub text: Option<String>,
    /// The file; if `None`, there is a text.
    pub file: Option<PathBuf>,
    /// Positional arguments.
    pub arguments: Vec<String>,
}

impl Script {
    /// The script's text, read from its file if it has one.
    pub fn read(&self) -> io::Result<String> {
        match &self.file {
            Some(file) => {
                let bytes = fs::read(file)?;
                let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
                Ok(String::from_utf8_lossy(bytes).into_owned())
            }
            None => Ok(self.text.clone().unwrap_or_default()),
        }
    }
}

/// How a job's output is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// As PowerShell shows it to a user.
    Text,
    /// A JSON object a line.
    Json,
    /// One CLIXML document.
    Clixml,
}

/// Whether arguments are those of `pwsh`, in whose place psjob was started: they begin with an option that
/// is not one of psjob's own.
pub fn are_powershells(arguments: &[OsString]) -> bool {
    let Some(first) = arguments.first().and_then(|first| first.to_str()) else { return false };
    first.starts_with('-') && !matches!(first, "-h" | "--help" | "-V" | "--version")
}
