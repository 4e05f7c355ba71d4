//! `System.IO.InvalidDataException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.IO.InvalidDataException`.
pub static INVALID_DATA_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.IO.InvalidDataException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Found invalid data while decoding.")
}
