use std::time::Duration;

use crate::options::OptionSet;

/// How a client asks.
#[derive(Debug, Clone)]
pub struct ClientOptions {
    /// Where the service is, `https://host:5986/wsman`.
    pub to: String,
    /// What shells are of: [`name::POWERSHELL_PREFIX`](crate::name::POWERSHELL_PREFIX) and the endpoint's name, or
    /// [`name::CMD_SHELL`](crate::name::CMD_SHELL).
    pub resource_uri: String,
    /// Bytes of an envelope, both ways.
    pub max_envelope_size: u64,
    /// How long the service may wait before it answers.
    pub operation_timeout: Duration,
    /// The language of texts, such as `en-US`.
    pub locale: String,
    /// The language of data.
    pub data_locale: String,
    /// The session within which shells are reconnected, `uuid:...`.
    pub session_id: Option<String>,
    /// Options of Create.
    pub create_options: OptionSet,
    /// The streams that are received.
    pub output_streams: Vec<String>,
}

impl ClientOptions {
    /// What PowerShell's own client asks: envelopes of 500 kB, three minutes, the stream `stdout`.
    pub fn new(to: impl Into<String>, resource_uri: impl Into<String>) -> Self {
        Self {
            to: to.into(),
            resource_uri: resource_uri.into(),
            max_envelope_size: 512_000,
            operation_timeout: Duration::from_secs(180),
            locale: "en-US".into(),
            data_locale: "en-US".into(),
            session_id: None,
            create_options: OptionSet::default(),
            output_streams: vec!["stdout".into()],
        }
    }
}
