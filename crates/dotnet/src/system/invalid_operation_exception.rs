//! `System.InvalidOperationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.InvalidOperationException`.
pub static INVALID_OPERATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.InvalidOperationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Operation is not valid due to the current state of the object.")
}
