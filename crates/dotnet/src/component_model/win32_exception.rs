//! `System.ComponentModel.Win32Exception`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.ComponentModel.Win32Exception`.
pub static WIN32_EXCEPTION: FacadeType = FacadeType {
    base: "System.Runtime.InteropServices.ExternalException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("int NativeErrorCode {get;}", native_error_code),
    ],
    ..FacadeType::class("System.ComponentModel.Win32Exception")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Success")
}

fn native_error_code(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "NativeErrorCode", 0_i32)
}
