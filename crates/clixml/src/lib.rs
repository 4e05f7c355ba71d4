//! CLIXML, the object serialization of PowerShell remoting ([MS-PSRP] 2.2.5).
//!
//! Three ways in, from the lowest:
//!
//! - [`Writer`] and [`Reader`] stream: elements pushed into bytes, events pulled out of bytes. The runtime drives
//!   them directly from and into its own values.
//! - [`tree`] keeps a document as plain values: what protocol messages and clients are made of. [`tree::write`] and
//!   [`tree::read`] go between it and the two above.
//!
//! Nothing here does I/O. No input makes it panic, recurse without bound or hold more memory than [`Limits`] allows.
//! There is no DTD and no entity but the five of XML itself: a document that has another is refused.

mod escape;
pub mod fuzzing;
mod reader;
mod scalar;
mod secure_string;
mod text;
pub mod tree;
mod writer;

pub use reader::{Event, LimitKind, Limits, ReadError, ReadErrorKind, Reader};
pub use scalar::{DateTime, DateTimeKind, InvalidText, ProgressRecord, TimeSpan, Version};
pub use secure_string::{KeyError, NoKey, SecureString, SecureStringKey};
pub use text::{InvalidWtf8, Text};
pub use tree::{Object, ObjectRef, Value};
pub use writer::{Flavour, Name, RefId, Writer};
