//! Secure strings as text: in the open (which is what stands for protection outside Windows), or encrypted under a key.

use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pwsh_value::payload::SecureString;
use pwsh_value::{Error, Result};
use std::fmt::Write;
use zeroize::Zeroizing;

/// What texts that are encrypted under a key begin with.
const HEADER: &str = "76492d1116743f0423413b16050a5345";
/// The version of the package behind it.
const VERSION: &str = "2";

/// The bytes of a secure string, UTF-16 with the low byte first.
pub fn secret_bytes(secret: &SecureString) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(secret.reveal().iter().flat_map(|unit| unit.to_le_bytes()).collect())
}

/// The units of such bytes; an odd last one is dropped.
fn units(bytes: &[u8]) -> Zeroizing<Vec<u16>> {
    Zeroizing::new(bytes.as_chunks().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect())
}

/// The bytes as hexadecimal digits.
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes that hexadecimal digits stand for; an odd last digit is dropped.
fn from_hex(text: &str) -> Result<Zeroizing<Vec<u8>>> {
    let pairs = text.as_bytes().as_chunks::<2>().0.iter();
    let bytes: Option<Vec<u8>> =
        pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect();
    // the digits may be a secret in the open: messages go to logs, so they never quote it
    bytes.map(Zeroizing::new).ok_or_else(|| {
        let text = "The input string was not in a correct format: it holds characters that are no hexadecimal digits.";
        Error::new("System.FormatException", text).id("System.FormatException")
    })
}

/// The secret that a text without key stands for.
///
/// # Errors
/// `PSArgumentException` for an odd number of digits, `FormatException` for what are none.
pub fn unprotected(text: &str) -> Result<Zeroizing<Vec<u16>>> {
    if !text.encode_utf16().count().is_multiple_of(2) {
        let text = "The parameter value is not a valid encrypted string: its number of digits is odd.";
        return Err(Error::new("System.Management.Automation.PSArgumentException", text).id("Argument"));
    }
    Ok(units(&from_hex(text)?))
}

/// A secret's text under a key of 128, 192 or 256 bits.
///
/// # Errors
/// `PSArgumentException` for a key of another length.
pub fn encrypted(secret: &SecureString, key: &[u8]) -> Result<String> {
    let vector = *uuid::Uuid::new_v4().as_bytes();
    let cipher = match key.len() {
        16 => encrypt::<aes::Aes128>(key, &vector, &secret_bytes(secret)),
        24 => encrypt::<aes::Aes192>(key, &vector, &secret_bytes(secret)),
        32 => encrypt::<aes::Aes256>(key, &vector, &secret_bytes(secret)),
        _ => return Err(key_length()),
    };
    let package = format!("{VERSION}|{}|{}", STANDARD.encode(vector), to_hex(&cipher));
    let wide: Vec<u8> = package.encode_utf16().flat_map(u16::to_le_bytes).collect();
    Ok(format!("{HEADER}{}", STANDARD.encode(wide)))
}

/// The secret that a text under a key stands for.
///
/// # Errors
/// `PSArgumentException` for a key of another length, `CryptographicException` for another key than it was made with.
pub fn decrypted(text: &str, key: &[u8]) -> Result<Zeroizing<Vec<u16>>> {
    let (cipher, vector) = package(text);
    if !matches!(key.len(), 16 | 24 | 32) {
        return Err(key_length());
    }
    let cipher = from_hex(&cipher)?;
    let bytes = match key.len() {
        16 => decrypt::<aes::Aes128>(key, &vector, &cipher),
        24 => decrypt::<aes::Aes192>(key, &vector, &cipher),
        _ => decrypt::<aes::Aes256>(key, &vector, &cipher),
    };
    let bytes = bytes.ok_or_else(|| {
        Error::new(
            "System.Security.Cryptography.CryptographicException",
            "Padding is invalid and cannot be removed.",
        )
    })?;
    Ok(units(&bytes))
}

/// The digits of the encrypted bytes and the initialization vector; a text without package is all digits.
fn package(text: &str) -> (String, [u8; 16]) {
    let plain = || (text.to_owned(), [0; 16]);
    let head = text.get(..HEADER.len()).filter(|head| head.eq_ignore_ascii_case(HEADER));
    let Some(packed) = head.and_then(|head| STANDARD.decode(&text[head.len()..]).ok()) else {
        return plain();
    };
    let package = String::from_utf16_lossy(&units(&packed));
    let parts: Vec<&str> = package.split('|').collect();
    let [_, vector, cipher] = parts[..] else { return plain() };
    match STANDARD.decode(vector).ok().and_then(|vector| vector.try_into().ok()) {
        Some(vector) => (cipher.to_owned(), vector),
        None => plain(),
    }
}

fn key_length() -> Error {
    let text = "The specified key is not valid. Valid key length settings are either 128 bits, 192 bits, or 256 bits.";
    Error::new("System.Management.Automation.PSArgumentException", text).id("Argument")
}

fn encrypt<C>(key: &[u8], vector: &[u8; 16], secret: &[u8]) -> Vec<u8>
where
    cbc::Encryptor<C>: KeyIvInit + BlockModeEncrypt,
    C: aes::cipher::BlockCipherEncrypt,
{
    let cipher =
        cbc::Encryptor::<C>::new_from_slices(key, vector).expect("the caller looked at the key's length");
    cipher.encrypt_padded_vec::<Pkcs7>(secret)
}

fn decrypt<C>(key: &[u8], vector: &[u8; 16], cipher: &[u8]) -> Option<Zeroizing<Vec<u8>>>
where
    cbc::Decryptor<C>: KeyIvInit + BlockModeDecrypt,
    C: aes::cipher::BlockCipherDecrypt,
{
    let decryptor =
        cbc::Decryptor::<C>::new_from_slices(key, vector).expect("the caller looked at the key's length");
    decryptor.decrypt_padded_vec::<Pkcs7>(cipher).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encrypted_comes_back_under_its_key_alone() {
        let units: Vec<u16> = "geheim ü".encode_utf16().collect();
        let secret = SecureString::new(&units);
        for length in [16, 24, 32] {
            let text = encrypted(&secret, &vec![7; length]).unwrap();
            assert!(text.starts_with(HEADER));
            assert_eq!(*decrypted(&text, &vec![7; length]).unwrap(), units);
            assert_ne!(
                decrypted(&text, &vec![8; length]).ok().map(|found| found.to_vec()),
                Some(units.clone())
            );
        }
        assert!(encrypted(&secret, &[1; 5]).is_err());
    }

    #[test]
    fn digits_stand_for_units() {
        assert_eq!(*unprotected("6100fc00").unwrap(), [0x61, 0xfc]);
        assert!(unprotected("610").is_err());
        assert!(unprotected("zz").is_err());
    }

    #[test]
    fn no_error_quotes_what_may_be_a_secret() {
        for text in ["6100fc0g", "6100fc0"] {
            let error = unprotected(text).unwrap_err().message().to_string();
            assert!(!error.contains("6100"), "{error}");
        }
        let error = decrypted("6100fc0g", &[7; 16]).unwrap_err().message().to_string();
        assert!(!error.contains("6100"), "{error}");
    }
}
