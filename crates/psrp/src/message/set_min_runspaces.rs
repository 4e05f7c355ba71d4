//! SET_MIN_RUNSPACES ([MS-PSRP] 2.2.2.7): the client changes the pool's minimum.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};

/// How many runspaces the pool keeps at least from now on. Answered by RUNSPACE_AVAILABILITY.
///
/// ```xml
/// <Obj><MS> <I32 N="MinRunspaces" /> <I64 N="ci" /> </MS></Obj>
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetMinRunspaces {
    /// The new limit.
    pub min_runspaces: i32,
    /// The call's id, which the answer repeats.
    pub call_id: i64,
}

impl Body for SetMinRunspaces {
    const KIND: MessageType = MessageType::SetMinRunspaces;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self { min_runspaces: object.required("MinRunspaces")?, call_id: object.required("ci")? })
    }

    fn to_value(&self) -> Value {
        Object::new().with_member("MinRunspaces", self.min_runspaces).with_member("ci", self.call_id).into()
    }
}
