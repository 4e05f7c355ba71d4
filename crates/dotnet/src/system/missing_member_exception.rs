//! `System.MissingMemberException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.MissingMemberException`.
pub static MISSING_MEMBER_EXCEPTION: FacadeType = FacadeType {
    base: "System.MemberAccessException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.MissingMemberException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempted to access a missing member.")
}
