//! VERBOSE_RECORD ([MS-PSRP] 2.2.2.23): a verbose message.

use clixml::tree::Value;

use super::{Body, BodyError, MessageType};
use crate::record::InformationalRecord;

/// A verbose message. The record's own members are at [`InformationalRecord`].
#[derive(Debug, Clone, PartialEq)]
pub struct VerboseRecordMessage(pub InformationalRecord);

impl Body for VerboseRecordMessage {
    const KIND: MessageType = MessageType::VerboseRecord;

    fn from_value(value: &Value) -> Result<Self, BodyError> {
        InformationalRecord::from_value(value).map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.to_value()
    }
}
