use uuid::Uuid;

use crate::engine::SessionStart;
use crate::frame::{Numbered, StreamId};
use crate::position::Position;

/// The version of this encoding. Host and worker may be of different builds: a host that was restarted finds the workers
/// of the one before it.
pub const VERSION: u16 = 1;

/// What goes over a worker's socket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The first message each way.
    Hello {
        /// The sender's version; the receiver refuses others.
        version: u16,
        /// The sender's process.
        process: u32,
    },
    /// Front to worker: a new session.
    Open {
        /// The id by which it is taken up again.
        session: Uuid,
        /// The name of the engine that is to run it.
        engine: String,
        /// What the front asks of it.
        start: SessionStart,
    },
    /// Worker to front: the session is begun.
    Opened,
    /// Front to worker: to take a session up.
    Attach {
        /// It.
        session: Uuid,
        /// The first numbers that this front lacks; `None`: after what was acknowledged.
        position: Option<Position>,
    },
    /// Worker to front: the session is taken up.
    Attached {
        /// The number of the last frame that fronts have sent.
        sent: u64,
    },
    /// Worker to front: it cannot be, and the connection ends.
    Refused {
        /// Why, for people.
        reason: String,
    },
    /// A frame, either way.
    Frame(Numbered),
    /// Front to worker: all frames up to this number are safe.
    Acknowledge {
        /// The number.
        number: u64,
    },
    /// Front to worker: all frames of a stream up to this number are safe.
    AcknowledgeIn {
        /// The stream.
        stream: StreamId,
        /// The number.
        number: u64,
    },
    /// Worker to front, once for each frame of data: the engine has room for more of its stream.
    Ready {
        /// The stream.
        stream: StreamId,
    },
    /// Front to worker: no front will come any more.
    Abandon,
}
