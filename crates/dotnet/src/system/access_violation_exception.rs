//! `System.AccessViolationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.AccessViolationException`.
pub static ACCESS_VIOLATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.AccessViolationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "Attempted to read or write protected memory. This is often an indication that other memory is corrupt.",
    )
}
