//! Endpoints: what clients may make shells of.

use std::path::PathBuf;

/// A session configuration that clients name by its resource URI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// The URI, such as `http://schemas.microsoft.com/powershell/Microsoft.PowerShell`.
    pub resource_uri: String,
    /// The name of the worker's engine that runs its sessions.
    pub engine: String,
    /// Accounts that may use it; all where there is none.
    pub allowed_accounts: Vec<String>,
    /// A script that runs before the client's first pipeline.
    pub start_script: Option<String>,
    /// A session configuration file (`.pssc`).
    pub configuration_file: Option<PathBuf>,
}

impl Endpoint {
    /// The endpoint of this name with an engine and nothing else set.
    pub fn powershell(name: &str, engine: &str) -> Self {
        Self {
            resource_uri: format!("{}{name}", wsman::name::POWERSHELL_PREFIX),
            engine: engine.to_owned(),
            allowed_accounts: Vec::new(),
            start_script: None,
            configuration_file: None,
        }
    }

    /// Whether an account may use it.
    pub fn allows(&self, account: &str) -> bool {
        self.allowed_accounts.is_empty() || self.allowed_accounts.iter().any(|allowed| allowed == account)
    }
}
