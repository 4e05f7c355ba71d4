//! INFORMATION_RECORD ([MS-PSRP] 2.2.2.26): what Write-Information and Write-Host wrote.

use clixml::tree::Value;

use super::{Body, BodyError, MessageType};
use crate::record::InformationRecord;

/// An information record. The record's own members are at [`InformationRecord`].
#[derive(Debug, Clone, PartialEq)]
pub struct InformationRecordMessage(pub InformationRecord);

impl Body for InformationRecordMessage {
    const KIND: MessageType = MessageType::InformationRecord;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        InformationRecord::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.to_value()
    }
}
