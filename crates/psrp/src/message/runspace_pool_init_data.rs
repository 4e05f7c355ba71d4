//! RUNSPACEPOOL_INIT_DATA ([MS-PSRP] 2.2.2.30): the answer to a client that connects.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};

/// The size of the pool that the client is connected to now.
///
/// ```xml
/// <Obj><MS> <I32 N="MinRunspaces" /> <I32 N="MaxRunspaces" /> </MS></Obj>
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunspacePoolInitData {
    /// How many runspaces the pool keeps at least.
    pub min_runspaces: i32,
    /// How many pipelines may run at once.
    pub max_runspaces: i32,
}

impl Body for RunspacePoolInitData {
    const KIND: MessageType = MessageType::RunspacePoolInitData;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self {
            min_runspaces: object.required("MinRunspaces")?,
            max_runspaces: object.required("MaxRunspaces")?,
        })
    }

    fn to_value(&self) -> Value {
        Object::new()
            .with_member("MinRunspaces", self.min_runspaces)
            .with_member("MaxRunspaces", self.max_runspaces)
            .into()
    }
}
