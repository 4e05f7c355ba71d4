use bytes::Bytes;
use wsman::operation::BufferMode;
use wsman::server::{Event, ShellHandle, Ticket};

/// What the task of a shell is to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Start a command.
    Start { command_id: String, command: String, arguments: Vec<String> },
    /// Pass input on, and say when there is room for more.
    Input { command_id: Option<String>, stream: String, data: Bytes, end: bool, ticket: Option<Ticket> },
    /// Pass a signal on.
    Signal { command_id: Option<String>, code: String },
    /// So many bytes of output are with the client.
    Sent { command_id: Option<String>, bytes: usize },
    /// The client is gone for a while.
    Disconnected { buffer_mode: BufferMode },
    /// The client is back.
    Reconnected,
    /// Another client is there.
    Connect { ticket: Ticket, connect_xml: Option<Vec<u8>> },
    /// End the session.
    Close,
}

impl Order {
    /// The order that an event is, and whose; Create is the making of a task and no order.
    pub fn of(event: Event) -> (ShellHandle, Self) {
        match event {
            Event::Start { shell, command_id, command, arguments, .. } => {
                (shell, Self::Start { command_id, command, arguments })
            }
            Event::Input { shell, command_id, stream, data, end, ticket } => {
                (shell, Self::Input { command_id, stream, data, end, ticket })
            }
            Event::Signal { shell, command_id, code } => (shell, Self::Signal { command_id, code }),
            Event::Sent { shell, command_id, bytes } => (shell, Self::Sent { command_id, bytes }),
            Event::Disconnected { shell, buffer_mode } => (shell, Self::Disconnected { buffer_mode }),
            Event::Reconnected { shell } => (shell, Self::Reconnected),
            Event::Connect { shell, ticket, connect_xml } => (shell, Self::Connect { ticket, connect_xml }),
            Event::Create { shell, .. } | Event::Closed { shell, .. } => (shell, Self::Close),
        }
    }
}
