//! `System.Management.Automation.EngineIntrinsics`: `$ExecutionContext`.

use super::Of;
use crate::facade::runspace;
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Name, Result, Value};

pub(in crate::facade) static ENGINE_INTRINSICS: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.Host.PSHost Host {get;}", host),
        property("System.Management.Automation.SessionState SessionState {get;}", session_state),
        property(
            "System.Management.Automation.CommandInvocationIntrinsics InvokeCommand {get;}",
            invoke_command,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.EngineIntrinsics")
};

fn host(call: &mut Call<'_>) -> Result<Value> {
    Ok(runspace(call.cx).lookup(Name::intern("Host")))
}

fn session_state(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Of>().object("System.Management.Automation.SessionState"))
}

pub(super) fn invoke_command(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Of>().object("System.Management.Automation.CommandInvocationIntrinsics"))
}
