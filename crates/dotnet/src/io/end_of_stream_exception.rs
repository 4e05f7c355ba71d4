//! `System.IO.EndOfStreamException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.IO.EndOfStreamException`.
pub static END_OF_STREAM_EXCEPTION: FacadeType = FacadeType {
    base: "System.IO.IOException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.IO.EndOfStreamException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempted to read past the end of the stream.")
}
