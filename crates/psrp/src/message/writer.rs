//! From a message's payload to the fragments on the wire.

use uuid::Uuid;

use super::{Body, Destination, MessageHeader, MessageType};
use crate::fragment::{Fragmenter, Fragments, ObjectIds};
use crate::stream::StreamId;

/// Writes the messages of one stream: the pool's, or one pipeline's.
///
/// It is cheap to clone, needs no lock, and may be handed to the thread that runs a pipeline, so that what a
/// script puts out does not pass through the machine: the payload's bytes are copied once, into the fragments.
/// Clones, and the writers of a session's other streams, count their objects on together.
#[derive(Debug, Clone)]
pub struct MessageWriter {
    destination: Destination,
    pool: Uuid,
    stream: StreamId,
    fragmenter: Fragmenter,
    object_ids: ObjectIds,
}

impl MessageWriter {
    pub(crate) fn new(destination: Destination, fragmenter: Fragmenter) -> Self {
        Self { destination, pool: Uuid::nil(), stream: StreamId::Pool, fragmenter, object_ids: ObjectIds::default() }
    }

    /// The same for another pool id; nil is what PowerShell's server writes in a few messages.
    pub(crate) fn with_pool(&self, pool: Uuid) -> Self {
        Self { pool, ..self.clone() }
    }

    /// The same for another stream of the session.
    pub(crate) fn for_stream(&self, stream: StreamId) -> Self {
        Self { stream, ..self.clone() }
    }

    /// The stream that the messages are for.
    pub fn stream(&self) -> StreamId {
        self.stream
    }

    /// A message whose data is CLIXML that somebody else wrote, without a byte order mark. Empty data is `$null`,
    /// where the message is an input or output.
    pub fn payload(&self, kind: MessageType, data: &[u8]) -> Fragments {
        let header = MessageHeader {
            destination: self.destination,
            kind,
            pool: self.pool,
            pipeline: self.stream.guid(),
        };
        self.fragmenter.cut(self.object_ids.take(), &[&header.encode(), MessageHeader::mark(data), data])
    }

    /// A message of this crate.
    pub fn message<B: Body>(&self, body: &B) -> Fragments {
        self.payload(B::KIND, &body.to_bytes())
    }
}
