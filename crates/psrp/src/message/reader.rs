//! From the bytes of a stream to messages.

use bytes::Bytes;

use super::{HeaderError, MessageHeader};
use crate::fragment::{Defragmenter, FragmentError};

/// Reads the messages of one byte stream: a lane's `Default` or `PromptResponse`, one way.
#[derive(Debug)]
pub struct MessageReader(Defragmenter);

/// A message whose data is still to be decoded, without byte order mark; or an object that is no message.
pub type RawMessage = Result<(MessageHeader, Bytes), HeaderError>;

impl MessageReader {
    /// A reader of messages of at most `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Self(Defragmenter::new(limit))
    }

    /// Takes bytes from the front of `input`, until a message is complete or the input is used up. Call again with
    /// the rest while it gives messages.
    ///
    /// # Errors
    /// If the stream's fragments do not make up objects. It cannot be read on then. An object that is no message
    /// does no harm to the stream; its error is the message's.
    pub fn read(&mut self, input: &mut &[u8]) -> Result<Option<RawMessage>, FragmentError> {
        let Some(object) = self.0.read(input)? else { return Ok(None) };
        Ok(Some(
            MessageHeader::decode(&object.data).map(|(header, data)| (header, object.data.slice_ref(data))),
        ))
    }
}
