//! PIPELINE_STATE ([MS-PSRP] 2.2.2.21): the last message of a pipeline.

use clixml::tree::{Object, ObjectRef, Value};

use super::{Body, BodyError, MessageType};
use crate::enumeration::PipelineState;
use crate::record::ErrorRecord;

/// The pipeline's new state; servers send final ones only.
///
/// ```xml
/// <Obj><MS> <I32 N="PipelineState" /> <Obj N="ExceptionAsErrorRecord" /> </MS></Obj>
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PipelineStateMessage {
    /// The state.
    pub state: PipelineState,
    /// Why, if the pipeline failed or was stopped; never for a completed one.
    pub error: Option<ErrorRecord>,
}

impl Body for PipelineStateMessage {
    const KIND: MessageType = MessageType::PipelineState;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        let object: &ObjectRef = value.to()?;
        Ok(Self {
            state: object.required("PipelineState")?,
            error: object.optional("ExceptionAsErrorRecord")?.map(ErrorRecord::from_value).transpose()?,
        })
    }

    fn to_value(&self) -> Value {
        Object::new()
            .with_member("PipelineState", self.state.0)
            .with_optional("ExceptionAsErrorRecord", self.error.as_ref().map(ErrorRecord::to_value))
            .into()
    }
}
