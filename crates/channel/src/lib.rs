//! The channel between a front and an engine, and its encodings.
//!
//! Everything inside psjob speaks PSRP over a channel: an ordered pair of byte streams for the runspace
//! pool and for each pipeline, with command, signal and close. A **front** (stdio, a Unix socket, a
//! WSMan shell, the job manager) holds one end, an **engine** the other.
//!
//! ```text
//!   front --- Command, Data, Signal, Close ------------> engine
//!         <-- Data, CommandAck, SignalAck, CloseAck ----
//!                 each direction is an `Outbox`
//! ```
//!
//! - Both directions number their frames and hold each until it is acknowledged. Another front can take
//!   the session up from a number ([`Channel::attach`]), and nothing is lost or doubled.
//! - Credit is counted for each stream: who reads a pipeline slowly makes that pipeline wait and
//!   nothing else.
//! - [`Outbox`] is the machine without threads; [`Channel`], [`FrontEnd`] and [`EngineEnd`] join two
//!   threads through it. Neither knows what the bytes mean.
//!
//! Start with [`Channel::open`] and [`Engine`]. What travels to a real PowerShell's stdin and stdout is
//! [`encoding::outofproc`]; what goes between a host and the process that runs its sessions is [`worker`].

pub mod encoding;
mod engine;
mod frame;
pub mod fuzzing;
mod memory;
mod outbox;
mod position;
mod process;
pub mod worker;

pub use engine::{Engine, SessionStart};
pub use frame::{Frame, Notice, Numbered, StreamId};
pub use memory::{Burst, Channel, EngineEnd, FrontEnd, Gone, OfferError, SendError, Stopped};
pub use outbox::{BadPosition, Limits, Outbox, Overrun};
pub use position::Position;
pub use process::ProcessEngine;
pub use psrp::{Lane, Stream};
