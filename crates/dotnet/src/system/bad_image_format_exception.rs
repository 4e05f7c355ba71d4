//! `System.BadImageFormatException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.BadImageFormatException`.
pub static BAD_IMAGE_FORMAT_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
        property("string FileName {get;}", file_name),
        property("string FusionLog {get;}", fusion_log),
    ],
    ..FacadeType::class("System.BadImageFormatException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Format of the executable (.exe) or library (.dll) is invalid.")
}

fn file_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "FileName")
}

fn fusion_log(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "FusionLog")
}
