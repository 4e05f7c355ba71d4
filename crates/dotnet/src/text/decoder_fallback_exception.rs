//! `System.Text.DecoderFallbackException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Text.DecoderFallbackException`.
pub static DECODER_FALLBACK_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("byte[] BytesUnknown {get;}", bytes_unknown),
        property("int Index {get;}", index),
    ],
    ..FacadeType::class("System.Text.DecoderFallbackException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Value does not fall within the expected range.")
}

fn bytes_unknown(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "BytesUnknown")
}

fn index(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "Index", 0_i32)
}
