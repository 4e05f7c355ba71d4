//! The session key (protocol 2.0 to 2.3).

use super::{Client, CommandError, Event};
use crate::crypto::{CryptoError, KeyPair, SessionKey};
use crate::error::MessageError;
use crate::lane::{Lane, Stream};
use crate::message::PublicKeyMessage;

impl Client {
    /// Sees to it that secure strings can be sent and read. Gives whether they can at once; otherwise
    /// [`Event::SessionKeyReady`] comes when the server has answered. Call it when a secure string fails for want of
    /// a key.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub fn request_session_key(&mut self) -> Result<bool, CommandError> {
        if self.secure_strings.is_ready() {
            return Ok(true);
        }
        if self.key_pair.is_none() {
            let key_pair = KeyPair::generate()?;
            let message = PublicKeyMessage { public_key: key_pair.public_key().encode() };
            let fragments = self.writer.message(&message, &self.secure_strings)?;
            self.key_pair = Some(key_pair);
            self.transmit(Lane::Pool, Stream::Default, fragments);
        }
        Ok(false)
    }

    /// Takes the server's key, and reads the messages that waited for it.
    pub(super) fn handle_session_key(&mut self, blob: &[u8]) -> Result<(), MessageError> {
        let key_pair = self.key_pair.as_ref().ok_or(CryptoError::NoKey)?;
        self.secure_strings.set_key(SessionKey::unwrap(blob, key_pair)?);
        self.key_pair = None;
        self.events.push_back(Event::SessionKeyReady);
        self.held_bytes = 0;
        for (lane, header, data) in std::mem::take(&mut self.held) {
            self.handle_lane_message(lane, header, data);
        }
        Ok(())
    }
}
