//! `System.Management.Automation.Host.PromptingException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.Host.PromptingException`.
pub static PROMPTING_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.Host.HostException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.Host.PromptingException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "An error of type \"System.Management.Automation.Host.PromptingException\" has occurred.",
    )
}
