//! `System.MissingMethodException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.MissingMethodException`.
pub static MISSING_METHOD_EXCEPTION: FacadeType = FacadeType {
    base: "System.MissingMemberException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.MissingMethodException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempted to access a missing method.")
}
