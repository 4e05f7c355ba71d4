//! `System.MemberAccessException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.MemberAccessException`.
pub static MEMBER_ACCESS_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.MemberAccessException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Cannot access member.")
}
