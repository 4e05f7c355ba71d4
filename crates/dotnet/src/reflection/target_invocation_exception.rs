//! `System.Reflection.TargetInvocationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Reflection.TargetInvocationException`.
pub static TARGET_INVOCATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.ApplicationException",
    members: &[constructor("new(string message, System.Exception inner)", new)],
    ..FacadeType::class("System.Reflection.TargetInvocationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Reflection.TargetInvocationException")
}
