//! PUBLIC_KEY ([MS-PSRP] 2.2.2.3): the client's RSA key, to which the server answers with the session key.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clixml::Text;
use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};

/// The client's public key.
///
/// ```xml
/// <Obj><MS> <S N="PublicKey">base64</S> </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKeyMessage {
    /// The key's blob, for [`PublicKey::decode`](crate::crypto::PublicKey::decode).
    pub public_key: Vec<u8>,
}

impl Body for PublicKeyMessage {
    const KIND: MessageType = MessageType::PublicKey;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let text: &Text = object.required("PublicKey")?;
        let public_key = STANDARD.decode(text).map_err(|_| BodyError::Base64 { member: "PublicKey" })?;
        Ok(Self { public_key })
    }

    fn to_value(&self) -> Value {
        Object::new().with_member("PublicKey", STANDARD.encode(&self.public_key)).into()
    }
}
