//! `System.NotSupportedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.NotSupportedException`.
pub static NOT_SUPPORTED_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.NotSupportedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Specified method is not supported.")
}
