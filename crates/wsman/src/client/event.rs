use bytes::Bytes;

use crate::fault::Fault;
use crate::operation::{ConnectResponse, Shell};

/// Names a request until its answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RequestId(pub(super) u64);

/// What a request asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// A new shell.
    Create,
    /// A new command.
    Command {
        /// Its id.
        command_id: String,
    },
    /// Input.
    Send {
        /// For this command, or for the shell.
        command_id: Option<String>,
    },
    /// Output.
    Receive {
        /// Of this command, or of the shell.
        command_id: Option<String>,
    },
    /// A signal.
    Signal {
        /// To this command, or to the shell.
        command_id: Option<String>,
        /// Which.
        code: String,
    },
    /// To leave the shell.
    Disconnect,
    /// To come back.
    Reconnect,
    /// To take up a shell, or a command of it, that another client left.
    Connect {
        /// The command; the shell where there is none.
        command_id: Option<String>,
    },
    /// The end of the shell.
    Delete,
}

/// What came from the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The shell is there.
    Created(Box<Shell>),
    /// A command was started.
    Started {
        /// It.
        command_id: String,
    },
    /// Input was taken.
    Sent {
        /// Of this command, or of the shell.
        command_id: Option<String>,
        /// How many bytes.
        bytes: usize,
    },
    /// Output.
    Output {
        /// Of this command, or of the shell.
        command_id: Option<String>,
        /// On this stream.
        stream: String,
        /// The bytes.
        data: Bytes,
    },
    /// A command ended, and all its output came.
    Done {
        /// It.
        command_id: String,
        /// Of a program.
        exit_code: Option<i32>,
    },
    /// A signal was taken.
    Signalled {
        /// By this command, or by the shell.
        command_id: Option<String>,
        /// Which.
        code: String,
    },
    /// The shell goes on without us.
    Disconnected,
    /// We have the shell again.
    Reconnected,
    /// We have a shell, or a command of it, that another client left.
    Connected {
        /// The command; the shell where there is none.
        command_id: Option<String>,
        /// What the service says of it.
        response: Box<ConnectResponse>,
    },
    /// The shell is gone.
    Deleted,
    /// The service refused, or its answer could not be understood.
    Failed {
        /// What.
        operation: Operation,
        /// Why.
        fault: Box<Fault>,
    },
}
