//! `System.Management.Automation.Remoting.PSRemotingDataStructureException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.Remoting.PSRemotingDataStructureException`.
pub static PS_REMOTING_DATA_STRUCTURE_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Management.Automation.Remoting.PSRemotingDataStructureException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(
        call,
        "An error of type \"System.Management.Automation.Remoting.PSRemotingDataStructureException\" has occurred.",
    )
}
