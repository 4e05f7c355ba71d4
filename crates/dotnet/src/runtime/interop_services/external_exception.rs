//! `System.Runtime.InteropServices.ExternalException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Runtime.InteropServices.ExternalException`.
pub static EXTERNAL_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
        property("int ErrorCode {get;}", error_code),
    ],
    ..FacadeType::class("System.Runtime.InteropServices.ExternalException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "External component has thrown an exception.")
}

fn error_code(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "ErrorCode", 0_i32)
}
