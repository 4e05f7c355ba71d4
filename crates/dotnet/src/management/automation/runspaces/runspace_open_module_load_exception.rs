//! `System.Management.Automation.Runspaces.RunspaceOpenModuleLoadException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.Runspaces.RunspaceOpenModuleLoadException`.
pub static RUNSPACE_OPEN_MODULE_LOAD_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property(
            "System.Management.Automation.PSDataCollection[System.Management.Automation.ErrorRecord] ErrorRecords {get;}",
            error_records,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.Runspaces.RunspaceOpenModuleLoadException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Management.Automation.ScriptBlockToPowerShellNotSupportedException")
}

fn error_records(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecords")
}
