//! `System.UnauthorizedAccessException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.UnauthorizedAccessException`.
pub static UNAUTHORIZED_ACCESS_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.UnauthorizedAccessException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempted to perform an unauthorized operation.")
}
