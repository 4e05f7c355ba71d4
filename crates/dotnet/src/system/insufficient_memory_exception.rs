//! `System.InsufficientMemoryException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.InsufficientMemoryException`.
pub static INSUFFICIENT_MEMORY_EXCEPTION: FacadeType = FacadeType {
    base: "System.OutOfMemoryException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.InsufficientMemoryException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Insufficient memory to continue the execution of the program.")
}
