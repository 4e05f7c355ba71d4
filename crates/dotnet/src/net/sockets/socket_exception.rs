//! `System.Net.Sockets.SocketException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Net.Sockets.SocketException`.
pub static SOCKET_EXCEPTION: FacadeType = FacadeType {
    base: "System.ComponentModel.Win32Exception",
    members: &[
        constructor("new()", new),
        property("System.Net.Sockets.SocketError SocketErrorCode {get;}", socket_error_code),
        property("int ErrorCode {get;}", error_code),
    ],
    ..FacadeType::class("System.Net.Sockets.SocketException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Success")
}

fn socket_error_code(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "SocketErrorCode")
}

fn error_code(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "ErrorCode", 0_i32)
}
