//! RESET_RUNSPACE_STATE ([MS-PSRP] 2.2.2.31): the client wants a runspace as if it were new.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};

/// Clear the variables of the pool's one runspace. Protocol 2.3 and later. Answered by RUNSPACE_AVAILABILITY.
///
/// ```xml
/// <Obj><MS> <I64 N="ci" /> </MS></Obj>
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResetRunspaceState {
    /// The call's id, which the answer repeats.
    pub call_id: i64,
}

impl Body for ResetRunspaceState {
    const KIND: MessageType = MessageType::ResetRunspaceState;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self { call_id: object.required("ci")? })
    }

    fn to_value(&self) -> Value {
        Object::new().with_member("ci", self.call_id).into()
    }
}
