//! `$Host`: `System.Management.Automation.Host.PSHost`.

use super::{asked, host, view};
use crate::facade::runspace;
use pwsh_value::ty::{Call, FacadeType, method, named, property};
use pwsh_value::{Context, Result, Value};

/// The engine's version.
pub(crate) const VERSION: &str = "7.6.5";

pub(in crate::facade) static PS_HOST: FacadeType = FacadeType {
    members: &[
        property("string Name {get;}", name),
        property("version Version {get;}", version),
        property("guid InstanceId {get;}", instance),
        property("System.Management.Automation.Host.PSHostUserInterface UI {get;}", ui),
        property("cultureinfo CurrentCulture {get;}", culture),
        property("cultureinfo CurrentUICulture {get;}", culture),
        property("psobject PrivateData {get;}", |_| Ok(Value::Null)),
        property("bool DebuggerEnabled {get;}", |_| Ok(Value::Bool(true))),
        property("bool IsRunspacePushed {get;}", |_| Ok(Value::Bool(false))),
        method("void SetShouldExit(int exitCode)", set_should_exit),
        method("void EnterNestedPrompt()", |call| named_call(call, "EnterNestedPrompt")),
        // no nested prompt was ever entered
        method("void ExitNestedPrompt()", |_| Ok(Value::Void)),
        method("void NotifyBeginApplication()", |_| Ok(Value::Void)),
        method("void NotifyEndApplication()", |_| Ok(Value::Void)),
        method("void PopRunspace()", |call| named_call(call, "PopRunspace")),
    ],
    ..FacadeType::class("System.Management.Automation.Internal.Host.InternalHost")
};

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(match host(call) {
        Some(host) => host.name().into(),
        None => Value::str("ServerRemoteHost"),
    })
}

fn version(call: &mut Call<'_>) -> Result<Value> {
    runspace(call.cx).construct(&named("System.Version"), vec![Value::str(VERSION)])
}

/// One id for each session, however many runspaces it has.
#[derive(Default)]
struct Instance(std::sync::OnceLock<uuid::Uuid>);

fn instance(call: &mut Call<'_>) -> Result<Value> {
    let instance = call.cx.process().statics::<Instance>();
    Ok((*instance.0.get_or_init(uuid::Uuid::new_v4)).into())
}

/// The session's culture: a host's own stays with its client.
fn culture(call: &mut Call<'_>) -> Result<Value> {
    let name = Value::str(&*call.cx.process().culture());
    call.cx.construct(&named("System.Globalization.CultureInfo"), vec![name])
}

fn ui(_: &mut Call<'_>) -> Result<Value> {
    Ok(view("System.Management.Automation.Internal.Host.InternalHostUserInterface"))
}

fn set_should_exit(call: &mut Call<'_>) -> Result<Value> {
    let code = call.int(0);
    if let Some(host) = host(call) {
        host.set_should_exit(runspace(call.cx), code)?;
    }
    Ok(Value::Void)
}

fn named_call(call: &mut Call<'_>, method: &str) -> Result<Value> {
    asked(call)?.call(runspace(call.cx), method, &[])
}
