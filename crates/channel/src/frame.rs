//! What travels on a channel: frames, the streams they belong to, and their numbers.

use bytes::Bytes;
use psrp::{Lane, Stream};
use uuid::Uuid;

/// One byte stream of one lane: what acknowledgement and credit are counted for.
///
/// Credit goes by stream and not by lane, because a script that waits for a prompt reads no input, and
/// the answer to the prompt must reach it all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StreamId {
    /// The pool or the pipeline.
    pub lane: Lane,
    /// Which of its streams. Commands, signals and closes keep their order with the default one.
    pub stream: Stream,
}

impl StreamId {
    /// The default stream of a lane.
    pub fn default_of(lane: Lane) -> Self {
        StreamId { lane, stream: Stream::Default }
    }
}

/// What front and engine tell each other beside the protocol's streams: what the framing over pipes has no element for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The session could not be opened. The text is for whoever started the process; the client has had
    /// its RUNSPACEPOOL_STATE already.
    OpenFailed {
        /// One line that says why.
        reason: String,
    },
    /// The session ended itself with an exit code (`[Environment]::Exit`): nothing follows.
    Exit {
        /// The code as the script gave it.
        code: i32,
    },
    /// Front to engine: another client takes the pool up ([MS-PSRP] 3.2.5.4.13).
    Connect {
        /// SESSION_CAPABILITY and CONNECT_RUNSPACEPOOL.
        bytes: Bytes,
    },
    /// Engine to front: the pool is the new client's.
    Connected {
        /// SESSION_CAPABILITY, RUNSPACEPOOL_INIT_DATA and APPLICATION_PRIVATE_DATA.
        bytes: Bytes,
    },
    /// Engine to front: it is not.
    ConnectRefused {
        /// Why, for people.
        reason: String,
    },
}

/// One message of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frame {
    /// A piece of a stream, either way. A front may cut the stream anywhere; an engine sends whole
    /// fragments, one or several.
    Data {
        /// The pool or the pipeline.
        lane: Lane,
        /// Which of its streams.
        stream: Stream,
        /// The piece; never empty.
        bytes: Bytes,
    },
    /// Front to engine: a pipeline with this id begins, and its CREATE_PIPELINE follows as data.
    Command {
        /// The new pipeline.
        pipeline: Uuid,
    },
    /// Engine to front: the pipeline's data may come.
    CommandAck {
        /// The new pipeline.
        pipeline: Uuid,
    },
    /// Front to engine: stop this pipeline.
    Signal {
        /// The pipeline to stop.
        pipeline: Uuid,
    },
    /// Engine to front: the pipeline is stopped, or was gone already.
    SignalAck {
        /// The pipeline that was to stop.
        pipeline: Uuid,
    },
    /// Front to engine: the client is done with this lane; closing the pool ends the session.
    Close {
        /// The pool or the pipeline.
        lane: Lane,
    },
    /// Engine to front: the lane is closed, and nothing of it follows.
    CloseAck {
        /// The pool or the pipeline.
        lane: Lane,
    },
    /// Beside the protocol's streams.
    Notice(Notice),
}

impl Frame {
    /// The stream in whose order this frame is kept.
    pub fn stream_id(&self) -> StreamId {
        match self {
            Frame::Data { lane, stream, .. } => StreamId { lane: *lane, stream: *stream },
            Frame::Command { pipeline }
            | Frame::CommandAck { pipeline }
            | Frame::Signal { pipeline }
            | Frame::SignalAck { pipeline } => StreamId::default_of(Lane::Pipeline(*pipeline)),
            Frame::Close { lane } | Frame::CloseAck { lane } => StreamId::default_of(*lane),
            Frame::Notice(_) => StreamId::default_of(Lane::Pool),
        }
    }

    /// The bytes that count against credit: those of data. The other frames are a few for each pipeline
    /// and must never wait.
    pub fn cost(&self) -> usize {
        match self {
            Frame::Data { bytes, .. } => bytes.len(),
            _ => 0,
        }
    }
}

/// A frame with its number: 1, 2, 3 … over all lanes of one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// Counted from 1 for each direction of a channel.
    pub number: u64,
    /// What was sent under that number.
    pub frame: Frame,
}
