//! PROGRESS_RECORD ([MS-PSRP] 2.2.2.25): how far an activity is.

use clixml::tree::Value;

use super::{Body, BodyError, MessageType};
use crate::record::ProgressRecord;

/// The progress of an activity. The record's own members are at [`ProgressRecord`].
#[derive(Debug, Clone, PartialEq)]
pub struct ProgressRecordMessage(pub ProgressRecord);

impl Body for ProgressRecordMessage {
    const KIND: MessageType = MessageType::ProgressRecord;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        ProgressRecord::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.to_value()
    }
}
