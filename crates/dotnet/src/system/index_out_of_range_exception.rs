//! `System.IndexOutOfRangeException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.IndexOutOfRangeException`.
pub static INDEX_OUT_OF_RANGE_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.IndexOutOfRangeException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Index was outside the bounds of the array.")
}
