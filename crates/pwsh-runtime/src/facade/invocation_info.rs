//! `System.Management.Automation.InvocationInfo`.

use crate::command::{CommandInfo, CommandRef, Invocation};
use crate::error_record::{ErrorRecord, Position};
use pwsh_value::payload::{Dictionary, Keys, List};
use pwsh_value::ty::{Call, FacadeType, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// How and where a command was called.
pub struct InvocationInfo {
    /// The call, `None` for an error of the language itself.
    pub call: Option<Arc<Invocation>>,
    /// Where it stands.
    pub position: Option<Position>,
}

impl Payload for InvocationInfo {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.call.iter().flat_map(|c| &c.bound).for_each(|(_, value)| visit(value));
    }
}

impl InvocationInfo {
    /// That of an error record, if it knows where it happened.
    pub fn of_record(record: &ErrorRecord) -> Option<InvocationInfo> {
        let position = record.position.clone();
        (record.call.is_some() || position.is_some())
            .then(|| InvocationInfo { call: record.call.clone(), position })
    }

    /// That of a call.
    pub fn of_call(call: Arc<Invocation>) -> InvocationInfo {
        let position = call.position.clone().map(|(source, extent)| Position { source, extent });
        InvocationInfo { call: Some(call), position }
    }

    /// The information as an object.
    pub fn object(self) -> Obj {
        Obj::new(named("System.Management.Automation.InvocationInfo"), self)
    }

    /// `ScriptLineNumber`, 0 for none.
    pub fn line_number(&self) -> i32 {
        self.position.as_ref().map_or(0, |p| p.source.line_of(p.extent.start) as i32)
    }

    /// `OffsetInLine`, 0 for none.
    pub fn column(&self) -> i32 {
        self.position.as_ref().map_or(0, |p| p.source.line_column(p.extent.start).column as i32)
    }

    /// `Line`.
    pub fn line(&self) -> PsString {
        self.position
            .as_ref()
            .map_or_else(PsString::empty, |p| p.source.line_text(p.source.line_of(p.extent.start)).into())
    }

    /// `Statement`.
    pub fn statement(&self) -> PsString {
        self.position.as_ref().map_or_else(PsString::empty, |p| p.source.slice(p.extent).into())
    }

    /// `PositionMessage`.
    pub fn position_message(&self) -> PsString {
        self.position
            .as_ref()
            .map_or_else(PsString::empty, |p| pwsh_syntax::position_message(&p.source, p.extent).into())
    }

    /// `ScriptName`, `None` for text that is no file's.
    pub fn script_name(&self) -> Option<PsString> {
        self.position.as_ref()?.source.file().map(|f| PsString::from(&**f))
    }
}

pub(super) static INVOCATION_INFO: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.CommandInfo MyCommand {get;}", my_command),
        property("System.Collections.Generic.Dictionary[string,System.Object] BoundParameters {get;}", bound),
        property("System.Collections.Generic.List[System.Object] UnboundArguments {get;}", unbound),
        property("int ScriptLineNumber {get;}", line_number),
        property("int OffsetInLine {get;}", column),
        property("long HistoryId {get;}", history_id),
        property("string ScriptName {get;}", script_name),
        property("string Line {get;}", line),
        property("string Statement {get;}", statement),
        property("string PositionMessage {get;}", position_message),
        property("string PSScriptRoot {get;}", script_root),
        property("string PSCommandPath {get;}", command_path),
        property("string InvocationName {get;}", invocation_name),
        property("int PipelineLength {get;}", pipeline_length),
        property("int PipelinePosition {get;}", pipeline_position),
        property("bool ExpectingInput {get;}", expecting_input),
        property("System.Management.Automation.CommandOrigin CommandOrigin {get;}", origin),
        property(
            "System.Management.Automation.Language.IScriptExtent DisplayScriptPosition {get;}",
            display_position,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.InvocationInfo")
};

fn my_command(call: &mut Call<'_>) -> Result<Value> {
    let info = call.this::<InvocationInfo>();
    Ok(info.call.as_ref().map_or(Value::Null, |c| CommandInfo::value(&c.command)))
}

fn bound(call: &mut Call<'_>) -> Result<Value> {
    let ty = named("System.Management.Automation.PSBoundParametersDictionary");
    let table = Obj::new(ty, Dictionary::new(Keys::IgnoreCase));
    let info = call.this::<InvocationInfo>();
    if let (Some(table), Some(call)) = (table.get::<Dictionary>(), &info.call) {
        for (name, value) in &call.bound {
            table.set_str(name.clone(), value.clone());
        }
    }
    Ok(Value::Object(table))
}

fn unbound(call: &mut Call<'_>) -> Result<Value> {
    let ty = call.cx.find_type("System.Collections.Generic.List[System.Object]");
    Ok(match ty {
        Some(ty) => Value::Object(Obj::new(ty, List::of_values(Vec::new()))),
        None => Value::Object(Obj::array(Vec::new())),
    })
}

fn line_number(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InvocationInfo>().line_number().into())
}

fn column(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InvocationInfo>().column().into())
}

fn history_id(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Int64(-1))
}

fn script_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InvocationInfo>().script_name().into())
}

fn line(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InvocationInfo>().line().into())
}

fn statement(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InvocationInfo>().statement().into())
}

fn position_message(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InvocationInfo>().position_message().into())
}

fn script_root(call: &mut Call<'_>) -> Result<Value> {
    let file = call.this::<InvocationInfo>().script_name();
    let folder = file.and_then(|f| f.to_str().rsplit_once('/').map(|(folder, _)| PsString::from(folder)));
    Ok(folder.unwrap_or_else(PsString::empty).into())
}

fn command_path(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InvocationInfo>().script_name().unwrap_or_else(PsString::empty).into())
}

fn invocation_name(call: &mut Call<'_>) -> Result<Value> {
    let info = call.this::<InvocationInfo>();
    Ok(info.call.as_ref().map_or_else(PsString::empty, |c| c.name.clone()).into())
}

fn pipeline_length(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InvocationInfo>().call.as_ref().map_or(0, |c| c.pipeline.1 as i32).into())
}

fn pipeline_position(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InvocationInfo>().call.as_ref().map_or(0, |c| c.pipeline.0 as i32).into())
}

fn expecting_input(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InvocationInfo>().call.as_ref().is_some_and(|c| c.expects_input).into())
}

/// A pipeline's own script comes from the client (`Runspace`), everything else from a script (`Internal`).
fn origin(call: &mut Call<'_>) -> Result<Value> {
    let command = call.this::<InvocationInfo>().call.as_ref().map(|call| call.command.clone());
    let internal = !matches!(command, None | Some(CommandRef::Block));
    Ok(Value::enumeration(&named("System.Management.Automation.CommandOrigin"), internal.into()))
}

fn display_position(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Null)
}
