//! `System.NullReferenceException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.NullReferenceException`.
pub static NULL_REFERENCE_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.NullReferenceException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Object reference not set to an instance of an object.")
}
