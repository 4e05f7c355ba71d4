//! `System.TimeoutException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.TimeoutException`.
pub static TIMEOUT_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.TimeoutException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "The operation has timed out.")
}
