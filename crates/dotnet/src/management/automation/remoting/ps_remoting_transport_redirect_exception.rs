//! `System.Management.Automation.Remoting.PSRemotingTransportRedirectException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.Remoting.PSRemotingTransportRedirectException`.
pub static PS_REMOTING_TRANSPORT_REDIRECT_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.Remoting.PSRemotingTransportException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("string RedirectLocation {get;}", redirect_location),
    ],
    ..FacadeType::class("System.Management.Automation.Remoting.PSRemotingTransportRedirectException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "An error of type \"System.Management.Automation.Remoting.PSRemotingTransportRedirectException\" has occurred.",
    )
}

fn redirect_location(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "RedirectLocation")
}
