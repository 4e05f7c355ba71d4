//! PUBLIC_KEY_REQUEST ([MS-PSRP] 2.2.2.5): the server asks for the client's key (protocol 2.0 and 2.1 only).

use clixml::tree::Value;

use super::{Body, BodyError, MessageType};

/// The server wants to send a secure string. The data is an empty string, which nobody looks at.
///
/// ```xml
/// <S></S>
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKeyRequest;

impl Body for PublicKeyRequest {
    const KIND: MessageType = MessageType::PublicKeyRequest;

    fn from_value(_: &Value) -> Result<Self, BodyError> {
        Ok(Self)
    }

    fn to_value(&self) -> Value {
        Value::string("")
    }
}
