//! `System.InvalidCastException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.InvalidCastException`.
pub static INVALID_CAST_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.InvalidCastException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Specified cast is not valid.")
}
