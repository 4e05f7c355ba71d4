//! The PowerShell Remoting Protocol ([MS-PSRP]), versions 2.0 to 2.4, without I/O.
//!
//! Bytes of streams go in, events and bytes of streams come out; there is no socket, no thread and no clock.

pub mod client;
pub mod command;
pub mod crypto;
pub mod enumeration;
mod error;
pub mod fragment;
pub mod host;
mod lane;
pub mod message;
mod primitive_dictionary;
pub mod record;
pub mod server;
mod version;

pub use error::{MessageError, SessionError};
pub use lane::{Lane, Stream};
pub use primitive_dictionary::{primitive_dictionary, version_table};
pub use version::ProtocolVersion;
