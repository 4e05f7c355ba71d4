//! `System.FormatException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.FormatException`.
pub static FORMAT_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.FormatException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "One of the identified items was in an invalid format.")
}
