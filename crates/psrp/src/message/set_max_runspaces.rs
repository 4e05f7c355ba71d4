//! SET_MAX_RUNSPACES ([MS-PSRP] 2.2.2.6): the client changes the pool's maximum.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};

/// How many pipelines may run at once from now on. Answered by RUNSPACE_AVAILABILITY.
///
/// ```xml
/// <Obj><MS> <I32 N="MaxRunspaces" /> <I64 N="ci" /> </MS></Obj>
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetMaxRunspaces {
    /// The new limit.
    pub max_runspaces: i32,
    /// The call's id, which the answer repeats.
    pub call_id: i64,
}

impl Body for SetMaxRunspaces {
    const KIND: MessageType = MessageType::SetMaxRunspaces;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self { max_runspaces: object.required("MaxRunspaces")?, call_id: object.required("ci")? })
    }

    fn to_value(&self) -> Value {
        Object::new().with_member("MaxRunspaces", self.max_runspaces).with_member("ci", self.call_id).into()
    }
}
