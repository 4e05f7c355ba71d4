//! `-Key` and `-SecureKey`.

use super::secret_text::secret_bytes;
use pwsh_value::Value;
use pwsh_value::payload::SecureString;
use zeroize::Zeroizing;

/// The bytes of the key that was given, if one was.
pub fn key_bytes(key: &[u8], secure_key: &Value) -> Option<Zeroizing<Vec<u8>>> {
    match secure_key.as_object().and_then(|obj| obj.get::<SecureString>()) {
        Some(secret) => Some(secret_bytes(secret.payload())),
        None => (!key.is_empty()).then(|| Zeroizing::new(key.to_vec())),
    }
}
