//! The encoding on a worker's socket: everything that a channel has, numbers, acknowledgement and credit, between two
//! processes of psjob.
//!
//! A connection carries one session. The front says [`Message::Hello`] and then [`Message::Open`] or
//! [`Message::Attach`]; the worker answers [`Message::Hello`] and [`Message::Opened`], [`Message::Attached`] or
//! [`Message::Refused`]. After that frames go both ways.
//!
//! ```text
//!  u32 LE length of what follows | u8 kind | fields
//!  integers are little-endian; texts and bytes have a u32 length; a lane is 16 bytes, zero for the pool
//! ```

mod decode;
mod encode;
mod message;

pub use decode::{DecodeError, MAX_MESSAGE, decode};
pub use encode::encode;
pub use message::{Message, VERSION};
