//! `System.Management.Automation.SessionState`.

use super::Of;
use super::engine_intrinsics::invoke_command;
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Result, Value};

pub(in crate::facade) static SESSION_STATE: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.PathIntrinsics Path {get;}", path),
        property("System.Management.Automation.PSVariableIntrinsics PSVariable {get;}", variables),
        property(
            "System.Management.Automation.CommandInvocationIntrinsics InvokeCommand {get;}",
            invoke_command,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.SessionState")
};

fn path(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Of>().object("System.Management.Automation.PathIntrinsics"))
}

fn variables(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Of>().object("System.Management.Automation.PSVariableIntrinsics"))
}
