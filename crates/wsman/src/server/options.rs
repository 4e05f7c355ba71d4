use std::time::Duration;

use crate::operation::IdentifyResponse;

/// What a service is and allows.
#[derive(Debug, Clone)]
pub struct ServiceOptions {
    /// The answer to Identify.
    pub identity: IdentifyResponse,
    /// Resource URIs of the shells that it makes; compared without case.
    pub resources: Vec<String>,
    /// What an account may have.
    pub quotas: Quotas,
    /// How long a shell without a client, or without a request, lives where the client does not say.
    pub idle_timeout: Duration,
    /// The shortest and longest that a client may ask for.
    pub idle_timeout_bounds: (Duration, Duration),
    /// How long an operation waits where the client does not say, and the longest that it waits whatever the client
    /// says.
    pub operation_timeout: (Duration, Duration),
    /// Bytes of an answer, whatever the client takes.
    pub max_envelope_size: u64,
    /// What the service calls itself in faults.
    pub machine: Option<Box<str>>,
    /// The id of the process that serves shells.
    pub process_id: Option<u32>,
}

/// How much an account may have at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotas {
    /// Shells.
    pub shells: usize,
    /// Commands in a shell that have not ended.
    pub commands: usize,
    /// Requests that wait for an answer.
    pub operations: usize,
    /// Accounts that have shells.
    pub users: usize,
}

impl Default for ServiceOptions {
    /// WinRM's own defaults: an idle timeout of two hours, at least a minute and at most what the wire can say; 60
    /// seconds for an operation; envelopes of 500 kB.
    fn default() -> Self {
        Self {
            identity: IdentifyResponse::default(),
            resources: Vec::new(),
            quotas: Quotas::default(),
            idle_timeout: Duration::from_secs(7_200),
            idle_timeout_bounds: (Duration::from_secs(60), Duration::from_millis(2_147_483_647)),
            operation_timeout: (Duration::from_secs(60), Duration::from_secs(1_800)),
            max_envelope_size: 512_000,
            machine: None,
            process_id: None,
        }
    }
}

impl Default for Quotas {
    /// WinRM's own: 30 shells, 1,500 operations; 1,000 commands in a shell, 100 accounts.
    fn default() -> Self {
        Self { shells: 30, commands: 1_000, operations: 1_500, users: 100 }
    }
}

/// Who sends a request, as the host has found out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caller {
    /// The account, in one spelling.
    pub account: String,
    /// The address that the request came from.
    pub address: Option<String>,
}
