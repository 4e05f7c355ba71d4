use std::time::Duration;

use wsman::operation::IdentifyResponse;

/// What a front takes.
#[derive(Debug, Clone)]
pub struct FrontOptions {
    /// Paths that clients post to.
    pub paths: Vec<String>,
    /// Whether a password may come over a connection that is not encrypted.
    pub allow_unencrypted: bool,
    /// The answer to an Identify of nobody; `None`: nobody gets one.
    pub anonymous_identity: Option<IdentifyResponse>,
    /// Bytes of a request's body.
    pub max_envelope_size: usize,
    /// How long a client may take for a request's head, for its body and for the handshake of TLS.
    pub patience: Duration,
    /// Connections at once. Above it those go that have proven nothing for longest.
    pub connections: usize,
}

impl Default for FrontOptions {
    /// `/wsman`; passwords only over TLS; 1 MiB; 30 s; 4,096 connections.
    fn default() -> Self {
        Self {
            paths: vec!["/wsman".into()],
            allow_unencrypted: false,
            anonymous_identity: None,
            max_envelope_size: 1 << 20,
            patience: Duration::from_secs(30),
            connections: 4_096,
        }
    }
}
