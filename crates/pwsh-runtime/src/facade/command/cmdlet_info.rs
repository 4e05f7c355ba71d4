//! `System.Management.Automation.CmdletInfo`.

use super::{info, meta, verb_and_noun};
use crate::command::{CommandInfo, CommandRef};
use pwsh_value::ty::{Call, FacadeType, named, property};
use pwsh_value::{Result, Value};

pub(in crate::facade) static CMDLET_INFO: FacadeType = FacadeType {
    base: "System.Management.Automation.CommandInfo",
    members: &[
        property("string Verb {get;}", verb),
        property("string Noun {get;}", noun),
        property("string HelpFile {get;}", help_file),
        property("System.Management.Automation.PSSnapInInfo PSSnapIn {get;}", snap_in),
        property("type ImplementingType {get;}", implementing_type),
        property("string DefaultParameterSet {get;}", default_set),
        property("System.Management.Automation.ScopedItemOptions Options {get;}", options),
    ],
    ..FacadeType::class("System.Management.Automation.CmdletInfo")
};

pub(super) fn verb(call: &mut Call<'_>) -> Result<Value> {
    Ok(verb_and_noun(call).0.into())
}

pub(super) fn noun(call: &mut Call<'_>) -> Result<Value> {
    Ok(verb_and_noun(call).1.into())
}

fn help_file(call: &mut Call<'_>) -> Result<Value> {
    let assembly = match &*info(call).module_name().to_str() {
        "Microsoft.PowerShell.Core" => "System.Management.Automation.dll".to_owned(),
        "Microsoft.PowerShell.Utility" => "Microsoft.PowerShell.Commands.Utility.dll".to_owned(),
        "Microsoft.PowerShell.Management" => "Microsoft.PowerShell.Commands.Management.dll".to_owned(),
        other => format!("{other}.dll"),
    };
    Ok(format!("{assembly}-Help.xml").into())
}

fn snap_in(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Null)
}

fn implementing_type(call: &mut Call<'_>) -> Result<Value> {
    let CommandInfo::Command(CommandRef::Cmdlet(declaration)) = info(call) else { return Ok(Value::Null) };
    Ok(named(&declaration.class_name()).into())
}

pub(super) fn default_set(call: &mut Call<'_>) -> Result<Value> {
    let set = meta(call)?.and_then(|meta| meta.default_set.clone());
    Ok(set.map_or(Value::Null, Value::String))
}

pub(super) fn options(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.Management.Automation.ScopedItemOptions"), 0))
}
