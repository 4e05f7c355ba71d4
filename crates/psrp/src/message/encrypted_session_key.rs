//! ENCRYPTED_SESSION_KEY ([MS-PSRP] 2.2.2.4): the session key, readable for the client alone.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clixml::Text;
use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};

/// The session key, encrypted with the client's public key.
///
/// ```xml
/// <Obj><MS> <S N="EncryptedSessionKey">base64</S> </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncryptedSessionKey {
    /// The key's blob, for [`SessionKey::unwrap`](crate::crypto::SessionKey::unwrap).
    pub session_key: Vec<u8>,
}

impl Body for EncryptedSessionKey {
    const KIND: MessageType = MessageType::EncryptedSessionKey;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let text: &Text = object.required("EncryptedSessionKey")?;
        let session_key =
            STANDARD.decode(text).map_err(|_| BodyError::Base64 { member: "EncryptedSessionKey" })?;
        Ok(Self { session_key })
    }

    fn to_value(&self) -> Value {
        Object::new().with_member("EncryptedSessionKey", STANDARD.encode(&self.session_key)).into()
    }
}
