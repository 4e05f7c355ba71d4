//! SecureStrings and the key that hides them on the wire ([MS-PSRP] 2.2.5.1.24).

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::Text;

/// A secret text: its UTF-16LE bytes, wiped when the last clone goes. Neither `Debug` nor an error shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct SecureString(Arc<Zeroizing<Vec<u8>>>);

impl SecureString {
    /// Takes the UTF-16LE bytes of the text (or, where no key is at hand, what stands for them on the wire).
    pub fn from_bytes(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(Arc::new(bytes))
    }

    /// The secret of a text.
    pub fn from_text(text: &Text) -> Self {
        let units = Zeroizing::new(text.to_utf16());
        Self::from_bytes(Zeroizing::new(units.iter().flat_map(|unit| unit.to_le_bytes()).collect()))
    }

    /// The secret in UTF-16LE.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Makes the secret public as a text. An odd last byte, which no UTF-16LE has, is dropped.
    pub fn reveal(&self) -> Text {
        let (units, _) = self.0.as_chunks();
        Text::from_utf16(&Zeroizing::new(
            units.iter().map(|unit| u16::from_le_bytes(*unit)).collect::<Vec<_>>(),
        ))
    }
}

impl fmt::Debug for SecureString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecureString(***)")
    }
}

/// How the bytes of SecureStrings travel: the session key's hook, which `psrp` supplies for protocol 2.3 and below.
pub trait SecureStringKey: Send + Sync {
    /// The bytes for the wire of a secret's UTF-16LE bytes.
    fn seal(&self, secret: &[u8]) -> Result<Vec<u8>, KeyError>;

    /// The UTF-16LE bytes of a secret from those of the wire.
    fn open(&self, wire: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError>;

    /// How the bytes are spelled in the element.
    fn spelling(&self) -> Spelling {
        Spelling::Base64
    }
}

/// How the bytes of a SecureString are spelled in its element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// As in messages of the protocol.
    Base64,
    /// Two digits a byte, as in files (Export-Clixml).
    Hexadecimal,
}

/// Why a SecureString could not pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The session's key is not there yet: exchange keys and try again.
    #[error("expected a session key, found that none was exchanged")]
    Missing,
    /// The bytes are not what this session's key makes.
    #[error("expected bytes of this session's key, found others")]
    Invalid,
}

/// The way of protocol 2.4: the characters themselves.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoKey;

impl SecureStringKey for NoKey {
    fn seal(&self, secret: &[u8]) -> Result<Vec<u8>, KeyError> {
        Ok(secret.to_vec())
    }

    fn open(&self, wire: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        Ok(Zeroizing::new(wire.to_vec()))
    }
}

/// The way of files outside Windows, where nothing protects a secret but the file's permissions: the characters
/// themselves as hexadecimal digits.
#[derive(Debug, Clone, Copy, Default)]
pub struct FileDigits;

impl SecureStringKey for FileDigits {
    fn seal(&self, secret: &[u8]) -> Result<Vec<u8>, KeyError> {
        NoKey.seal(secret)
    }

    fn open(&self, wire: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        NoKey.open(wire)
    }

    fn spelling(&self) -> Spelling {
        Spelling::Hexadecimal
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_keeps_its_units_and_is_not_shown() {
        let text = Text::from_utf16(&[0x70, 0x20AC, 0xD800]);
        let secret = SecureString::from_text(&text);
        assert_eq!(secret.as_bytes(), [0x70, 0, 0xAC, 0x20, 0, 0xD8]);
        assert_eq!(secret.reveal(), text);
        assert_eq!(format!("{secret:?}"), "SecureString(***)");
    }
}
