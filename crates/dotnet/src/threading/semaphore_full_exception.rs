//! `System.Threading.SemaphoreFullException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Threading.SemaphoreFullException`.
pub static SEMAPHORE_FULL_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Threading.SemaphoreFullException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "Adding the specified count to the semaphore would cause it to exceed its maximum count.",
    )
}
