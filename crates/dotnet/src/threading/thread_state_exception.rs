//! `System.Threading.ThreadStateException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Threading.ThreadStateException`.
pub static THREAD_STATE_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Threading.ThreadStateException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Thread was in an invalid state for the operation being executed.")
}
