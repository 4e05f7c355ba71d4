//! `System.Management.Automation.ApplicationInfo`: a program.

use super::info;
use crate::command::{CommandInfo, CommandRef};
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Result, Value};

pub(in crate::facade) static APPLICATION_INFO: FacadeType = FacadeType {
    base: "System.Management.Automation.CommandInfo",
    members: &[property("string Path {get;}", path), property("string Extension {get;}", extension)],
    ..FacadeType::class("System.Management.Automation.ApplicationInfo")
};

pub(super) fn path(call: &mut Call<'_>) -> Result<Value> {
    Ok(match info(call) {
        CommandInfo::Command(CommandRef::Native(path) | CommandRef::Script(path)) => {
            path.to_string_lossy().into_owned().into()
        }
        _ => Value::Null,
    })
}

fn extension(call: &mut Call<'_>) -> Result<Value> {
    let CommandInfo::Command(CommandRef::Native(path)) = info(call) else { return Ok(Value::Null) };
    Ok(path.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default().into())
}
