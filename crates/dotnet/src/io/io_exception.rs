//! `System.IO.IOException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.IO.IOException`.
pub static IO_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.IO.IOException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "I/O error occurred.")
}
