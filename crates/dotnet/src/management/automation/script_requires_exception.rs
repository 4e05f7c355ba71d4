//! `System.Management.Automation.ScriptRequiresException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.ScriptRequiresException`.
pub static SCRIPT_REQUIRES_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("string CommandName {get;}", command_name),
        property("version RequiresPSVersion {get;}", requires_ps_version),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[string] MissingPSSnapIns {get;}",
            missing_ps_snap_ins,
        ),
        property("string RequiresShellId {get;}", requires_shell_id),
        property("string RequiresShellPath {get;}", requires_shell_path),
    ],
    ..FacadeType::class("System.Management.Automation.ScriptRequiresException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System error.")
}

fn command_name(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "CommandName")
}

fn requires_ps_version(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "RequiresPSVersion")
}

fn missing_ps_snap_ins(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "MissingPSSnapIns")
}

fn requires_shell_id(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "RequiresShellId")
}

fn requires_shell_path(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "RequiresShellPath")
}
