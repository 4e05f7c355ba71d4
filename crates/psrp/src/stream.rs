//! Which byte stream of a session something is on.

use std::fmt;

use uuid::Uuid;

/// The pool's stream or one pipeline's. Each way has one of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StreamId {
    /// The runspace pool's; the framing over pipes names it with the nil GUID.
    Pool,
    /// That of the pipeline with this id.
    Pipeline(Uuid),
}

impl StreamId {
    /// The stream for the GUID of a line or of a message's header.
    pub fn from_guid(guid: Uuid) -> Self {
        if guid.is_nil() { Self::Pool } else { Self::Pipeline(guid) }
    }

    /// The GUID that stands for the stream: nil for the pool.
    pub fn guid(self) -> Uuid {
        match self {
            Self::Pool => Uuid::nil(),
            Self::Pipeline(id) => id,
        }
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pool => f.write_str("the runspace pool"),
            Self::Pipeline(id) => write!(f, "pipeline {id}"),
        }
    }
}

/// Which of a client's two byte streams to a pool or pipeline a piece belongs to. Each is fragmented apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ClientStream {
    /// Commands, input and everything else.
    #[default]
    Default,
    /// Answers to host calls, which must not wait behind input.
    PromptResponse,
}
