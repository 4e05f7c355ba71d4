//! `System.Management.Automation.Host.HostException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.Host.HostException`.
pub static HOST_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.Host.HostException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "An error of type \"System.Management.Automation.Host.HostException\" has occurred.",
    )
}
