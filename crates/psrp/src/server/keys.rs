//! The session key (protocol 2.0 to 2.3).

use uuid::Uuid;

use super::{Event, Server};
use crate::crypto::{CryptoError, PublicKey, SessionKey};
use crate::error::MessageError;
use crate::lane::Lane;
use crate::message::{EncryptedSessionKey, PublicKeyRequest};

impl Server {
    /// Sees to it that secure strings can be sent. Gives whether they can at once: always with protocol 2.2 and
    /// later. Before that the client is asked for its key, and [`Event::SessionKeyReady`] comes when it has it.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub fn request_session_key(&mut self) -> Result<bool, CryptoError> {
        if self.secure_strings.is_ready() {
            return Ok(true);
        }
        if !self.version.server_requests_key() {
            self.secure_strings.set_key(SessionKey::generate()?);
            return Ok(true);
        }
        if !self.key_requested {
            self.key_requested = true;
            self.send_without_pool(&PublicKeyRequest);
        }
        Ok(false)
    }

    /// Gives the client the session's key. A client that asks again, or another that has connected, gets the same.
    pub(super) fn handle_public_key(&mut self, blob: &[u8]) -> Result<(), MessageError> {
        let client_key = PublicKey::decode(blob)?;
        if !self.secure_strings.is_ready() {
            self.secure_strings.set_key(SessionKey::generate()?);
        }
        // with protocol 2.4 there is none to give
        let key = self.secure_strings.key().ok_or(CryptoError::NoKey)?;
        let message = EncryptedSessionKey { session_key: key.wrap(&client_key)? };
        self.send_without_pool(&message);
        self.events.push_back(Event::SessionKeyReady);
        Ok(())
    }

    /// Sends a message without the pool's id, as PowerShell's server sends those about keys.
    fn send_without_pool<B: crate::message::Body>(&mut self, body: &B) {
        let writer = self.writer.with_pool(Uuid::nil());
        let Ok(fragments) = writer.message(body, &self.secure_strings) else {
            debug_assert!(false, "messages about keys hold no secure string");
            return;
        };
        self.transmit(Lane::Pool, fragments);
    }
}
