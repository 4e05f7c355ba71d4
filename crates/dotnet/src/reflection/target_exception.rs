//! `System.Reflection.TargetException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Reflection.TargetException`.
pub static TARGET_EXCEPTION: FacadeType = FacadeType {
    base: "System.ApplicationException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
    ],
    ..FacadeType::class("System.Reflection.TargetException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Exception of type 'System.Reflection.TargetException' was thrown.")
}
