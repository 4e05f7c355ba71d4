//! `System.Net.NetworkInformation.NetworkInformationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Net.NetworkInformation.NetworkInformationException`.
pub static NETWORK_INFORMATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.ComponentModel.Win32Exception",
    members: &[constructor("new()", new), property("int ErrorCode {get;}", error_code)],
    ..FacadeType::class("System.Net.NetworkInformation.NetworkInformationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Success")
}

fn error_code(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "ErrorCode", 0_i32)
}
