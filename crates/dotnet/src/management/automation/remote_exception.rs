//! `System.Management.Automation.RemoteException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.RemoteException`.
pub static REMOTE_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("psobject SerializedRemoteException {get;}", serialized_remote_exception),
        property("psobject SerializedRemoteInvocationInfo {get;}", serialized_remote_invocation_info),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
    ],
    ..FacadeType::class("System.Management.Automation.RemoteException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}

fn serialized_remote_exception(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "SerializedRemoteException")
}

fn serialized_remote_invocation_info(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "SerializedRemoteInvocationInfo")
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}
