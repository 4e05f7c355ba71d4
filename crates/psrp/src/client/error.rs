//! Why a client's command was not carried out.

use crate::crypto::CryptoError;
use crate::message::EncodeError;
use crate::version::ProtocolVersion;

/// A command that cannot be carried out. Nothing was sent.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The pool is not open, or was opened already.
    #[error("expected a runspace pool that is {expected}, found one that is not")]
    Pool {
        /// `new` or `opened`.
        expected: &'static str,
    },
    /// There is no such pipeline, or it has ended.
    #[error("expected a pipeline that has not ended, found none")]
    NoPipeline,
    /// There is a pipeline of this id.
    #[error("expected the id of a new pipeline, found that of one that is not closed")]
    Exists,
    /// The pipeline takes no input, or its input has ended.
    #[error("expected a pipeline that takes input, found one that does not")]
    NoInput,
    /// The host call does not wait for an answer.
    #[error("expected the id of a waiting host call, found {call_id}")]
    NoCall {
        /// The id.
        call_id: i64,
    },
    /// The server's version has nothing of the kind.
    #[error("expected a server of protocol version {expected} or later, found one of {found}")]
    Version {
        /// The least version.
        expected: ProtocolVersion,
        /// The negotiated version.
        found: ProtocolVersion,
    },
    /// A secure string cannot be sealed: ask for the session key first.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// The key pair could not be made.
    #[error(transparent)]
    Key(#[from] CryptoError),
}
