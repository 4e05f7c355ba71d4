//! `$PSCmdlet`: `System.Management.Automation.PSScriptCmdlet`, the engine's services to an advanced function.

use super::InvocationInfo;
use super::runspace;
use super::session_state::unresolved;
use crate::command::{Invocation, Io};
use crate::error_record::ErrorRecord;
use crate::record::InformationRecord;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Context, Error, Name, Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// The call that `$PSCmdlet` speaks for.
pub struct PsCmdlet {
    /// The call.
    pub call: Arc<Invocation>,
}

impl Payload for PsCmdlet {}

impl PsCmdlet {
    /// `$PSCmdlet` for a call.
    pub fn object(call: Arc<Invocation>) -> Obj {
        Obj::new(named("System.Management.Automation.PSScriptCmdlet"), PsCmdlet { call })
    }
}

pub(super) static PS_CMDLET: FacadeType = FacadeType {
    members: &[
        property("string ParameterSetName {get;}", set_name),
        property("System.Management.Automation.InvocationInfo MyInvocation {get;}", my_invocation),
        property("System.Management.Automation.Host.PSHost Host {get;}", host),
        property("bool Stopping {get;}", stopping),
        property("System.Management.Automation.ICommandRuntime CommandRuntime {get;}", command_runtime),
        property("System.Management.Automation.SessionState SessionState {get;}", session_state),
        property(
            "System.Management.Automation.CommandInvocationIntrinsics InvokeCommand {get;}",
            invoke_command,
        ),
        method("string GetUnresolvedProviderPathFromPSPath(string path)", unresolved),
        method("void WriteObject(System.Object sendToPipeline)", write_object),
        method(
            "void WriteObject(System.Object sendToPipeline, bool enumerateCollection)",
            write_object_enumerated,
        ),
        method("void WriteError(System.Management.Automation.ErrorRecord errorRecord)", write_error),
        method(
            "void ThrowTerminatingError(System.Management.Automation.ErrorRecord errorRecord)",
            throw_error,
        ),
        method("void WriteWarning(string text)", write_warning),
        method("void WriteVerbose(string text)", write_verbose),
        method("void WriteDebug(string text)", write_debug),
        method("void WriteInformation(System.Object messageData, string[] tags)", write_information),
        method(
            "void WriteInformation(System.Management.Automation.InformationRecord informationRecord)",
            write_information_record,
        ),
        method("bool ShouldProcess(string target)", should_process),
        method("bool ShouldProcess(string target, string action)", should_process),
        method(
            "bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)",
            should_process_described,
        ),
        method("bool ShouldContinue(string query, string caption)", should_continue),
        method("System.Object GetVariableValue(string name)", variable_value),
        method("System.Object GetVariableValue(string name, System.Object defaultValue)", variable_value),
    ],
    ..FacadeType::class("System.Management.Automation.PSScriptCmdlet")
};

/// `$PSCmdlet.CommandRuntime`: where the command's streams go.
pub(super) static MSH_COMMAND_RUNTIME: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.Host.PSHost Host {get;}", host),
        method("void WriteObject(System.Object sendToPipeline)", write_object),
        method(
            "void WriteObject(System.Object sendToPipeline, bool enumerateCollection)",
            write_object_enumerated,
        ),
        method("void WriteError(System.Management.Automation.ErrorRecord errorRecord)", write_error),
        method(
            "void ThrowTerminatingError(System.Management.Automation.ErrorRecord errorRecord)",
            throw_error,
        ),
        method("void WriteWarning(string text)", write_warning),
        method("void WriteVerbose(string text)", write_verbose),
        method("void WriteDebug(string text)", write_debug),
        method("bool ShouldProcess(string target)", should_process),
        method("bool ShouldProcess(string target, string action)", should_process),
        method("bool ShouldContinue(string query, string caption)", should_continue),
    ],
    hooks: Hooks { to_string: Some(command_name), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.MshCommandRuntime")
};

fn command_name(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let cmdlet = this.cell().and_then(|obj| obj.get::<PsCmdlet>());
    Ok(cmdlet.map_or_else(PsString::empty, |cmdlet| cmdlet.payload().call.command.name()))
}

fn with<R>(call: &mut Call<'_>, work: impl FnOnce(&mut Io<'_>, &[Value]) -> Result<R>) -> Result<R> {
    let invocation = call.this::<PsCmdlet>().call.clone();
    let rs = runspace(call.cx);
    work(&mut Io { rs, call: &invocation }, call.args)
}

fn set_name(call: &mut Call<'_>) -> Result<Value> {
    let set = call.this::<PsCmdlet>().call.set.clone();
    Ok(if set.is_empty() { "__AllParameterSets".into() } else { set.into() })
}

fn my_invocation(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(InvocationInfo::of_call(call.this::<PsCmdlet>().call.clone()).object()))
}

fn host(call: &mut Call<'_>) -> Result<Value> {
    Ok(runspace(call.cx).lookup(Name::intern("Host")))
}

fn command_runtime(call: &mut Call<'_>) -> Result<Value> {
    let invocation = call.this::<PsCmdlet>().call.clone();
    let ty = named("System.Management.Automation.MshCommandRuntime");
    Ok(Value::Object(Obj::new(ty, PsCmdlet { call: invocation })))
}

fn session_state(call: &mut Call<'_>) -> Result<Value> {
    let home = runspace(call.cx).home_of_current();
    Ok(super::session_state::session_state(home))
}

fn invoke_command(call: &mut Call<'_>) -> Result<Value> {
    let state = session_state(call)?;
    call.cx.get_property(&state, "InvokeCommand")
}

fn stopping(call: &mut Call<'_>) -> Result<Value> {
    Ok(runspace(call.cx).attention.is_stopping().into())
}

fn write_object(call: &mut Call<'_>) -> Result<Value> {
    with(call, |io, args| io.write(args[0].clone()))?;
    Ok(Value::Void)
}

fn write_object_enumerated(call: &mut Call<'_>) -> Result<Value> {
    let each = call.bool(1);
    with(call, |io, args| if each { io.write_each(args[0].clone()) } else { io.write(args[0].clone()) })?;
    Ok(Value::Void)
}

/// The record that a function reports carries the function's name in its id and activity.
fn reported(call: &Call<'_>) -> Result<ErrorRecord> {
    let Some(record) = call.payload::<ErrorRecord>(0) else {
        return Err(Error::argument("Value cannot be null.", "errorRecord"));
    };
    let mut record = record.payload().clone();
    let invocation = &call.this::<PsCmdlet>().call;
    if record.call.is_none() {
        let name = invocation.command.name();
        if !name.is_empty() {
            record.id = format!("{},{name}", record.id).into();
        }
        record.names.lock().activity = name;
        record.call = Some(invocation.clone());
        record.position = invocation
            .position
            .clone()
            .map(|(source, extent)| crate::error_record::Position { source, extent });
    }
    Ok(record)
}

fn write_error(call: &mut Call<'_>) -> Result<Value> {
    let record = reported(call)?;
    with(call, |io, _| io.write_error_record(record))?;
    Ok(Value::Void)
}

fn throw_error(call: &mut Call<'_>) -> Result<Value> {
    let record = reported(call)?;
    let mut error = Error::throw(record.exception.clone());
    if let Some(thrown) = error.thrown_mut() {
        thrown.record = Some(Value::Object(record.object()));
        thrown.terminating = true;
    }
    Err(error)
}

fn write_warning(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0);
    with(call, |io, _| io.warning(text))?;
    Ok(Value::Void)
}

fn write_verbose(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0);
    with(call, |io, _| io.verbose(text))?;
    Ok(Value::Void)
}

fn write_debug(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0);
    with(call, |io, _| io.debug(text))?;
    Ok(Value::Void)
}

fn write_information(call: &mut Call<'_>) -> Result<Value> {
    let tags = call.cx.enumerate(&call.args[1])?.unwrap_or_default();
    let tags = tags.iter().map(|tag| call.cx.to_text(tag)).collect::<Result<_>>()?;
    with(call, |io, args| {
        let source = io.call.command.name();
        io.rs.write_information(io.call, InformationRecord::now(args[0].clone(), source, tags))
    })?;
    Ok(Value::Void)
}

fn write_information_record(call: &mut Call<'_>) -> Result<Value> {
    let Some(record) = call.payload::<InformationRecord>(0) else {
        return Err(Error::argument("Value cannot be null.", "informationRecord"));
    };
    let record = record.payload().clone();
    with(call, |io, _| io.rs.write_information(io.call, record))?;
    Ok(Value::Void)
}

fn should_process(call: &mut Call<'_>) -> Result<Value> {
    let target = call.str(0);
    let action = if call.args.len() > 1 { call.str(1) } else { call.this::<PsCmdlet>().call.command.name() };
    with(call, |io, _| io.should_process(&target.to_str(), &action.to_str())).map(Value::Bool)
}

fn should_process_described(call: &mut Call<'_>) -> Result<Value> {
    let (description, warning, caption) = (call.str(0), call.str(1), call.str(2));
    with(call, |io, _| io.rs.should_process_described(io.call, &description, &warning, &caption))
        .map(Value::Bool)
}

fn should_continue(call: &mut Call<'_>) -> Result<Value> {
    let (query, caption) = (call.str(0), call.str(1));
    runspace(call.cx).should_continue(&query, &caption).map(Value::Bool)
}

fn variable_value(call: &mut Call<'_>) -> Result<Value> {
    let name = call.str(0);
    let rs = runspace(call.cx);
    let found = match Name::find(&name.to_str()) {
        Some(name) if rs.variable_exists(name) => Some(rs.lookup(name)),
        _ => None,
    };
    Ok(found.unwrap_or_else(|| call.args.get(1).cloned().unwrap_or_default()))
}
