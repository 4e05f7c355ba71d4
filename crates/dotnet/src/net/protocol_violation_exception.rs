//! `System.Net.ProtocolViolationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Net.ProtocolViolationException`.
pub static PROTOCOL_VIOLATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.InvalidOperationException",
    members: &[constructor("new()", new), constructor("new(string message)", new)],
    ..FacadeType::class("System.Net.ProtocolViolationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Operation is not valid due to the current state of the object.")
}
