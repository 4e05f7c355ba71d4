//! Workers: processes that run sessions for a host which never runs script itself.
//!
//! A worker listens on a Unix socket in a directory of its own, mode 0700, and speaks [`crate::encoding::worker`]. Its
//! sessions outlive the connection, and the host: whoever connects next takes them up from a number.
//!
//! [`serve`] is the worker's side, [`Connection`] the host's.

mod connection;
mod server;

pub use connection::{ConnectError, Connection, FrameReader, FrameSender, FromWorker};
pub use server::{Worker, serve};

use bytes::BytesMut;
use tokio::io::{AsyncRead, AsyncReadExt};

use crate::encoding::worker::{DecodeError, Message, decode};

/// Why a connection between host and worker broke.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// The socket failed.
    #[error("the connection to the worker broke: {0}")]
    Io(#[from] std::io::Error),
    /// The other end closed it.
    #[error("the connection to the worker was closed")]
    Closed,
    /// What came is no message.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// A message that has no place here.
    #[error("expected {expected}, found another message")]
    Unexpected {
        /// What should have come.
        expected: &'static str,
    },
}

/// Reads messages off a socket.
struct MessageReader<R> {
    socket: R,
    input: BytesMut,
}

impl<R: AsyncRead + Unpin> MessageReader<R> {
    fn new(socket: R) -> Self {
        Self { socket, input: BytesMut::with_capacity(16 << 10) }
    }

    async fn next(&mut self) -> Result<Message, WireError> {
        loop {
            if let Some(message) = decode(&mut self.input)? {
                return Ok(message);
            }
            if self.socket.read_buf(&mut self.input).await? == 0 {
                return Err(WireError::Closed);
            }
        }
    }
}
