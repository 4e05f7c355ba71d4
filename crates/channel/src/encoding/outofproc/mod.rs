//! The out-of-process framing of stdio, SSH and named pipes: one XML element a line.
//!
//! ```text
//!   <Data Stream='Default' PSGuid='00000000-0000-0000-0000-000000000000'>BASE64</Data>
//!   <DataAck PSGuid='00000000-0000-0000-0000-000000000000' />
//!   Command, CommandAck, Signal, SignalAck, Close, CloseAck as DataAck
//! ```
//!
//! It has neither numbers nor credit: a DataAck for each Data of the client is all. The nil GUID stands
//! for the pool. [`Element`] is a line's meaning, [`encode`] writes one, [`LineReader`] reads them from
//! pieces of input cut anywhere.

mod element;
mod parse;
mod reader;
mod writer;

pub use element::{Element, Sender};
pub use parse::LineError;
pub use reader::{Line, LineReader};
pub use writer::encode;
