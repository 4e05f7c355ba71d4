//! ERROR_RECORD ([MS-PSRP] 2.2.2.20): an error that did not end the pipeline.

use clixml::tree::Value;

use super::{Body, BodyError, MessageType};
use crate::record::ErrorRecord;

/// A non-terminating error. The record's own members are at [`ErrorRecord`].
#[derive(Debug, Clone, PartialEq)]
pub struct ErrorRecordMessage(pub ErrorRecord);

impl Body for ErrorRecordMessage {
    const KIND: MessageType = MessageType::ErrorRecord;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        ErrorRecord::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.to_value()
    }
}
