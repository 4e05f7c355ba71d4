//! `System.Threading.ThreadInterruptedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Threading.ThreadInterruptedException`.
pub static THREAD_INTERRUPTED_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Threading.ThreadInterruptedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Thread was interrupted from a waiting state.")
}
