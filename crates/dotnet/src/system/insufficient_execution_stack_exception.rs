//! `System.InsufficientExecutionStackException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.InsufficientExecutionStackException`.
pub static INSUFFICIENT_EXECUTION_STACK_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.InsufficientExecutionStackException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "Insufficient stack to continue executing the program safely. This can happen from having too many functions on the call stack or function on the stack using too much stack space.",
    )
}
