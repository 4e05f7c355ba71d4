//! RUNSPACEPOOL_STATE ([MS-PSRP] 2.2.2.9): the server tells the pool's state.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};
use crate::enumeration::RunspacePoolState;
use crate::record::ErrorRecord;

/// The pool's new state.
///
/// ```xml
/// <Obj><MS> <I32 N="RunspaceState" /> <Obj N="ExceptionAsErrorRecord" /> </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct RunspacePoolStateMessage {
    /// The state.
    pub state: RunspacePoolState,
    /// Why, if the pool is broken.
    pub error: Option<ErrorRecord>,
}

impl Body for RunspacePoolStateMessage {
    const KIND: MessageType = MessageType::RunspacePoolState;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self {
            state: object.required("RunspaceState")?,
            error: object.optional("ExceptionAsErrorRecord")?.map(ErrorRecord::from_value).transpose()?,
        })
    }

    fn to_value(&self) -> Value {
        Object::new()
            .with_member("RunspaceState", self.state.0)
            .with_optional("ExceptionAsErrorRecord", self.error.as_ref().map(ErrorRecord::to_value))
            .into()
    }
}
