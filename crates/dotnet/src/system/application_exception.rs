//! `System.ApplicationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.ApplicationException`.
pub static APPLICATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.Exception",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.ApplicationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Error in the application.")
}
