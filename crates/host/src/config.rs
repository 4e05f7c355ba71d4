//! The configuration file of `psjob serve`, in TOML. Every key has a default.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::endpoint::Endpoint;

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{path}: {error}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// The file is no TOML, or has a key or value that it may not have.
    #[error("{path}: {error}")]
    Format {
        /// The file.
        path: PathBuf,
        /// Where and why.
        error: Box<toml::de::Error>,
    },
    /// An endpoint names an engine that is not there.
    #[error("the endpoint '{endpoint}' has the engine '{engine}', which no [engine.{engine}] describes")]
    Engine {
        /// The endpoint.
        endpoint: String,
        /// The engine.
        engine: String,
    },
    /// Two endpoints of one name.
    #[error("there are two endpoints '{0}'")]
    Twice(String),
}

/// What `psjob serve` does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// Where clients connect.
    pub listen: Listen,
    /// How it is proven who the service is.
    pub tls: Tls,
    /// What clients may have.
    pub limits: LimitsConfig,
    /// Engines beside the embedded one, by their names.
    pub engine: BTreeMap<String, EngineConfig>,
    /// What clients may make shells of; PowerShell's two default names where there is none.
    pub endpoint: Vec<EndpointConfig>,
}

/// Addresses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Listen {
    /// Without TLS.
    pub http: Vec<SocketAddr>,
    /// With TLS.
    pub https: Vec<SocketAddr>,
    /// Paths that clients post to.
    pub paths: Vec<String>,
    /// Whether a password may come without TLS.
    pub allow_unencrypted: bool,
    /// Whether those who have not proven who they are may ask what service this is.
    pub anonymous_identify: bool,
}

impl Default for Listen {
    fn default() -> Self {
        Self {
            http: vec![SocketAddr::from(([127, 0, 0, 1], 5985))],
            https: vec![SocketAddr::from(([127, 0, 0, 1], 5986))],
            paths: vec!["/wsman".into()],
            allow_unencrypted: false,
            anonymous_identify: true,
        }
    }
}

/// The certificate. Without one the service makes its own in its state directory.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Tls {
    /// A chain in PEM.
    pub certificate: Option<PathBuf>,
    /// Its key in PEM.
    pub key: Option<PathBuf>,
}

/// Quotas.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct LimitsConfig {
    /// Shells of an account.
    pub shells_per_user: usize,
    /// Commands in a shell.
    pub commands_per_shell: usize,
    /// Requests of an account that wait.
    pub operations_per_user: usize,
    /// Accounts that have shells.
    pub users: usize,
    /// Connections at once.
    pub connections: usize,
    /// Kilobytes of an envelope.
    pub max_envelope_size_kb: usize,
    /// Seconds that a shell lives without its client where the client says nothing.
    pub idle_timeout_sec: u64,
    /// Seconds that an operation waits where the client says nothing.
    pub operation_timeout_sec: u64,
}

impl Default for LimitsConfig {
    fn default() -> Self {
        Self {
            shells_per_user: 1_000,
            commands_per_shell: 1_000,
            operations_per_user: 4_000,
            users: 100,
            connections: 8_192,
            max_envelope_size_kb: 500,
            idle_timeout_sec: 7_200,
            operation_timeout_sec: 60,
        }
    }
}

/// A program that runs sessions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EngineConfig {
    /// The program and its arguments, such as `["pwsh", "-s", "-NoLogo", "-NoProfile"]`.
    pub command: Vec<String>,
}

/// An endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EndpointConfig {
    /// Its name: what clients give as -ConfigurationName.
    pub name: String,
    /// `embedded`, or one of [`Config::engine`].
    #[serde(default = "embedded")]
    pub engine: String,
    /// Accounts that may use it; all where there is none.
    #[serde(default)]
    pub allowed_accounts: Vec<String>,
    /// A script that runs before the client's first pipeline.
    pub start_script: Option<String>,
    /// A session configuration file (`.pssc`).
    pub configuration_file: Option<PathBuf>,
}

fn embedded() -> String {
    EMBEDDED.into()
}

/// The name of the engine that is always there.
pub const EMBEDDED: &str = "embedded";

impl Config {
    /// Reads and checks a file.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| ConfigError::Io { path: path.to_owned(), error })?;
        let config: Self = toml::from_str(&text)
            .map_err(|error| ConfigError::Format { path: path.to_owned(), error: Box::new(error) })?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        for (at, endpoint) in self.endpoint.iter().enumerate() {
            if endpoint.engine != EMBEDDED && !self.engine.contains_key(&endpoint.engine) {
                let (endpoint, engine) = (endpoint.name.clone(), endpoint.engine.clone());
                return Err(ConfigError::Engine { endpoint, engine });
            }
            if self.endpoint[..at].iter().any(|other| other.name.eq_ignore_ascii_case(&endpoint.name)) {
                return Err(ConfigError::Twice(endpoint.name.clone()));
            }
        }
        Ok(())
    }

    /// The endpoints that it describes.
    pub fn endpoints(&self) -> Vec<Endpoint> {
        if self.endpoint.is_empty() {
            return ["Microsoft.PowerShell", "PowerShell.7"]
                .map(|name| Endpoint::powershell(name, EMBEDDED))
                .into();
        }
        let endpoint = |config: &EndpointConfig| Endpoint {
            allowed_accounts: config.allowed_accounts.clone(),
            start_script: config.start_script.clone(),
            configuration_file: config.configuration_file.clone(),
            ..Endpoint::powershell(&config.name, &config.engine)
        };
        self.endpoint.iter().map(endpoint).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Config, ConfigError> {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("psjob.toml");
        std::fs::write(&path, text).unwrap();
        Config::read(&path)
    }

    #[test]
    fn an_empty_file_is_the_default() {
        assert_eq!(read("").unwrap(), Config::default());
        assert_eq!(Config::default().endpoints().len(), 2);
    }

    #[test]
    fn endpoints_have_engines() {
        let config = read(
            "[engine.real]\ncommand = [\"pwsh\", \"-s\"]\n[[endpoint]]\nname = \"My\"\nengine = \"real\"",
        )
        .unwrap();
        assert_eq!(config.endpoints()[0].resource_uri, "http://schemas.microsoft.com/powershell/My");
        let wrong = read("[[endpoint]]\nname = \"My\"\nengine = \"real\"").unwrap_err();
        assert_eq!(
            wrong.to_string(),
            "the endpoint 'My' has the engine 'real', which no [engine.real] describes"
        );
        assert!(matches!(
            read("[[endpoint]]\nname = \"a\"\n[[endpoint]]\nname = \"A\""),
            Err(ConfigError::Twice(_))
        ));
    }

    #[test]
    fn what_is_not_known_is_named_with_its_line() {
        let error = read("[listen]\nport = 1").unwrap_err().to_string();
        assert!(error.contains("line 2") && error.contains("port"), "{error}");
    }
}
