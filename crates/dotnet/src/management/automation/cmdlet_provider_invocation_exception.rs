//! `System.Management.Automation.CmdletProviderInvocationException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.CmdletProviderInvocationException`.
pub static CMDLET_PROVIDER_INVOCATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.CmdletInvocationException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property(
            "System.Management.Automation.ProviderInvocationException ProviderInvocationException {get;}",
            provider_invocation_exception,
        ),
        property("System.Management.Automation.ProviderInfo ProviderInfo {get;}", provider_info),
    ],
    ..FacadeType::class("System.Management.Automation.CmdletProviderInvocationException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}

fn provider_invocation_exception(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ProviderInvocationException")
}

fn provider_info(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ProviderInfo")
}
