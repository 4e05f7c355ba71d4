//! The session key of protocol 2.0 to 2.3 ([MS-PSRP] 2.2.2.3 to 2.2.2.5): how secure strings are kept from whoever
//! sees the messages. Protocol 2.4 leaves that to the transport and has none of this.
//!
//! The client makes a [`KeyPair`] and sends its [`PublicKey`]; the server answers with a [`SessionKey`] wrapped
//! for it. [`SecureStrings`] is what the rest of the session sees: it plugs into CLIXML's hook.

mod key_pair;
mod public_key;
mod secure_strings;
mod session_key;

pub use key_pair::KeyPair;
pub use public_key::PublicKey;
pub use secure_strings::SecureStrings;
pub use session_key::SessionKey;

/// What can go wrong with keys and secure strings.
#[derive(Debug, thiserror::Error)]
pub enum CryptoError {
    /// The system gave no random numbers.
    #[error("no random numbers from the system")]
    Random,
    /// A PUBLIC_KEY that holds no blob of the protocol's form.
    #[error(
        "public key: expected a blob of an RSA key of 2048 bits (276 bytes), found {length} bytes of another form"
    )]
    PublicKeyBlob {
        /// The blob's length in bytes.
        length: usize,
    },
    /// A PUBLIC_KEY whose numbers make no RSA key.
    #[error("public key: the numbers are no RSA key")]
    PublicKey(#[source] rsa::Error),
    /// An ENCRYPTED_SESSION_KEY that holds no blob of the protocol's form.
    #[error(
        "session key: expected a blob of an AES-256 key (268 bytes), found {length} bytes of another form"
    )]
    SessionKeyBlob {
        /// The blob's length in bytes.
        length: usize,
    },
    /// The key in an ENCRYPTED_SESSION_KEY has another size.
    #[error("session key: expected 32 bytes, found {length}")]
    SessionKeyLength {
        /// The key's length in bytes.
        length: usize,
    },
    /// The pair of RSA keys could not be made.
    #[error("no RSA key pair")]
    KeyPair(#[source] rsa::Error),
    /// The session key could not be encrypted.
    #[error("session key: not encrypted")]
    Wrap(#[source] rsa::Error),
    /// The session key could not be decrypted.
    #[error("session key: not decrypted")]
    Unwrap(#[source] rsa::Error),
    /// A secure string that this session's key does not open.
    #[error("secure string: {length} bytes do not decrypt with the session key")]
    SecureString {
        /// The length of the encrypted text in bytes.
        length: usize,
    },
    /// A secure string was met before the session key was there.
    #[error("secure string: the session has no key yet")]
    NoKey,
}
