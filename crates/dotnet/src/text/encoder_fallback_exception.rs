//! `System.Text.EncoderFallbackException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Text.EncoderFallbackException`.
pub static ENCODER_FALLBACK_EXCEPTION: FacadeType = FacadeType {
    base: "System.ArgumentException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("char CharUnknown {get;}", char_unknown),
        property("char CharUnknownHigh {get;}", char_unknown_high),
        property("char CharUnknownLow {get;}", char_unknown_low),
        property("int Index {get;}", index),
    ],
    ..FacadeType::class("System.Text.EncoderFallbackException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Value does not fall within the expected range.")
}

fn char_unknown(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "CharUnknown")
}

fn char_unknown_high(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "CharUnknownHigh")
}

fn char_unknown_low(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "CharUnknownLow")
}

fn index(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "Index", 0_i32)
}
