//! RUNSPACEPOOL_HOST_RESPONSE ([MS-PSRP] 2.2.2.16) and PIPELINE_HOST_RESPONSE (2.2.2.28): the client's answer.

use clixml::tree::{Object, ObjectRef, Value};

use super::host_call::{method_value, read_method};
use super::{Body, BodyError, MessageType};
use crate::host::{HostMethod, HostReturn};
use crate::record::ErrorRecord;

/// The answer to a host call.
///
/// ```xml
/// <Obj><MS>
///   <Obj N="mr" /> or <Obj N="me" />              what was returned, or the error; neither for $null
///   <I64 N="ci" /> <Obj N="mi" />                 the call's id; the method, an enumeration
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct HostResponse {
    /// The value returned, `$null` if there is none, or the host's error.
    pub outcome: Result<Value, Box<ErrorRecord>>,
    /// The id of the call that is answered.
    pub call_id: i64,
    /// The method that was called.
    pub method: HostMethod,
}

impl HostResponse {
    /// What the method returned.
    ///
    /// # Errors
    /// If the value is not of the method's type.
    pub fn returned(&self) -> Result<Result<HostReturn, &ErrorRecord>, BodyError> {
        match &self.outcome {
            Ok(value) => HostReturn::from_value(self.method, value).map(Ok),
            Err(error) => Ok(Err(error)),
        }
    }

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let outcome = match object.optional("me")? {
            Some(error) => Err(Box::new(ErrorRecord::from_value(error)?)),
            None => Ok(object.get("mr").cloned().unwrap_or_default()),
        };
        Ok(Self { outcome, call_id: object.required("ci")?, method: read_method(object)? })
    }

    fn to_value(&self) -> Value {
        let object = match &self.outcome {
            Ok(Value::Null) => Object::new(),
            Ok(value) => Object::new().with_member("mr", value.clone()),
            Err(error) => Object::new().with_member("me", error.to_value()),
        };
        object.with_member("ci", self.call_id).with_member("mi", method_value(self.method)).into()
    }
}

/// The answer of the pool's host.
#[derive(Debug, Clone, PartialEq)]
pub struct RunspacePoolHostResponse(pub HostResponse);

impl Body for RunspacePoolHostResponse {
    const KIND: MessageType = MessageType::RunspacePoolHostResponse;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        HostResponse::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.to_value()
    }
}

/// The answer of a pipeline's host.
#[derive(Debug, Clone, PartialEq)]
pub struct PipelineHostResponse(pub HostResponse);

impl Body for PipelineHostResponse {
    const KIND: MessageType = MessageType::PipelineHostResponse;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        HostResponse::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.to_value()
    }
}
