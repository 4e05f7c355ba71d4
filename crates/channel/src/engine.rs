//! What stands behind a channel.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::memory::EngineEnd;

/// What a front asks of a session beside what the client's messages say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SessionStart {
    /// The location in which pipelines begin; `None`: the account's home directory.
    pub working_directory: Option<PathBuf>,
    /// Script text that runs before the pool is opened (`-EncodedCommand`, -InitializationScript).
    pub start_script: Option<String>,
    /// A session configuration file (`.pssc`) that says what the session may do.
    pub configuration_file: Option<PathBuf>,
    /// The environment, `None` for that of the process.
    pub environment: Option<Vec<(OsString, OsString)>>,
}

/// What runs sessions: the embedded runtime, or a program that speaks the framing.
///
/// One engine holds all sessions of a process, so that they see each other where PowerShell's do
/// (Get-Runspace, Enter-PSHostProcess).
pub trait Engine: Send + Sync {
    /// Begins a session on `end` and returns at once. The client's messages come from `end`; the session
    /// is over when the engine has dropped every clone of it. Trouble with the start script or the
    /// configuration is the session's failed open, never an error here.
    fn open(&self, start: SessionStart, end: EngineEnd);
}
