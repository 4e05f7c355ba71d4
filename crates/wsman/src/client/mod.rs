//! The client's half: one shell of a service, its commands, and the Receives that stand for each.
//!
//! A caller asks ([`Client::create`], [`Client::command`], [`Client::send`] ...), posts each envelope that
//! [`Client::poll_transmit`] gives as an HTTP request of its own, hands the response to [`Client::handle_response`], and
//! takes what came from [`Client::poll_event`].
//!
//! # What holds
//!
//! - For the shell and for each running command at most one Receive is on its way; the next follows its answer.
//! - What is sent on a stream keeps its order: the next Send of a lane waits for the answer to the one before.
//! - There is no global state, no thread and no clock here.

mod event;
mod machine;
mod options;

pub use event::{Event, Operation, RequestId};
pub use machine::Client;
pub use options::ClientOptions;
