//! `System.TypeAccessException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.TypeAccessException`.
pub static TYPE_ACCESS_EXCEPTION: FacadeType = FacadeType {
    base: "System.TypeLoadException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.TypeAccessException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempt to access the type failed.")
}
