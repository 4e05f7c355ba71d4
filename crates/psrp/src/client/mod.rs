//! The client's end of a session: one runspace pool and its pipelines ([MS-PSRP] 3.1).
//!
//! Make a [`Client`], [`open`](Client::open) it, and after [`Event::Opened`] run pipelines:
//! [`create_pipeline`](Client::create_pipeline), [`write_input`](Client::write_input) and
//! [`end_input`](Client::end_input) if it takes input, then events until [`Event::PipelineEnded`], then
//! [`close`](Client::close) its lane; at last close the pool's lane.
//!
//! Four kinds of method, told by name: **`handle_*`** takes what arrived from the server, **commands** are what the
//! user wants, **`poll_*`** gives what to send ([`poll_transmit`](Client::poll_transmit)) and what happened
//! ([`poll_event`](Client::poll_event)), the rest are getters. Poll both until nothing is left after each call.
//!
//! The machine does not pace what it sends. Whoever writes to a real PowerShell's pipe has to: pieces of at most 32 KiB,
//! one unacknowledged piece to a lane, none before a pipeline's command was acknowledged.

mod arrival;
mod commands;
mod error;
mod event;
mod keys;
mod pipeline;

use std::collections::{HashMap, HashSet, VecDeque};

use bytes::Bytes;
use clixml::tree::Value;
use uuid::Uuid;

pub use error::CommandError;
pub use event::{Event, Record, Transmit};

use pipeline::Pipeline;

use crate::crypto::{KeyPair, SecureStrings};
use crate::enumeration::{ApartmentState, PsThreadOptions};
use crate::fragment::{DEFAULT_FRAGMENT_SIZE, DEFAULT_OBJECT_LIMIT, Fragmenter};
use crate::host::HostInfo;
use crate::lane::Lane;
use crate::message::{Destination, MessageHeader, MessageReader, MessageWriter};
use crate::version::ProtocolVersion;

/// What a client offers and asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientOptions {
    /// The version to offer.
    pub version: ProtocolVersion,
    /// The largest fragment to send, header included, in bytes.
    pub fragment_size: usize,
    /// The largest message to take, in bytes.
    pub object_limit: usize,
    /// How many runspaces the pool keeps at least.
    pub min_runspaces: i32,
    /// How many pipelines may run at once.
    pub max_runspaces: i32,
    /// The threads that pipelines run on.
    pub thread_options: PsThreadOptions,
    /// The COM apartment of those threads.
    pub apartment_state: ApartmentState,
    /// `$PSSenderInfo.ApplicationArguments`: a [`primitive_dictionary`](crate::primitive_dictionary) or `$null`.
    pub application_arguments: Value,
    /// The client's host.
    pub host_info: HostInfo,
}

impl Default for ClientOptions {
    /// The newest version, PowerShell's sizes over pipes, one runspace, no host.
    fn default() -> Self {
        Self {
            version: ProtocolVersion::NEWEST,
            fragment_size: DEFAULT_FRAGMENT_SIZE,
            object_limit: DEFAULT_OBJECT_LIMIT,
            min_runspaces: 1,
            max_runspaces: 1,
            thread_options: PsThreadOptions::DEFAULT,
            apartment_state: ApartmentState::UNKNOWN,
            application_arguments: Value::Null,
            host_info: HostInfo::NONE,
        }
    }
}

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    New,
    Opening,
    Connecting,
    Opened,
    Broken,
    Closed,
}

/// The client's end of one session. See the [module](self).
#[derive(Debug)]
pub struct Client {
    options: ClientOptions,
    phase: Phase,
    /// the server's capability has come
    negotiated: bool,
    version: ProtocolVersion,
    secure_strings: SecureStrings,
    key_pair: Option<KeyPair>,
    pool: Uuid,
    private_data: Value,
    pool_size: (i32, i32),
    pool_reader: MessageReader,
    pool_calls: HashSet<i64>,
    last_call: i64,
    pipelines: HashMap<Uuid, Pipeline>,
    writer: MessageWriter,
    /// messages that wait for the session key, with those of their lanes that came after them
    held: VecDeque<(Lane, MessageHeader, Bytes)>,
    /// the bytes of those messages
    held_bytes: usize,
    events: VecDeque<Event>,
    transmits: VecDeque<Transmit>,
}

impl Client {
    /// A session that is to be opened. `pool` is the new pool's id, or that of the pool to connect to.
    pub fn new(pool: Uuid, options: ClientOptions) -> Self {
        let writer =
            MessageWriter::new(Destination::Server, Fragmenter::new(options.fragment_size)).with_pool(pool);
        Self {
            phase: Phase::New,
            negotiated: false,
            version: options.version,
            secure_strings: SecureStrings::new(options.version),
            key_pair: None,
            pool,
            private_data: Value::Null,
            pool_size: (options.min_runspaces, options.max_runspaces),
            pool_reader: MessageReader::new(options.object_limit),
            pool_calls: HashSet::new(),
            last_call: 0,
            pipelines: HashMap::new(),
            writer,
            held: VecDeque::new(),
            held_bytes: 0,
            events: VecDeque::new(),
            transmits: VecDeque::new(),
            options,
        }
    }

    /// The negotiated version; the one offered before the server's capability has come.
    pub fn version(&self) -> ProtocolVersion {
        self.version
    }

    /// The pool's id.
    pub fn pool(&self) -> Uuid {
        self.pool
    }

    /// The pool's minimum and maximum of runspaces, as asked for, or as told by the server that was connected to.
    pub fn pool_size(&self) -> (i32, i32) {
        self.pool_size
    }

    /// The hook for secure strings in what pipelines get and put out.
    pub fn secure_strings(&self) -> &SecureStrings {
        &self.secure_strings
    }

    /// The session is over: nothing comes of it any more.
    pub fn is_closed(&self) -> bool {
        self.phase == Phase::Closed
    }

    /// The next thing to send, if there is one.
    pub fn poll_transmit(&mut self) -> Option<Transmit> {
        self.transmits.pop_front()
    }

    /// The next thing that happened, if there is one.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }
}
