//! `System.Management.Automation.SessionState`.

use super::Of;
use super::engine_intrinsics::invoke_command;
use crate::facade::{ModuleObject, runspace};
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, close_generic, known, named, property};
use pwsh_value::{Obj, Result, Value};

pub(in crate::facade) static SESSION_STATE: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.PathIntrinsics Path {get;}", path),
        property("System.Management.Automation.PSVariableIntrinsics PSVariable {get;}", variables),
        property("System.Management.Automation.PSLanguageMode LanguageMode {get;}", language_mode),
        // every program and every script may be run; a configuration shows by its commands what may not
        property("System.Collections.Generic.List[string] Applications {get;}", any),
        property("System.Collections.Generic.List[string] Scripts {get;}", any),
        property("psmoduleinfo Module {get;}", module),
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

fn any(_: &mut Call<'_>) -> Result<Value> {
    let ty = close_generic(&named("System.Collections.Generic.List`1"), vec![known().string.clone()]);
    Ok(Value::Object(Obj::new(ty, List::of_values(vec![Value::str("*")]))))
}

fn language_mode(call: &mut Call<'_>) -> Result<Value> {
    let rs = runspace(call.cx);
    let mode = if rs.is_bound_by_policy() { rs.policy.language as i64 } else { 0 };
    Ok(Value::enumeration(&named("System.Management.Automation.PSLanguageMode"), mode))
}

fn module(call: &mut Call<'_>) -> Result<Value> {
    let home = call.this::<Of>().0;
    let rs = runspace(call.cx);
    let module = home.and_then(|home| rs.modules.of_scope(home)).cloned();
    Ok(module.map_or(Value::Null, ModuleObject::object))
}

fn variables(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Of>().object("System.Management.Automation.PSVariableIntrinsics"))
}
