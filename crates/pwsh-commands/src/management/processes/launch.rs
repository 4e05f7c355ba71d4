//! Programs that are started without the session waiting for them.

use psjob_dotnet::diagnostics::process::child_object;
use pwsh_value::{Error, Result, Value};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A program to start.
pub struct Launch {
    /// The file.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// The folder that it starts in.
    pub folder: PathBuf,
    /// Its whole environment.
    pub environment: Vec<(String, String)>,
    /// Where its three streams come from and go to.
    pub streams: [Stdio; 3],
}

impl Launch {
    /// Starts it.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn start(self) -> std::io::Result<Child> {
        let [input, output, error] = self.streams;
        Command::new(&self.program)
            .args(&self.arguments)
            .current_dir(&self.folder)
            .env_clear()
            .envs(self.environment)
            .stdin(input)
            .stdout(output)
            .stderr(error)
            .spawn()
    }

    /// Starts it, for a `Process` object.
    ///
    /// # Errors
    /// `Win32Exception` with the text that .NET has for it.
    pub fn start_process(self) -> Result<Value> {
        let (program, folder) = (self.program.display().to_string(), self.folder.display().to_string());
        self.start().map(child_object).map_err(|error| {
            let reason = error.to_string();
            let reason = reason.split(" (os error").next().unwrap_or_default().to_owned();
            let text = format!(
                "An error occurred trying to start process '{program}' with working directory '{folder}'. {reason}"
            );
            Error::new("System.ComponentModel.Win32Exception", text)
        })
    }
}
