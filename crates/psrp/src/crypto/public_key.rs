//! The client's public key as PUBLIC_KEY carries it: a CAPI `PUBLICKEYBLOB`.

use rsa::BoxedUint;
use rsa::traits::PublicKeyParts;

use super::CryptoError;

const MODULUS_BITS: usize = 2048;
const MODULUS_LEN: usize = MODULUS_BITS / 8;
/// bType PUBLICKEYBLOB, version 2, reserved, algorithm CALG_RSA_KEYX, magic "RSA1"
const PREFIX: [u8; 12] = [6, 2, 0, 0, 0, 0xA4, 0, 0, b'R', b'S', b'A', b'1'];
const BLOB_LEN: usize = PREFIX.len() + 4 + 4 + MODULUS_LEN;

/// An RSA public key of 2048 bits, the one size that the protocol knows ([MS-PSRP] 2.2.2.3).
///
/// ```text
/// 0                    12          16         20
/// | 06 02 .. A4 .. RSA1 | bits      | exponent | modulus (256 bytes)
///                         u32 LE      u32 LE     little-endian
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(rsa::PublicKey);

impl PublicKey {
    /// The public half of a key pair made for the exchange.
    pub(super) fn new(key: rsa::PublicKey) -> Self {
        Self(key)
    }

    /// The key for RSA itself.
    pub(super) fn as_rsa(&self) -> &rsa::PublicKey {
        &self.0
    }

    /// Reads a blob.
    ///
    /// # Errors
    /// If the blob has another form or key size, or its numbers are no usable RSA key.
    pub fn decode(blob: &[u8]) -> Result<Self, CryptoError> {
        let wrong = || CryptoError::PublicKeyBlob { length: blob.len() };
        if blob.len() != BLOB_LEN {
            return Err(wrong());
        }
        let rest = blob.strip_prefix(&PREFIX).ok_or_else(wrong)?;
        let (bits, rest) = rest.split_first_chunk::<4>().ok_or_else(wrong)?;
        let (exponent, modulus) = rest.split_first_chunk::<4>().ok_or_else(wrong)?;
        if u32::from_le_bytes(*bits) as usize != MODULUS_BITS {
            return Err(wrong());
        }
        let modulus = BoxedUint::from_le_slice_vartime(modulus);
        let exponent = BoxedUint::from(u32::from_le_bytes(*exponent));
        let key = rsa::PublicKey::new_with_size_limits(modulus, exponent, MODULUS_BITS..=MODULUS_BITS);
        key.map(Self).map_err(CryptoError::PublicKey)
    }

    /// The key as a blob.
    pub fn encode(&self) -> Vec<u8> {
        let mut blob = Vec::with_capacity(BLOB_LEN);
        blob.extend_from_slice(&PREFIX);
        blob.extend_from_slice(&(MODULUS_BITS as u32).to_le_bytes());
        blob.extend_from_slice(&little_endian(&self.0.e_bytes(), 4));
        blob.extend_from_slice(&little_endian(&self.0.n_bytes(), MODULUS_LEN));
        blob
    }
}

/// Big-endian digits as little-endian ones, padded to `length`.
fn little_endian(big_endian: &[u8], length: usize) -> Vec<u8> {
    let mut digits: Vec<u8> = big_endian.iter().rev().copied().collect();
    digits.resize(length, 0);
    digits
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    /// From the recorded conversation v21_securestring_from_server.
    const RECORDED: &str = "BgIAAACkAABSU0ExAAgAAAEAAQAfnoLVbi1FUbC4MGe7exkyxzmCxG/LJ76iQUDtr3S1kUbWjlQY9pWF1wl9aOz\
        A1PcIZ5UyAITRD5VGkE23cWoAPktsu5Y+Im+dJu7wVvUsdnCwO4Xmt6MeBFllDJg7ioreZhO262Y+ZypMQVl37J3G1k9Sw60j1px+jq9IKAXfe/FSd\
        LG6/gqaQBOCDOuyCzpiQlP8Ea0hRo0LOHa9yDd8v9ao3yiRbL5UaBRUa/6HGNUQzdQ6Jy2cp+n6GkM89KGHgAtqOf5QoMZsBSasytS/syvxbfck4Qm\
        B0B+YoNyPR7Qg8i0IMPAqrJ+UGmnd/jD3wdfxQndJEWjruXSX6dWK";

    #[test]
    fn a_recorded_blob_is_read_and_written_again() {
        let blob = STANDARD.decode(RECORDED).expect("base64");
        let key = PublicKey::decode(&blob).expect("a recorded key");
        assert_eq!(key.encode(), blob);
    }

    #[test]
    fn other_lengths_and_forms_are_refused() {
        let blob = STANDARD.decode(RECORDED).expect("base64");
        for length in [0, 19, 20, BLOB_LEN - 1] {
            assert!(matches!(PublicKey::decode(&blob[..length]), Err(CryptoError::PublicKeyBlob { .. })));
        }
        let mut other = blob.clone();
        other[11] = b'2';
        assert!(matches!(PublicKey::decode(&other), Err(CryptoError::PublicKeyBlob { .. })));
        let mut even = blob;
        even[20] = 0;
        assert!(matches!(PublicKey::decode(&even), Err(CryptoError::PublicKey(_))));
    }
}
