//! `System.Management.Automation.AliasInfo`.

use super::info;
use crate::command::{Alias, CommandInfo};
use crate::facade::runspace;
use pwsh_value::ty::{Call, FacadeType, named, property};
use pwsh_value::{PsString, Result, Value};

pub(in crate::facade) static ALIAS_INFO: FacadeType = FacadeType {
    base: "System.Management.Automation.CommandInfo",
    members: &[
        property("System.Management.Automation.CommandInfo ReferencedCommand {get;}", referenced),
        property("System.Management.Automation.CommandInfo ResolvedCommand {get;}", resolved),
        property("System.Management.Automation.ScopedItemOptions Options {get;}", options),
        property("string Description {get;}", description),
    ],
    ..FacadeType::class("System.Management.Automation.AliasInfo")
};

fn alias(call: &Call<'_>) -> Alias {
    match info(call) {
        CommandInfo::Alias(alias) => alias,
        CommandInfo::Command(command) => Alias::new(command.name(), PsString::empty()),
    }
}

/// The next command on the way, which may be an alias too.
fn referenced(call: &mut Call<'_>) -> Result<Value> {
    let definition = alias(call).definition;
    let rs = runspace(call.cx);
    if let Some(next) = rs.alias(&definition) {
        return Ok(CommandInfo::Alias(next).object());
    }
    Ok(rs.find_command(&definition)?.map_or(Value::Null, |command| CommandInfo::value(&command)))
}

fn resolved(call: &mut Call<'_>) -> Result<Value> {
    let definition = alias(call).definition;
    let found = runspace(call.cx).find_command(&definition)?;
    Ok(found.map_or(Value::Null, |command| CommandInfo::value(&command)))
}

fn options(call: &mut Call<'_>) -> Result<Value> {
    let bits = alias(call).options.bits();
    Ok(Value::enumeration(&named("System.Management.Automation.ScopedItemOptions"), bits))
}

fn description(call: &mut Call<'_>) -> Result<Value> {
    Ok(alias(call).description.into())
}
