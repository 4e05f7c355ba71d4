//! GET_AVAILABLE_RUNSPACES ([MS-PSRP] 2.2.2.11): the client asks for the number of free runspaces.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};

/// How many pipelines could start now? Answered by RUNSPACE_AVAILABILITY.
///
/// ```xml
/// <Obj><MS> <I64 N="ci" /> </MS></Obj>
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GetAvailableRunspaces {
    /// The call's id, which the answer repeats.
    pub call_id: i64,
}

impl Body for GetAvailableRunspaces {
    const KIND: MessageType = MessageType::GetAvailableRunspaces;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self { call_id: object.required("ci")? })
    }

    fn to_value(&self) -> Value {
        Object::new().with_member("ci", self.call_id).into()
    }
}
