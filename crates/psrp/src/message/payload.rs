//! The messages whose data is the user's: PIPELINE_INPUT ([MS-PSRP] 2.2.2.17), END_OF_PIPELINE_INPUT (2.2.2.18) and
//! PIPELINE_OUTPUT (2.2.2.19).
//!
//! They have no type of their own: the data is one object's CLIXML, or empty for `$null`, and passes through as
//! bytes. What it holds is between the script and the user; END_OF_PIPELINE_INPUT has no data at all.

use clixml::SecureStringKey;
use clixml::tree::Value;

use super::{DecodeError, EncodeError, MessageType};

/// Reads the object of a PIPELINE_INPUT or PIPELINE_OUTPUT.
///
/// # Errors
/// If the data is not CLIXML within the limits, or holds a secure string that `key` does not open.
pub fn read_payload(kind: MessageType, data: &[u8], key: &dyn SecureStringKey) -> Result<Value, DecodeError> {
    if data.is_empty() {
        return Ok(Value::Null);
    }
    super::body::read_value(kind, data, key)
}

/// The data for an object; empty for `$null`.
///
/// # Errors
/// If it holds a secure string that `key` cannot seal.
pub fn write_payload(
    kind: MessageType,
    value: &Value,
    key: &dyn SecureStringKey,
) -> Result<Vec<u8>, EncodeError> {
    if value.is_null() {
        return Ok(Vec::new());
    }
    super::body::write_value(kind, value, key)
}
