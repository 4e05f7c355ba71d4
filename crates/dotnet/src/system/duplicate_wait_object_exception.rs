//! `System.DuplicateWaitObjectException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.DuplicateWaitObjectException`.
pub static DUPLICATE_WAIT_OBJECT_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentException",
    members: &[
        constructor("new()", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.DuplicateWaitObjectException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Duplicate objects in argument.")
}
