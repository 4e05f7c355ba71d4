//! `System.MethodAccessException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.MethodAccessException`.
pub static METHOD_ACCESS_EXCEPTION: FacadeType = FacadeType {
    base: "System.MemberAccessException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.MethodAccessException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempt to access the method failed.")
}
