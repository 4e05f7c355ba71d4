//! What becomes of secure strings in a session, for whoever reads and writes CLIXML.

use std::sync::{Arc, OnceLock};

use clixml::{KeyError, SecureStringKey};
use zeroize::Zeroizing;

use super::SessionKey;
use crate::version::ProtocolVersion;

/// The session's hook for CLIXML. It may be cloned and handed to other threads before the key is there: all clones
/// get it at once. Until then a secure string fails with [`KeyError::Missing`]. With protocol 2.4 it passes the
/// characters themselves.
#[derive(Debug, Clone)]
pub struct SecureStrings(Option<Arc<OnceLock<SessionKey>>>);

impl SecureStrings {
    /// The hook for a session of this version.
    pub fn new(version: ProtocolVersion) -> Self {
        Self(version.encrypts_secure_strings().then(Arc::default))
    }

    /// Whether secure strings pass now.
    pub fn is_ready(&self) -> bool {
        self.0.as_ref().is_none_or(|key| key.get().is_some())
    }

    /// Gives the session its key. The first one stays; protocol 2.4 takes none.
    pub(crate) fn set_key(&self, key: SessionKey) {
        if let Some(cell) = &self.0 {
            cell.get_or_init(|| key);
        }
    }

    /// The session's key.
    pub(crate) fn key(&self) -> Option<&SessionKey> {
        self.0.as_ref()?.get()
    }
}

impl SecureStringKey for SecureStrings {
    fn seal(&self, secret: &[u8]) -> Result<Vec<u8>, KeyError> {
        match &self.0 {
            None => Ok(secret.to_vec()),
            Some(key) => key.get().map(|key| key.encrypt(secret)).ok_or(KeyError::Missing),
        }
    }

    fn open(&self, wire: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        match &self.0 {
            None => Ok(Zeroizing::new(wire.to_vec())),
            Some(key) => key.get().ok_or(KeyError::Missing)?.decrypt(wire).map_err(|_| KeyError::Invalid),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn protocol_2_4_passes_the_characters() {
        let hook = SecureStrings::new(ProtocolVersion::V2_4);
        assert!(hook.is_ready());
        assert_eq!(hook.seal(b"a\0"), Ok(b"a\0".to_vec()));
    }

    #[test]
    fn clones_get_the_key_that_comes_later() {
        let hook = SecureStrings::new(ProtocolVersion::V2_3);
        let clone = hook.clone();
        assert_eq!(clone.seal(b"a\0"), Err(KeyError::Missing));
        hook.set_key(SessionKey::generate().expect("random numbers"));
        let sealed = clone.seal(b"a\0").expect("there is a key");
        assert_eq!(*hook.open(&sealed).expect("the same key"), b"a\0");
        assert_eq!(hook.open(b"short"), Err(KeyError::Invalid));
    }
}
