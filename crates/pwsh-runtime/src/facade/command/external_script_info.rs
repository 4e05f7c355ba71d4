//! `System.Management.Automation.ExternalScriptInfo`: a script file.

use super::application_info::path;
use super::info;
use crate::command::{CommandInfo, CommandRef, ScriptBlock};
use crate::facade::runspace;
use crate::source_text;
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Error, Result, Value};

pub(in crate::facade) static EXTERNAL_SCRIPT_INFO: FacadeType = FacadeType {
    base: "System.Management.Automation.CommandInfo",
    members: &[
        property("string Path {get;}", path),
        property("scriptblock ScriptBlock {get;}", script_block),
        property("string ScriptContents {get;}", contents),
    ],
    ..FacadeType::class("System.Management.Automation.ExternalScriptInfo")
};

fn script_block(call: &mut Call<'_>) -> Result<Value> {
    let CommandInfo::Command(CommandRef::Script(path)) = info(call) else { return Ok(Value::Null) };
    let block = runspace(call.cx).script_block(&path)?;
    Ok(Value::Object(ScriptBlock::object(block)))
}

fn contents(call: &mut Call<'_>) -> Result<Value> {
    let CommandInfo::Command(CommandRef::Script(path)) = info(call) else { return Ok(Value::Null) };
    let text = source_text::read(&path);
    text.map(Value::from).map_err(|error| Error::new("System.IO.IOException", error.to_string()))
}
