//! `System.Reflection.TargetParameterCountException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Reflection.TargetParameterCountException`.
pub static TARGET_PARAMETER_COUNT_EXCEPTION: FacadeType = FacadeType {
    base: "System.ApplicationException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.Reflection.TargetParameterCountException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Number of parameters specified does not match the expected number.")
}
