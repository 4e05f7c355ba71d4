//! `System.FieldAccessException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.FieldAccessException`.
pub static FIELD_ACCESS_EXCEPTION: FacadeType = FacadeType {
    base: "System.MemberAccessException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.FieldAccessException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempted to access a field that is not accessible by the caller.")
}
