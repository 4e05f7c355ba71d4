//! `System.NotImplementedException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.NotImplementedException`.
pub static NOT_IMPLEMENTED_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.NotImplementedException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "The method or operation is not implemented.")
}
