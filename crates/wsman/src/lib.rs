//! WS-Management as the clients of PowerShell Remoting and WinRM speak it, without I/O.
//!
//! Bytes of envelopes go in and come out. There is no socket, no thread and no clock here; HTTP, TLS and authentication
//! are the host's.
//!
//! # Where to start
//!
//! - [`Request`] and [`Response`]: one message each, read from and written to a SOAP envelope, with its [`Header`].
//! - [`operation`]: what stands in the body, a file for each operation of [MS-WSMV] 3.1.4.
//! - [`Fault`]: what went wrong, with the code, subcode and detail that clients show to people.
//!
//! - [`server::Service`]: the service's half, which knows shells and who may see them.
//! - [`client::Client`]: the client's half, for one shell.
//!
//! # What holds
//!
//! - No input panics. What a message may hold is bounded by [`Limits`]: size, depth and number of elements.
//! - There is no DTD, no entity but the five predefined, and no processing instruction in what is accepted.
//! - Names are compared by namespace and local name, never by prefix.

pub mod client;
mod duration;
pub mod fault;
pub mod fuzzing;
mod header;
mod message;
pub mod name;
pub mod operation;
mod options;
mod selector;
pub mod server;
mod xml;

pub use duration::{DurationError, format_duration, parse_duration};
pub use fault::Fault;
pub use header::Header;
pub use message::{Refused, Request, RequestBody, Response, ResponseBody};
pub use options::{OperationOption, OptionSet};
pub use selector::SelectorSet;
pub use xml::{Limits, XmlError};
