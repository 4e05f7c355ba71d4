//! `System.ComponentModel.InvalidEnumArgumentException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.ComponentModel.InvalidEnumArgumentException`.
pub static INVALID_ENUM_ARGUMENT_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.ComponentModel.InvalidEnumArgumentException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Value does not fall within the expected range.")
}
