//! Whom a message or a piece of a stream concerns.

use std::fmt;

use uuid::Uuid;

/// The runspace pool, or one of its pipelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lane {
    /// The runspace pool; the framing over pipes names it with the nil GUID.
    Pool,
    /// The pipeline with this id.
    Pipeline(Uuid),
}

impl Lane {
    /// The lane for the GUID of a line or of a message's header.
    pub fn from_guid(guid: Uuid) -> Self {
        if guid.is_nil() { Self::Pool } else { Self::Pipeline(guid) }
    }

    /// The GUID that stands for the lane: nil for the pool.
    pub fn guid(self) -> Uuid {
        match self {
            Self::Pool => Uuid::nil(),
            Self::Pipeline(id) => id,
        }
    }
}

impl fmt::Display for Lane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pool => f.write_str("the runspace pool"),
            Self::Pipeline(id) => write!(f, "pipeline {id}"),
        }
    }
}

/// Which of a lane's byte streams a piece belongs to. Each is fragmented for itself; the server has the first only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Stream {
    /// Commands, input and everything else.
    #[default]
    Default,
    /// Answers to host calls, which must not wait behind input.
    PromptResponse,
}
