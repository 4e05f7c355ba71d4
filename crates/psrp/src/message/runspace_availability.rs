//! RUNSPACE_AVAILABILITY ([MS-PSRP] 2.2.2.8): the answer to every question about the pool's size, and to a reset.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};

/// The answer to a call by its id.
///
/// ```xml
/// <Obj><MS> <B|I32|I64 N="SetMinMaxRunspacesResponse" /> <I64 N="ci" /> </MS></Obj>
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunspaceAvailability {
    /// The answer.
    pub response: AvailabilityResponse,
    /// The id of the call that is answered.
    pub call_id: i64,
}

/// What RUNSPACE_AVAILABILITY answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AvailabilityResponse {
    /// To SET_MAX_RUNSPACES, SET_MIN_RUNSPACES and RESET_RUNSPACE_STATE: whether it was done.
    Done(bool),
    /// To GET_AVAILABLE_RUNSPACES.
    Count(i32),
}

impl Body for RunspaceAvailability {
    const KIND: MessageType = MessageType::RunspaceAvailability;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let response = match object.required::<&Value>("SetMinMaxRunspacesResponse")? {
            Value::Int32(count) => AvailabilityResponse::Count(*count),
            // the specification's type, which PowerShell does not use
            Value::Int64(count) => AvailabilityResponse::Count(i32::try_from(*count).unwrap_or(i32::MAX)),
            _ => AvailabilityResponse::Done(object.required("SetMinMaxRunspacesResponse")?),
        };
        Ok(Self { response, call_id: object.required("ci")? })
    }

    fn to_value(&self) -> Value {
        let response: Value = match self.response {
            AvailabilityResponse::Done(done) => done.into(),
            AvailabilityResponse::Count(count) => count.into(),
        };
        Object::new()
            .with_member("SetMinMaxRunspacesResponse", response)
            .with_member("ci", self.call_id)
            .into()
    }
}
