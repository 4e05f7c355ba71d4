//! What the server machine tells whoever runs its pipelines, and what it sends.

use bytes::Bytes;
use uuid::Uuid;

use super::RunspaceSlot;
use crate::command::DebuggerCommand;
use crate::error::MessageError;
use crate::host::HostReturn;
use crate::lane::Lane;
use crate::message::{BodyError, CreatePipeline, GetCommandMetadata, InitRunspacePool};
use crate::record::ErrorRecord;

/// Something to do.
#[derive(Debug)]
pub enum Event {
    /// A client opens the pool. Answer with [`accept`](super::Server::accept) or
    /// [`break_pool`](super::Server::break_pool); whatever runs before that may write to the pool's lane already.
    OpenPool {
        /// What the client wants.
        init: Box<InitRunspacePool>,
    },
    /// Run a pipeline, and report its end with [`finish_pipeline`](super::Server::finish_pipeline). Before that,
    /// input may come. An id appears once in one of the three events that begin a pipeline.
    RunPipeline {
        /// The pipeline.
        pipeline: Uuid,
        /// What it runs.
        create: Box<CreatePipeline>,
        /// The runspace to run it in. One whose number was not seen before is to be made.
        runspace: RunspaceSlot,
        /// The runspace is busy with another pipeline, which lets this one run in between.
        nested: bool,
    },
    /// Answer a pipeline that asks which commands there are, by objects on its output.
    GetCommandMetadata {
        /// The pipeline.
        pipeline: Uuid,
        /// What is asked.
        query: Box<GetCommandMetadata>,
        /// The runspace whose commands are meant.
        runspace: RunspaceSlot,
    },
    /// Do what the client's debugger asks. It takes no runspace. Without a debugger, finish it as completed.
    RunDebuggerCommand {
        /// The pipeline.
        pipeline: Uuid,
        /// Which one.
        command: DebuggerCommand,
        /// The pipeline with the command's parameters.
        create: Box<CreatePipeline>,
    },
    /// An object for a pipeline that was begun.
    Input {
        /// The pipeline.
        pipeline: Uuid,
        /// The object's CLIXML; empty for `$null`.
        data: Bytes,
    },
    /// No more input will come.
    InputEnded {
        /// The pipeline.
        pipeline: Uuid,
    },
    /// Stop a pipeline and report its end. Its host calls were given up already.
    StopPipeline {
        /// The pipeline.
        pipeline: Uuid,
    },
    /// A host call has ended.
    HostReturned {
        /// The lane that it was made on.
        lane: Lane,
        /// The call's id from [`call_host`](super::Server::call_host).
        call_id: i64,
        /// How it ended.
        outcome: HostOutcome,
    },
    /// Make a runspace as good as new and report with [`answer_reset`](super::Server::answer_reset). It is idle, and
    /// stays so until then.
    ResetRunspace {
        /// The runspace.
        runspace: RunspaceSlot,
        /// The id to answer.
        call_id: i64,
    },
    /// A runspace left the pool, which was made smaller. It is idle.
    DropRunspace {
        /// The runspace.
        runspace: RunspaceSlot,
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
    /// The client closes the pool, or is gone, while it is being opened: give up what runs for that, and answer
    /// [`Event::OpenPool`] all the same.
    StopOpening,
    /// The pool is closed and all its pipelines have ended: drop its runspaces. The last event.
    Closed,
}

/// How a host call ended.
#[derive(Debug, Clone, PartialEq)]
pub enum HostOutcome {
    /// With a value, or with nothing.
    Returned(HostReturn),
    /// The host threw.
    Failed(Box<ErrorRecord>),
    /// The client's answer makes no sense.
    Malformed(BodyError),
    /// Its pipeline is being stopped, or the client is gone.
    Stopped,
}

/// Something to send to the client. A lane's items keep their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transmit {
    /// A fragment.
    Data {
        /// The pool or a pipeline.
        lane: Lane,
        /// The fragment with its header.
        bytes: Bytes,
    },
    /// A pipeline's data may come.
    CommandAck {
        /// The pipeline.
        pipeline: Uuid,
    },
    /// A pipeline is stopped, or was gone already.
    SignalAck {
        /// The pipeline.
        pipeline: Uuid,
    },
    /// A lane is closed; nothing of it follows.
    CloseAck {
        /// The pool or a pipeline.
        lane: Lane,
    },
}
