//! CLIXML, the object serialization of PowerShell remoting ([MS-PSRP] 2.2.5).
//!
//! Three ways in, from the lowest:
//!
//! - [`Writer`] and [`Reader`] stream: elements pushed into bytes, events pulled out of bytes. The runtime drives
//!   them directly from and into its own values.
//! - [`tree`] keeps a document as plain values: what protocol messages and clients are made of. [`tree::write`] and
//!   [`tree::read`] go between it and the two above.
//!
//! ```
//! use clixml::{NoKey, Object, Reader, tree};
//!
//! let state = Object::new().with_member("PipelineState", 4);
//! let wire = tree::to_wire(&state.into(), &NoKey)?;
//! assert_eq!(wire, br#"<Obj RefId="0"><MS><I32 N="PipelineState">4</I32></MS></Obj>"#);
//!
//! let value = tree::read(Reader::new(&wire))?;
//! let state: &tree::ObjectRef = value.to()?;
//! assert_eq!(state.required("pipelinestate"), Ok(4));
//! let wrong = state.required::<bool>("PipelineState").unwrap_err();
//! assert_eq!(wrong.to_string(), "expected B in member PipelineState, found I32");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
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
pub use secure_string::{FileDigits, KeyError, NoKey, SecureString, SecureStringKey, Spelling};
pub use text::{InvalidWtf8, Text};
pub use tree::{Object, ObjectRef, Value};
pub use writer::{Flavour, Name, RefId, Writer};
