//! WARNING_RECORD ([MS-PSRP] 2.2.2.24): a warning.

use clixml::tree::Value;

use super::{Body, BodyError, MessageType};
use crate::record::InformationalRecord;

/// A warning. The record's own members are at [`InformationalRecord`].
#[derive(Debug, Clone, PartialEq)]
pub struct WarningRecordMessage(pub InformationalRecord);

impl Body for WarningRecordMessage {
    const KIND: MessageType = MessageType::WarningRecord;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        InformationalRecord::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.to_value()
    }
}
