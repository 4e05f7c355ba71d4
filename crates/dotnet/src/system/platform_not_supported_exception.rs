//! `System.PlatformNotSupportedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.PlatformNotSupportedException`.
pub static PLATFORM_NOT_SUPPORTED_EXCEPTION: FacadeType = FacadeType {
    base: "System.NotSupportedException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.PlatformNotSupportedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Operation is not supported on this platform.")
}
