//! APPLICATION_PRIVATE_DATA ([MS-PSRP] 2.2.2.13): what the server tells about itself.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};

/// The server's data for the client, sent before the pool is opened.
///
/// ```xml
/// <Obj><MS> <Obj N="ApplicationPrivateData"> <DCT /> </Obj> </MS></Obj>     a primitive dictionary, or Nil
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ApplicationPrivateData {
    /// The dictionary. [`primitive_dictionary`](crate::primitive_dictionary) makes one.
    pub data: Value,
}

impl Body for ApplicationPrivateData {
    const KIND: MessageType = MessageType::ApplicationPrivateData;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self { data: object.required("ApplicationPrivateData")? })
    }

    fn to_value(&self) -> Value {
        Object::new().with_member("ApplicationPrivateData", self.data.clone()).into()
    }
}
