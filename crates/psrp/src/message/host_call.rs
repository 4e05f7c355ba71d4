//! RUNSPACEPOOL_HOST_CALL ([MS-PSRP] 2.2.2.15) and PIPELINE_HOST_CALL (2.2.2.27): the server calls the client's host.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};
use crate::host::{HostCall, HostMethod};

/// The id that stands in a call which gets no answer.
pub const VOID_CALL_ID: i64 = -100;

/// A call of a host method.
///
/// ```xml
/// <Obj><MS>
///   <I64 N="ci" /> <Obj N="mi" />                the call's id; the method, an enumeration
///   <Obj N="mp"> <LST> parameters </LST> </Obj>
/// </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct HostCallMessage {
    /// The id that the answer repeats; [`VOID_CALL_ID`] for a method without answer.
    pub call_id: i64,
    /// The method.
    pub method: HostMethod,
    /// Its parameters; [`HostCall::from_parameters`] reads them.
    pub parameters: Vec<Value>,
}

const ARRAY_LIST: [&str; 2] = ["System.Collections.ArrayList", "System.Object"];

impl HostCallMessage {
    /// The message for a call with an answer under `call_id`; a void call takes [`VOID_CALL_ID`] instead.
    pub fn new(call_id: i64, call: &HostCall) -> Self {
        let method = call.method();
        let call_id = if method.is_void() { VOID_CALL_ID } else { call_id };
        Self { call_id, method, parameters: call.to_parameters() }
    }

    /// The call with its parameters read.
    ///
    /// # Errors
    /// If there are too few parameters, or one has the wrong type.
    pub fn call(&self) -> Result<HostCall, BodyError> {
        HostCall::from_parameters(self.method, &self.parameters)
    }

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        let parameters: &[Value] = object.required("mp")?;
        Ok(Self {
            call_id: object.required("ci")?,
            method: read_method(object)?,
            parameters: parameters.to_vec(),
        })
    }

    fn to_value(&self) -> Value {
        Object::new()
            .with_member("ci", self.call_id)
            .with_member("mi", method_value(self.method))
            .with_member("mp", Object::of_types(ARRAY_LIST).with_list(self.parameters.iter().cloned()))
            .into()
    }
}

/// The method's enumeration, as calls and responses carry it.
pub(super) fn method_value(method: HostMethod) -> Object {
    const TYPE_NAME: &str = "System.Management.Automation.Remoting.RemoteHostMethodId";
    Object::enumeration(TYPE_NAME, method.name(), method.number())
}

/// Reads the member `mi`.
pub(super) fn read_method(object: &Object) -> Result<HostMethod, BodyError> {
    let found = object.required("mi")?;
    HostMethod::from_number(found).ok_or(BodyError::HostMethod { found })
}

/// A call of the pool's host.
#[derive(Debug, Clone, PartialEq)]
pub struct RunspacePoolHostCall(pub HostCallMessage);

impl Body for RunspacePoolHostCall {
    const KIND: MessageType = MessageType::RunspacePoolHostCall;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        HostCallMessage::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.to_value()
    }
}

/// A call of a pipeline's host.
#[derive(Debug, Clone, PartialEq)]
pub struct PipelineHostCall(pub HostCallMessage);

impl Body for PipelineHostCall {
    const KIND: MessageType = MessageType::PipelineHostCall;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        HostCallMessage::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.to_value()
    }
}
