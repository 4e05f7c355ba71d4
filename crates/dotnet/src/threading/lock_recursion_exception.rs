//! `System.Threading.LockRecursionException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Threading.LockRecursionException`.
pub static LOCK_RECURSION_EXCEPTION: FacadeType = FacadeType {
    base: "System.Exception",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Threading.LockRecursionException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Exception of type 'System.Threading.LockRecursionException' was thrown.")
}
