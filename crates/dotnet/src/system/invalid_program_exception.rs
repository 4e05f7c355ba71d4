//! `System.InvalidProgramException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.InvalidProgramException`.
pub static INVALID_PROGRAM_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.InvalidProgramException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Common Language Runtime detected an invalid program.")
}
