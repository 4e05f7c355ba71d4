//! The server's end of a session: one runspace pool and its pipelines ([MS-PSRP] 3.2).
//!
//! ```text
//!           SESSION_CAPABILITY        INIT_RUNSPACEPOOL              accept
//! Unversioned ---------> Negotiated -----------------> Opening ------------> Opened
//!                                    event OpenPool       | break_pool          | handle_close(Pool)
//!                                                         v                     v
//!                                   any session error > Broken               Closing, until all pipelines ended
//!                                                         | handle_close        |
//!                                                         +--> Closed <---------+ event Closed
//! ```
//!
//! Four kinds of method, told by name:
//!
//! - **`handle_*`** takes what arrived from the client: [`handle_data`](Server::handle_data),
//!   [`handle_command`](Server::handle_command), [`handle_signal`](Server::handle_signal),
//!   [`handle_close`](Server::handle_close), [`handle_connect`](Server::handle_connect),
//!   [`handle_client_gone`](Server::handle_client_gone).
//! - **Commands** of whoever runs the pipelines: [`accept`](Server::accept), [`break_pool`](Server::break_pool),
//!   [`call_host`](Server::call_host), [`finish_pipeline`](Server::finish_pipeline),
//!   [`answer_reset`](Server::answer_reset), [`request_session_key`](Server::request_session_key).
//! - **`poll_*`** gives what to do. After each of the above, first [`poll_transmit`](Server::poll_transmit) until
//!   there is nothing more, then [`poll_event`](Server::poll_event): so what the machine had to say to the client
//!   stands before what a pipeline that an event starts will write.
//! - Getters.
//!
//! What a pipeline writes (output and records) does not go through the machine: its thread has a
//! [`MessageWriter`] from [`writer`](Server::writer), which needs no lock. Its last message is the machine's
//! [`finish_pipeline`](Server::finish_pipeline).
//!
//! Whoever carries the bytes acknowledges a `Data` as soon as [`handle_data`](Server::handle_data) has returned,
//! whatever it returned but a session error: also for a pipeline that is gone, or the client's input stands still
//! for ever.

mod arrival;
mod closing;
mod connecting;
mod error;
mod event;
mod host_calls;
mod keys;
mod pipeline;
mod pipelines;
mod runspaces;

use std::collections::{HashMap, VecDeque};

use clixml::tree::Value;
use uuid::Uuid;

pub use arrival::Delivery;
pub use error::{CallError, CommandError, ConnectError, NoPipeline};
pub use event::{Event, HostOutcome, Transmit};
pub use pipelines::PipelineOutcome;
pub use runspaces::RunspaceSlot;

use host_calls::HostCalls;
use pipeline::Pipeline;
use runspaces::Runspaces;

use crate::crypto::SecureStrings;
use crate::enumeration::RunspacePoolState;
use crate::error::{protocol_error, with_causes};
use crate::fragment::{DEFAULT_FRAGMENT_SIZE, DEFAULT_OBJECT_LIMIT, Fragmenter, Fragments};
use crate::host::HostCall;
use crate::lane::Lane;
use crate::message::{
    ApplicationPrivateData, Body, Destination, EncodeError, HostCallMessage, MessageReader, MessageWriter,
    PipelineHostCall, RunspacePoolHostCall, RunspacePoolStateMessage, VOID_CALL_ID,
};
use crate::record::ErrorRecord;
use crate::version::ProtocolVersion;

/// What a server allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerOptions {
    /// The largest fragment to send, header included, in bytes.
    pub fragment_size: usize,
    /// The largest message to take, in bytes (PSMaximumReceivedObjectSizeMB).
    pub object_limit: usize,
    /// How many bytes a pipeline may get in all, its input included (PSMaximumReceivedDataSizePerCommandMB);
    /// `None` for any number.
    pub pipeline_data_limit: Option<usize>,
}

impl Default for ServerOptions {
    /// What PowerShell allows over pipes: 32 KiB, 10 MiB, any number.
    fn default() -> Self {
        Self {
            fragment_size: DEFAULT_FRAGMENT_SIZE,
            object_limit: DEFAULT_OBJECT_LIMIT,
            pipeline_data_limit: None,
        }
    }
}

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Unversioned,
    Negotiated,
    Opening,
    Opened,
    Closing,
    Broken,
    Closed,
}

/// The server's end of one session. See the [module](self).
#[derive(Debug)]
pub struct Server {
    options: ServerOptions,
    phase: Phase,
    /// the client closed the pool, or is gone, before it was opened
    close_requested: bool,
    client_gone: bool,
    version: ProtocolVersion,
    secure_strings: SecureStrings,
    key_requested: bool,
    pool: Uuid,
    private_data: Value,
    pool_reader: MessageReader,
    pool_prompt_reader: MessageReader,
    pool_calls: HostCalls,
    runspaces: Runspaces,
    pipelines: HashMap<Uuid, Pipeline>,
    writer: MessageWriter,
    events: VecDeque<Event>,
    transmits: VecDeque<Transmit>,
}

impl Server {
    /// A session that nothing has come for yet.
    pub fn new(options: ServerOptions) -> Self {
        Self {
            options,
            phase: Phase::Unversioned,
            close_requested: false,
            client_gone: false,
            version: ProtocolVersion::NEWEST,
            secure_strings: SecureStrings::new(ProtocolVersion::NEWEST),
            key_requested: false,
            pool: Uuid::nil(),
            private_data: Value::Null,
            pool_reader: MessageReader::new(options.object_limit),
            pool_prompt_reader: MessageReader::new(options.object_limit),
            pool_calls: HostCalls::default(),
            runspaces: Runspaces::new(1, 1),
            pipelines: HashMap::new(),
            writer: MessageWriter::new(Destination::Client, Fragmenter::new(options.fragment_size)),
            events: VecDeque::new(),
            transmits: VecDeque::new(),
        }
    }

    /// The negotiated version; the newest before the client's capability has come.
    pub fn version(&self) -> ProtocolVersion {
        self.version
    }

    /// The pool's id; nil before the client's capability has come.
    pub fn pool(&self) -> Uuid {
        self.pool
    }

    /// The hook for secure strings in what the pipelines read and write.
    pub fn secure_strings(&self) -> &SecureStrings {
        &self.secure_strings
    }

    /// The pool's minimum and maximum of runspaces.
    pub fn pool_size(&self) -> (i32, i32) {
        (self.runspaces.min(), self.runspaces.max())
    }

    /// The session is over: nothing comes of it any more.
    pub fn is_closed(&self) -> bool {
        self.phase == Phase::Closed
    }

    /// A writer for a lane's messages: for a pipeline's output and records, or for what a start script writes on
    /// the pool's lane. What it makes is sent on that lane as it is. A pipeline must not use its writer after
    /// [`finish_pipeline`](Self::finish_pipeline).
    pub fn writer(&self, lane: Lane) -> MessageWriter {
        self.writer.for_lane(lane)
    }

    /// The next thing to send, if there is one.
    pub fn poll_transmit(&mut self) -> Option<Transmit> {
        if self.client_gone {
            self.transmits.clear();
        }
        self.transmits.pop_front()
    }

    /// The next thing to do, if there is one.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Opens the pool, with what the client shall know about this server (a
    /// [`primitive_dictionary`](crate::primitive_dictionary), whose PSVersionTable names the negotiated version).
    /// Does nothing unless [`Event::OpenPool`] waits for an answer.
    ///
    /// # Errors
    /// If the data cannot be written: it holds a secure string, which no primitive dictionary does.
    pub fn accept(&mut self, private_data: Value) -> Result<(), EncodeError> {
        if self.phase != Phase::Opening {
            return Ok(());
        }
        self.private_data = private_data;
        self.send(Lane::Pool, &ApplicationPrivateData { data: self.private_data.clone() })?;
        self.phase = Phase::Opened;
        self.send_pool_state(RunspacePoolState::OPENED, None);
        if self.close_requested {
            self.close_pool();
        }
        Ok(())
    }

    /// Tells the client that the pool cannot be opened, or cannot go on, and why. Its pipelines are stopped. The
    /// session then only waits for its close.
    pub fn break_pool(&mut self, error: ErrorRecord) {
        if matches!(self.phase, Phase::Broken | Phase::Closed) {
            return;
        }
        self.phase = Phase::Broken;
        self.send_pool_state(RunspacePoolState::BROKEN, Some(error));
        self.give_up_pipelines();
        if self.close_requested {
            self.close_pool();
        }
    }

    /// Calls the client's host for a pipeline, or for the pool. Gives the id under which
    /// [`Event::HostReturned`] will tell the outcome; `None` for a void method, of which nothing more is heard.
    ///
    /// # Errors
    /// If the pipeline has ended or is being stopped: such a call must not be made.
    pub fn call_host(&mut self, lane: Lane, call: &HostCall) -> Result<Option<i64>, CallError> {
        let calls = match lane {
            Lane::Pool if matches!(self.phase, Phase::Opening | Phase::Opened) => &mut self.pool_calls,
            Lane::Pool => return Err(CallError::Ended),
            Lane::Pipeline(id) => match self.pipelines.get_mut(&id) {
                Some(Pipeline { phase: pipeline::Phase::Running { .. }, calls, .. }) => calls,
                // a void call still shows what a `finally` block writes
                Some(Pipeline { phase: pipeline::Phase::Stopping, calls, .. }) if call.method().is_void() => {
                    calls
                }
                Some(Pipeline { phase: pipeline::Phase::Stopping, .. }) => return Err(CallError::Stopping),
                _ => return Err(CallError::Ended),
            },
        };
        let id = (!call.method().is_void()).then(|| calls.begin(call.method()));
        let message = HostCallMessage::new(id.unwrap_or(VOID_CALL_ID), call);
        match lane {
            Lane::Pool => self.send(lane, &RunspacePoolHostCall(message))?,
            Lane::Pipeline(_) => self.send(lane, &PipelineHostCall(message))?,
        }
        Ok(id)
    }

    fn send<B: Body>(&mut self, lane: Lane, body: &B) -> Result<(), EncodeError> {
        let fragments = self.writer.for_lane(lane).message(body, &self.secure_strings)?;
        self.transmit(lane, fragments);
        Ok(())
    }

    /// For messages that hold no secure string.
    fn send_plain<B: Body>(&mut self, lane: Lane, body: &B) {
        let sent = self.send(lane, body);
        debug_assert!(sent.is_ok(), "only a secure string can fail to be written");
    }

    fn transmit(&mut self, lane: Lane, fragments: Fragments) {
        self.transmits.extend(fragments.map(|bytes| Transmit::Data { lane, bytes }));
    }

    fn send_pool_state(&mut self, state: RunspacePoolState, error: Option<ErrorRecord>) {
        // an error of the runtime's making may hold anything as its target
        if let Err(failed) = self.send(Lane::Pool, &RunspacePoolStateMessage { state, error }) {
            let error = protocol_error(with_causes(&failed));
            self.send_plain(Lane::Pool, &RunspacePoolStateMessage { state, error: Some(error) });
        }
    }
}
