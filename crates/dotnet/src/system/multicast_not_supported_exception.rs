//! `System.MulticastNotSupportedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.MulticastNotSupportedException`.
pub static MULTICAST_NOT_SUPPORTED_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.MulticastNotSupportedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "Attempted to add multiple callbacks to a delegate that does not support multicast.",
    )
}
