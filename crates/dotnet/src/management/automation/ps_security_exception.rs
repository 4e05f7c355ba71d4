//! `System.Management.Automation.PSSecurityException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.PSSecurityException`.
pub static PS_SECURITY_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
    ],
    ..FacadeType::class("System.Management.Automation.PSSecurityException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Cannot run software. Permission is denied.")
}

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}
