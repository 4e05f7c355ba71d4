//! DEBUG_RECORD ([MS-PSRP] 2.2.2.22): a debug message.

use clixml::tree::Value;

use super::{Body, BodyError, MessageType};
use crate::record::InformationalRecord;

/// A debug message. The record's own members are at [`InformationalRecord`].
#[derive(Debug, Clone, PartialEq)]
pub struct DebugRecordMessage(pub InformationalRecord);

impl Body for DebugRecordMessage {
    const KIND: MessageType = MessageType::DebugRecord;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        InformationalRecord::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.to_value()
    }
}
