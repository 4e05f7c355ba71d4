//! The AES key that both ends share, and what it does to secure strings.

use aes::Aes256;
use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::{CryptoError, KeyPair, PublicKey};

const KEY_LEN: usize = 32;
const WRAPPED_LEN: usize = 256;
/// bType SIMPLEBLOB, version 2, reserved, algorithm CALG_AES_256, encrypted by CALG_RSA_KEYX
const PREFIX: [u8; 12] = [1, 2, 0, 0, 0x10, 0x66, 0, 0, 0, 0xA4, 0, 0];
/// The protocol has no place for one, so that every value is encrypted with this.
const INITIALIZATION_VECTOR: [u8; 16] = [0; 16];

/// The session key ([MS-PSRP] 2.2.2.4): AES-256 in CBC mode with PKCS#7 padding. Wiped when dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct SessionKey([u8; KEY_LEN]);

impl std::fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionKey(..)")
    }
}

impl SessionKey {
    /// A new key from the system's random numbers.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub fn generate() -> Result<Self, CryptoError> {
        let mut key = [0; KEY_LEN];
        getrandom::fill(&mut key).map_err(|_| CryptoError::Random)?;
        Ok(Self(key))
    }

    /// The key as ENCRYPTED_SESSION_KEY carries it: a CAPI `SIMPLEBLOB` that only the owner of `recipient` can
    /// open. The RSA ciphertext in it stands with its last byte first.
    ///
    /// # Errors
    /// If the system gives no random numbers for the padding.
    pub fn wrap(&self, recipient: &PublicKey) -> Result<Vec<u8>, CryptoError> {
        let mut ciphertext = recipient.as_rsa().pkcs1v15_encrypt(&self.0).map_err(CryptoError::Wrap)?;
        ciphertext.reverse();
        Ok([&PREFIX[..], &ciphertext].concat())
    }

    /// Opens a blob that was made for `key_pair`. One made for another pair gives noise, so that nobody can learn from
    /// the answer whether the padding was right; noise is seldom as long as a key.
    ///
    /// # Errors
    /// If the blob has another form, or what it holds has not the length of an AES-256 key.
    pub fn unwrap(blob: &[u8], key_pair: &KeyPair) -> Result<Self, CryptoError> {
        let wrong = || CryptoError::SessionKeyBlob { length: blob.len() };
        let ciphertext =
            blob.strip_prefix(&PREFIX).filter(|rest| rest.len() == WRAPPED_LEN).ok_or_else(wrong)?;
        let ciphertext: Vec<u8> = ciphertext.iter().rev().copied().collect();
        let key = key_pair
            .as_rsa()
            .pkcs1v15_decrypt(&ciphertext)
            .map(Zeroizing::new)
            .map_err(CryptoError::Unwrap)?;
        let key =
            key.as_slice().try_into().map_err(|_| CryptoError::SessionKeyLength { length: key.len() })?;
        Ok(Self(key))
    }

    /// Encrypts a secure string's characters (UTF-16LE).
    pub fn encrypt(&self, plain: &[u8]) -> Vec<u8> {
        cbc::Encryptor::<Aes256>::new(&self.0.into(), &INITIALIZATION_VECTOR.into())
            .encrypt_padded_vec::<Pkcs7>(plain)
    }

    /// Decrypts what [`SessionKey::encrypt`] of the other end made.
    ///
    /// # Errors
    /// If the length is no whole number of blocks, or the padding is wrong: mostly another key.
    pub fn decrypt(&self, encrypted: &[u8]) -> Result<Zeroizing<Vec<u8>>, CryptoError> {
        cbc::Decryptor::<Aes256>::new(&self.0.into(), &INITIALIZATION_VECTOR.into())
            .decrypt_padded_vec::<Pkcs7>(encrypted)
            .map(Zeroizing::new)
            .map_err(|_| CryptoError::SecureString { length: encrypted.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_secure_string_is_one_block() {
        let key = SessionKey([7; KEY_LEN]);
        let encrypted = key.encrypt(&[]);
        assert_eq!(encrypted.len(), 16);
        assert!(key.decrypt(&encrypted).expect("own ciphertext").is_empty());
    }

    #[test]
    fn equal_values_encrypt_equally_as_the_protocol_has_no_initialization_vector() {
        let key = SessionKey([7; KEY_LEN]);
        assert_eq!(key.encrypt(b"s\0e\0"), key.encrypt(b"s\0e\0"));
    }

    #[test]
    fn a_wrong_length_or_padding_is_refused() {
        let key = SessionKey([7; KEY_LEN]);
        for length in [0, 1, 15, 17] {
            assert!(matches!(key.decrypt(&vec![0; length]), Err(CryptoError::SecureString { .. })));
        }
    }

    #[test]
    fn a_key_wrapped_for_a_pair_is_opened_by_it_and_by_no_other() {
        let pair = KeyPair::generate().expect("random numbers");
        let key = SessionKey::generate().expect("random numbers");
        let blob =
            key.wrap(&PublicKey::decode(&pair.public_key().encode()).expect("own blob")).expect("wrapped");
        assert_eq!(blob.len(), PREFIX.len() + WRAPPED_LEN);
        assert_eq!(SessionKey::unwrap(&blob, &pair).expect("own blob").0, key.0);
        let mut other = blob.clone();
        other[4] = 0x0E;
        assert!(matches!(SessionKey::unwrap(&other, &pair), Err(CryptoError::SessionKeyBlob { .. })));
        assert!(matches!(SessionKey::unwrap(&blob[..200], &pair), Err(CryptoError::SessionKeyBlob { .. })));
    }

    #[test]
    fn debug_output_does_not_show_the_key() {
        assert_eq!(format!("{:?}", SessionKey([0xAB; KEY_LEN])), "SessionKey(..)");
    }
}
