//! What can be wrong with what a server is asked to do.

use crate::error::MessageError;
use crate::message::{EncodeError, MessageType};

/// Why a pipeline was not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// There is one of this id.
    #[error("expected the id of a new pipeline, found that of one that is not closed")]
    Exists,
    /// There is no open pool.
    #[error("expected an opened runspace pool, found one that is not")]
    NotOpened,
}

/// Why a client was not connected to the pool.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The pool is not open.
    #[error("expected an opened runspace pool, found one that is not")]
    NotOpened,
    /// What the client sent cannot be read.
    #[error(transparent)]
    Message(#[from] MessageError),
    /// A message is missing.
    #[error("expected {expected}, found nothing more")]
    Missing {
        /// The message.
        expected: MessageType,
    },
    /// The client speaks another version than the pool was opened with, or one that cannot connect.
    #[error("expected protocol version {expected} from 2.2 on, found {found}")]
    Version {
        /// The pool's version.
        expected: crate::ProtocolVersion,
        /// The client's version.
        found: clixml::Version,
    },
    /// The client expects a pool of another size.
    #[error("expected a runspace pool of {min} to {max} runspaces, found a client that wants another")]
    PoolSize {
        /// The pool's minimum.
        min: i32,
        /// The pool's maximum.
        max: i32,
    },
    /// The answer could not be written.
    #[error(transparent)]
    Encode(#[from] EncodeError),
}

/// Why a host call was not made.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The pipeline has ended or there is none; or the pool is closed.
    #[error("expected a running pipeline or an open pool, found none")]
    Ended,
    /// The pipeline is being stopped.
    #[error("expected a pipeline that goes on, found one that is being stopped")]
    Stopping,
    /// A parameter holds a secure string that cannot be sealed yet.
    #[error(transparent)]
    Encode(#[from] EncodeError),
}

/// A pipeline that is not there, or has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a pipeline that has not ended, found none")]
pub struct NoPipeline;
