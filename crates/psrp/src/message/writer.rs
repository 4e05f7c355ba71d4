//! From a message's payload to the fragments on the wire.

use clixml::SecureStringKey;
use uuid::Uuid;

use super::{Body, Destination, EncodeError, MessageHeader, MessageType};
use crate::fragment::{Fragmenter, Fragments, ObjectIds};
use crate::lane::Lane;

/// Writes the messages of one lane: the pool's, or one pipeline's.
///
/// It is cheap to clone, needs no lock, and may be handed to the thread that runs a pipeline, so that what a
/// script puts out does not pass through the machine: the payload's bytes are copied once, into the fragments.
/// Clones, and the writers of a session's other lanes, count their objects on together.
#[derive(Debug, Clone)]
pub struct MessageWriter {
    destination: Destination,
    pool: Uuid,
    lane: Lane,
    fragmenter: Fragmenter,
    object_ids: ObjectIds,
}

impl MessageWriter {
    pub(crate) fn new(destination: Destination, fragmenter: Fragmenter) -> Self {
        Self {
            destination,
            pool: Uuid::nil(),
            lane: Lane::Pool,
            fragmenter,
            object_ids: ObjectIds::default(),
        }
    }

    /// The same for another pool id; nil is what PowerShell's server writes in a few messages.
    pub(crate) fn with_pool(&self, pool: Uuid) -> Self {
        Self { pool, ..self.clone() }
    }

    /// The same for another lane of the session.
    pub(crate) fn for_lane(&self, lane: Lane) -> Self {
        Self { lane, ..self.clone() }
    }

    /// The lane that the messages are for.
    pub fn lane(&self) -> Lane {
        self.lane
    }

    /// A message whose data is CLIXML that somebody else wrote, without a byte order mark. Empty data is `$null`,
    /// where the message is an input or output.
    pub fn payload(&self, kind: MessageType, data: &[u8]) -> Fragments {
        let header = MessageHeader {
            destination: self.destination,
            kind,
            pool: self.pool,
            pipeline: self.lane.guid(),
        };
        self.fragmenter.cut(self.object_ids.take(), &[&header.encode(), MessageHeader::mark(data), data])
    }

    /// A message of this crate.
    ///
    /// # Errors
    /// If it holds a secure string that `key` cannot seal.
    pub fn message<B: Body>(&self, body: &B, key: &dyn SecureStringKey) -> Result<Fragments, EncodeError> {
        Ok(self.payload(B::KIND, &body.to_bytes(key)?))
    }
}
