use bytes::Bytes;

use crate::operation::{self, Create};
use crate::options::OptionSet;

use super::options::Caller;

/// Names a request from its coming until it is answered; the host chooses it and uses it once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ticket(pub u64);

/// Names a shell between host and service, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShellHandle(pub(super) u64);

/// Why a shell is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Its client deleted it.
    Deleted,
    /// Nobody used it for its idle timeout.
    Idle,
    /// Its lifetime was over.
    Lifetime,
}

/// What the host has to do. Commands are named by their ids as the client spells them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Make what is behind a shell, and [`accept`](super::Service::accept) or [`reject`](super::Service::reject) it.
    Create {
        /// It.
        shell: ShellHandle,
        /// Its id, for the client.
        shell_id: String,
        /// Whose it is.
        owner: Caller,
        /// What it is a shell of.
        resource_uri: String,
        /// What the client asks.
        create: Box<Create>,
        /// How it asks.
        options: OptionSet,
        /// The languages of texts and of data.
        locales: (Option<String>, Option<String>),
    },
    /// Start a command.
    Start {
        /// In this shell.
        shell: ShellHandle,
        /// Under this id.
        command_id: String,
        /// The line.
        command: String,
        /// Its arguments.
        arguments: Vec<String>,
        /// How.
        options: OptionSet,
    },
    /// Input came.
    Input {
        /// For this shell.
        shell: ShellHandle,
        /// For this command of it, or for the shell.
        command_id: Option<String>,
        /// On this stream.
        stream: String,
        /// The bytes.
        data: Bytes,
        /// Whether nothing follows on the stream.
        end: bool,
        /// The Send to be answered by [`taken`](super::Service::taken) when there is room for more; with the last
        /// piece of each.
        ticket: Option<Ticket>,
    },
    /// A signal came.
    Signal {
        /// For this shell.
        shell: ShellHandle,
        /// For this command of it, or for the shell.
        command_id: Option<String>,
        /// Which: one of [`name::signal`](crate::name::signal).
        code: String,
    },
    /// Output left the service: the engine may put out as much again.
    Sent {
        /// Of this shell.
        shell: ShellHandle,
        /// Of this command of it, or of the shell.
        command_id: Option<String>,
        /// How many bytes.
        bytes: usize,
    },
    /// The client left.
    Disconnected {
        /// This shell, whose buffer mode and idle timeout are now these.
        shell: ShellHandle,
        /// What happens when the buffer is full.
        buffer_mode: operation::BufferMode,
    },
    /// The client came back.
    Reconnected {
        /// To this shell.
        shell: ShellHandle,
    },
    /// Another client of the account takes the shell up: answer by [`connected`](super::Service::connected).
    Connect {
        /// This shell.
        shell: ShellHandle,
        /// What is to be answered.
        ticket: Ticket,
        /// What the client sends for the engine.
        connect_xml: Option<Vec<u8>>,
    },
    /// A shell is gone; end what is behind it.
    Closed {
        /// It.
        shell: ShellHandle,
        /// Why.
        why: Ended,
    },
}

impl Event {
    /// The shell that it is about.
    pub fn shell(&self) -> ShellHandle {
        match self {
            Self::Create { shell, .. }
            | Self::Start { shell, .. }
            | Self::Input { shell, .. }
            | Self::Signal { shell, .. }
            | Self::Sent { shell, .. }
            | Self::Disconnected { shell, .. }
            | Self::Reconnected { shell }
            | Self::Connect { shell, .. }
            | Self::Closed { shell, .. } => *shell,
        }
    }
}
