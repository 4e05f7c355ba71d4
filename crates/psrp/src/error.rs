//! What can be wrong with what arrives, at either end: with the session, or with one message of it.

use std::error::Error;

use clixml::{Text, Version};
use uuid::Uuid;

use crate::crypto::CryptoError;
use crate::enumeration::ErrorCategory;
use crate::fragment::FragmentError;
use crate::lane::Lane;
use crate::message::{DecodeError, Destination, HeaderError, MessageType};
use crate::record::ErrorRecord;

/// Ends the session: the pool is broken. A server has told its client.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The pool's stream cannot be read on.
    #[error("the stream of the runspace pool is broken")]
    Fragment(#[source] FragmentError),
    /// A message that opens the session is no message.
    #[error("the session cannot be opened")]
    Header(#[source] HeaderError),
    /// A message that opens the session cannot be read.
    #[error("the session cannot be opened")]
    Decode(#[source] DecodeError),
    /// Another message came where one that opens the session was due.
    #[error("expected {expected}, found {found}")]
    OutOfTurn {
        /// The message that was due.
        expected: MessageType,
        /// The message that came.
        found: MessageType,
    },
    /// There is no version that both ends speak.
    #[error("expected protocol version 2.0 to 2.4, found {found}")]
    Version {
        /// The other end's version.
        found: Version,
    },
    /// The server names versions of PowerShell and its serialization that no server has.
    #[error(
        "expected PSVersion 2.0 and SerializationVersion 1.1.0.1, found {ps_version} and {serialization_version}"
    )]
    Capability {
        /// The server's PSVersion.
        ps_version: Version,
        /// The server's SerializationVersion.
        serialization_version: Version,
    },
    /// A pool of impossible size.
    #[error("expected 1 <= MinRunspaces <= MaxRunspaces, found {min} and {max}")]
    PoolSize {
        /// The minimum that was asked for.
        min: i32,
        /// The maximum that was asked for.
        max: i32,
    },
}

/// Makes one message, or one pipeline, fail; the session goes on.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// The object is no message.
    #[error(transparent)]
    Header(#[from] HeaderError),
    /// Its data cannot be read.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The pipeline's stream cannot be read on.
    #[error("the stream of the pipeline is broken")]
    Fragment(#[from] FragmentError),
    /// The message is for the other end.
    #[error("expected {kind} for the {expected}, found it for the {found}")]
    Destination {
        /// The message's type.
        kind: MessageType,
        /// The end that it came to.
        expected: Destination,
        /// The end that it names.
        found: Destination,
    },
    /// The header names another pool or pipeline than the stream.
    #[error("expected {kind} for {expected}, found it for {found}")]
    Lane {
        /// The message's type.
        kind: MessageType,
        /// Where it came.
        expected: Lane,
        /// The pool or pipeline in its header.
        found: Uuid,
    },
    /// The message cannot come now, or not on this stream.
    #[error("expected no {kind} {circumstance}")]
    OutOfTurn {
        /// The message's type.
        kind: MessageType,
        /// Where or when it came.
        circumstance: &'static str,
    },
    /// An answer to a host call that does not wait for one.
    #[error("expected the answer to a waiting host call, found one to call {call_id}")]
    UnknownCall {
        /// The id in the answer.
        call_id: i64,
    },
    /// A pipeline got more data than it may.
    #[error("expected at most {limit} bytes for the pipeline, found more")]
    TooMuchData {
        /// The limit in bytes.
        limit: usize,
    },
    /// The client's key cannot be used.
    #[error(transparent)]
    Key(#[from] CryptoError),
}

/// What the other end, or the user, is told of something wrong that this end found.
pub(crate) fn protocol_error(message: impl Into<Text>) -> ErrorRecord {
    ErrorRecord::new(
        message,
        "System.Management.Automation.Remoting.PSRemotingDataStructureException",
        "PSRemotingDataStructureException",
        ErrorCategory::PROTOCOL_ERROR,
    )
}

/// An error's text with those of its causes.
pub(crate) fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
