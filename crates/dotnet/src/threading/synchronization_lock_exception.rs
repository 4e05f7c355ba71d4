//! `System.Threading.SynchronizationLockException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Threading.SynchronizationLockException`.
pub static SYNCHRONIZATION_LOCK_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Threading.SynchronizationLockException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Object synchronization method was called from an unsynchronized block of code.")
}
