//! `System.Collections.Generic.KeyNotFoundException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Collections.Generic.KeyNotFoundException`.
pub static KEY_NOT_FOUND_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Collections.Generic.KeyNotFoundException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "The given key was not present in the dictionary.")
}
