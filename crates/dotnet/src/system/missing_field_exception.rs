//! `System.MissingFieldException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.MissingFieldException`.
pub static MISSING_FIELD_EXCEPTION: FacadeType = FacadeType {
    base: "System.MissingMemberException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.MissingFieldException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempted to access a non-existing field.")
}
