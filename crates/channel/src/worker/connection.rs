use std::path::Path;

use bytes::BytesMut;
use tokio::io::AsyncWriteExt;
use tokio::net::UnixStream;
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use uuid::Uuid;

use super::{MessageReader, WireError};
use crate::encoding::worker::{Message, VERSION, encode};
use crate::engine::SessionStart;
use crate::frame::{Frame, Numbered, StreamId};
use crate::position::Position;

/// Why a worker did not give a session.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The connection broke.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// The worker is of another build.
    #[error("expected a worker of version {VERSION}, found {found}")]
    Version {
        /// Its version.
        found: u16,
    },
    /// The worker said why.
    #[error("the worker refused: {0}")]
    Refused(String),
}

/// A connection to a worker that has no session yet.
pub struct Connection {
    reader: MessageReader<OwnedReadHalf>,
    write: OwnedWriteHalf,
    process: u32,
}

impl Connection {
    /// Connects to the socket of a worker.
    pub async fn to(socket: &Path) -> Result<Self, ConnectError> {
        let stream = UnixStream::connect(socket).await.map_err(WireError::from)?;
        let (read, write) = stream.into_split();
        let mut connection = Self { reader: MessageReader::new(read), write, process: 0 };
        connection.put(&Message::Hello { version: VERSION, process: std::process::id() }).await?;
        match connection.reader.next().await? {
            Message::Hello { version: VERSION, process } => connection.process = process,
            Message::Hello { version: found, .. } => return Err(ConnectError::Version { found }),
            _ => return Err(WireError::Unexpected { expected: "a hello" }.into()),
        }
        Ok(connection)
    }

    /// The worker's process id.
    pub fn process(&self) -> u32 {
        self.process
    }

    /// Begins a session under an id by which it can be taken up again.
    pub async fn open(
        mut self,
        session: Uuid,
        engine: &str,
        start: SessionStart,
    ) -> Result<(FrameSender, FrameReader), ConnectError> {
        self.put(&Message::Open { session, engine: engine.to_owned(), start }).await?;
        self.begun(|answer| matches!(answer, Message::Opened).then_some(0)).await
    }

    /// Takes a session up; `None`: after what was acknowledged.
    pub async fn attach(
        mut self,
        session: Uuid,
        position: Option<Position>,
    ) -> Result<(FrameSender, FrameReader), ConnectError> {
        self.put(&Message::Attach { session, position }).await?;
        self.begun(|answer| if let Message::Attached { sent } = answer { Some(*sent) } else { None }).await
    }

    async fn begun(
        mut self,
        sent: impl FnOnce(&Message) -> Option<u64>,
    ) -> Result<(FrameSender, FrameReader), ConnectError> {
        let answer = self.reader.next().await?;
        match sent(&answer) {
            Some(sent) => {
                let sender = FrameSender { write: self.write, bytes: BytesMut::new(), sent };
                Ok((sender, FrameReader { reader: self.reader }))
            }
            None => Err(match answer {
                Message::Refused { reason } => ConnectError::Refused(reason),
                _ => WireError::Unexpected { expected: "an answer to the open" }.into(),
            }),
        }
    }

    async fn put(&mut self, message: &Message) -> Result<(), WireError> {
        let mut bytes = BytesMut::new();
        encode(message, &mut bytes);
        self.write.write_all_buf(&mut bytes).await?;
        Ok(())
    }
}

/// What a host says in a session.
pub struct FrameSender {
    write: OwnedWriteHalf,
    bytes: BytesMut,
    sent: u64,
}

impl FrameSender {
    /// Sends a frame. After data, the next data of its stream must wait for [`Message::Ready`].
    pub async fn send(&mut self, frame: Frame) -> Result<(), WireError> {
        self.sent += 1;
        self.put(&Message::Frame(Numbered { number: self.sent, frame })).await
    }

    /// Says that the frames of a stream up to a number are safe.
    pub async fn acknowledge_in(&mut self, stream: StreamId, number: u64) -> Result<(), WireError> {
        self.put(&Message::AcknowledgeIn { stream, number }).await
    }

    /// Ends the session, whatever it does.
    pub async fn abandon(&mut self) -> Result<(), WireError> {
        self.put(&Message::Abandon).await
    }

    async fn put(&mut self, message: &Message) -> Result<(), WireError> {
        encode(message, &mut self.bytes);
        self.write.write_all_buf(&mut self.bytes).await?;
        Ok(())
    }
}

/// What comes from the engine of a session.
pub struct FrameReader {
    reader: MessageReader<OwnedReadHalf>,
}

/// What a worker tells a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FromWorker {
    /// A frame of the engine.
    Frame(Numbered),
    /// The engine has room for more of a stream.
    Ready(StreamId),
}

impl FrameReader {
    /// The next thing; [`WireError::Closed`] after the session's end.
    pub async fn next(&mut self) -> Result<FromWorker, WireError> {
        match self.reader.next().await? {
            Message::Frame(numbered) => Ok(FromWorker::Frame(numbered)),
            Message::Ready { stream } => Ok(FromWorker::Ready(stream)),
            _ => Err(WireError::Unexpected { expected: "a frame" }),
        }
    }
}
