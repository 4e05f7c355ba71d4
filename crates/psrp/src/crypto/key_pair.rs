//! The client's RSA key pair, made once for a session when the first secure string needs it.

use getrandom::SysRng;

use super::{CryptoError, PublicKey};

const BITS: usize = 2048;

/// An RSA key pair of 2048 bits. Its private half is wiped when dropped.
pub struct KeyPair(rsa::PrivateKey);

impl std::fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyPair(..)")
    }
}

impl KeyPair {
    /// A new pair from the system's random numbers. It takes a noticeable time (a part of a second in a release
    /// build).
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub fn generate() -> Result<Self, CryptoError> {
        rsa::PrivateKey::new(&mut SysRng, BITS).map(Self).map_err(CryptoError::KeyPair)
    }

    /// The half that PUBLIC_KEY carries.
    pub fn public_key(&self) -> PublicKey {
        PublicKey::new(self.0.to_public_key())
    }

    /// The key for RSA itself.
    pub(super) fn as_rsa(&self) -> &rsa::PrivateKey {
        &self.0
    }
}
