//! Fragments ([MS-PSRP] 2.2.4): how one message is cut to the size a transport carries, and put together again.
//!
//! ```text
//! 0        8           16      17       21
//! | object | fragment  | S E   | length | blob ...
//!   u64 BE   u64 BE      bits    u32 BE
//! ```
//!
//! The bytes of a stream are fragments one after the other. A transport may cut that stream anywhere, also within
//! a fragment's header, so [`Defragmenter`] keeps its place between pieces. [`Fragmenter`] gives whole fragments,
//! one `Bytes` each, as PowerShell's own server writes them: one fragment to a piece.

mod defragmenter;
mod fragmenter;
mod header;

pub use defragmenter::{Defragmenter, FragmentError, Object};
pub use fragmenter::{Fragmenter, Fragments, ObjectIds};
pub use header::{FRAGMENT_HEADER_LEN, FragmentHeader};

/// The size of a fragment, header included, that PowerShell uses where the transport names none: over stdio, SSH
/// and the local socket.
pub const DEFAULT_FRAGMENT_SIZE: usize = 32 * 1024;

/// The largest object (a whole message) that PowerShell's client takes where its user sets no other limit.
pub const DEFAULT_OBJECT_LIMIT: usize = 10 * 1024 * 1024;
