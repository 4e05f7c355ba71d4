//! `System.IO.PathTooLongException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.IO.PathTooLongException`.
pub static PATH_TOO_LONG_EXCEPTION: FacadeType = FacadeType {
    base: "System.IO.IOException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.IO.PathTooLongException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "The specified file name or path is too long, or a component of the specified path is too long.",
    )
}
