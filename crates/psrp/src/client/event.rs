//! What the client machine tells its user, and what it sends.

use bytes::Bytes;
use clixml::tree::Value;
use uuid::Uuid;

use crate::enumeration::PipelineState;
use crate::error::MessageError;
use crate::host::HostCall;
use crate::lane::{Lane, Stream};
use crate::message::{AvailabilityResponse, UserEvent};
use crate::record::{ErrorRecord, InformationRecord, InformationalRecord, ProgressRecord};

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// The pool is open for pipelines.
    Opened {
        /// What the server told about itself; `$null` if it told nothing.
        private_data: Value,
    },
    /// The pool could not be opened, or cannot go on. Only its close is left.
    Broken {
        /// Why, if the server said so.
        error: Option<Box<ErrorRecord>>,
    },
    /// A pipeline put out an object.
    Output {
        /// The pipeline.
        pipeline: Uuid,
        /// The object's CLIXML, for [`read_payload`](crate::message::payload::read_payload); empty for `$null`.
        data: Bytes,
    },
    /// A record of one of the other streams: of a pipeline, or of the server's start script on the pool's lane.
    Record {
        /// Where it was written.
        lane: Lane,
        /// The record.
        record: Record,
        /// The record's CLIXML as it came, for those who keep it.
        data: Bytes,
    },
    /// The server calls the client's host.
    HostCall {
        /// The lane that the answer goes to.
        lane: Lane,
        /// The id to answer with [`answer_host`](super::Client::answer_host); `None` if no answer is expected.
        call_id: Option<i64>,
        /// The call.
        call: Box<HostCall>,
    },
    /// A pipeline has ended; the last of it. Close it.
    PipelineEnded {
        /// The pipeline.
        pipeline: Uuid,
        /// A final state.
        state: PipelineState,
        /// Why, if it failed or was stopped.
        error: Option<Box<ErrorRecord>>,
    },
    /// An event of the server's runspace.
    UserEvent(Box<UserEvent>),
    /// The answer to a question about the pool, or to a reset.
    Availability {
        /// The id from the command.
        call_id: i64,
        /// The answer.
        response: AvailabilityResponse,
    },
    /// Secure strings pass from now on.
    SessionKeyReady,
    /// A message was left out; everything else goes on.
    MessageRefused {
        /// Where it came.
        lane: Lane,
        /// Why.
        error: MessageError,
    },
    /// The pool is closed, or the server is gone. The last event.
    Closed,
}

/// A record of a stream.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// An error that did not end the pipeline.
    Error(Box<ErrorRecord>),
    /// A warning.
    Warning(Box<InformationalRecord>),
    /// A verbose message.
    Verbose(Box<InformationalRecord>),
    /// A debug message.
    Debug(Box<InformationalRecord>),
    /// An activity's progress.
    Progress(Box<ProgressRecord>),
    /// An information record.
    Information(Box<InformationRecord>),
}

/// Something to send to the server. A lane's items keep their order, but those of the stream
/// [`PromptResponse`](Stream::PromptResponse) go first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transmit {
    /// A pipeline begins; its data follows.
    Command {
        /// The pipeline.
        pipeline: Uuid,
    },
    /// A piece of a stream: one fragment or several.
    Data {
        /// The pool or a pipeline.
        lane: Lane,
        /// Which of its streams.
        stream: Stream,
        /// The fragments.
        bytes: Bytes,
    },
    /// Stop a pipeline.
    Signal {
        /// The pipeline.
        pipeline: Uuid,
    },
    /// Close a pipeline, or with the pool the session.
    Close {
        /// The pool or a pipeline.
        lane: Lane,
    },
}
