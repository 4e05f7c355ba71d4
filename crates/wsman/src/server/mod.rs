//! The service's half: shells, their commands, what waits for output, and who may see them.
//!
//! A host hands requests in with a [`Ticket`] each ([`Service::handle`]), does what [`Service::poll_event`] says (start a
//! shell's engine, give it input), tells what the engine puts out, and sends what [`Service::poll_answer`] gives.
//!
//! ```text
//!  Create ──▶ Creating ──accept──▶ Connected ──Disconnect──▶ Disconnected
//!                 │                    │ ▲                        │
//!               refuse                 │ └── Reconnect, Connect ──┘
//!                 ▼                    ▼
//!               gone ◀───── Delete, idle timeout, close_shell
//! ```
//!
//! # What holds
//!
//! - A shell belongs to the account and the resource URI that made it. For others it is not there, in any operation.
//! - Every ticket is answered exactly once, or abandoned by the host.
//! - Output that was given out is kept until the host says that it was sent; what was not sent is given out again, in
//!   its order.
//! - There is no clock: the host says what time it is, and asks by [`Service::poll_timeout`] when to come again.

mod answer;
mod attachment;
mod command;
mod command_operations;
mod create;
mod enumerate;
mod event;
mod list;
mod options;
mod output;
mod service;
mod shell;

pub use event::{Ended, Event, ShellHandle, Ticket};
pub use options::{Caller, Quotas, ServiceOptions};
pub use service::Service;
