//! CONNECT_RUNSPACEPOOL ([MS-PSRP] 2.2.2.29): a client takes over a pool that another one made.

use clixml::tree::{Object, Value};

use super::{Body, BodyError, MessageType};

/// The client connects, and may say how large it expects the pool to be.
///
/// ```xml
/// <Obj><MS> <I32 N="MinRunspaces" /> <I32 N="MaxRunspaces" /> </MS></Obj>      both may be absent
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConnectRunspacePool {
    /// The least number of runspaces, if the client cares.
    pub min_runspaces: Option<i32>,
    /// The greatest number of runspaces, if the client cares.
    pub max_runspaces: Option<i32>,
}

impl Body for ConnectRunspacePool {
    const KIND: MessageType = MessageType::ConnectRunspacePool;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        // a client that does not care may send an empty string
        let Some(object) = value.object() else { return Ok(Self::default()) };
        Ok(Self {
            min_runspaces: object.optional("MinRunspaces")?,
            max_runspaces: object.optional("MaxRunspaces")?,
        })
    }

    fn to_value(&self) -> Value {
        Object::new()
            .with_optional("MinRunspaces", self.min_runspaces)
            .with_optional("MaxRunspaces", self.max_runspaces)
            .into()
    }
}
