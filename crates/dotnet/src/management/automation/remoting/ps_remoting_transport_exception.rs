//! `System.Management.Automation.Remoting.PSRemotingTransportException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property_rw};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.Remoting.PSRemotingTransportException`.
pub static PS_REMOTING_TRANSPORT_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property_rw("int ErrorCode {get;set;}", error_code, set_error_code),
        property_rw("string TransportMessage {get;set;}", transport_message, set_transport_message),
    ],
    ..FacadeType::class("System.Management.Automation.Remoting.PSRemotingTransportException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "An error of type \"System.Management.Automation.Remoting.PSRemotingTransportException\" has occurred.",
    )
}

fn error_code(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "ErrorCode", 0_i32)
}

fn set_error_code(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "ErrorCode")
}

fn transport_message(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "TransportMessage")
}

fn set_transport_message(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "TransportMessage")
}
