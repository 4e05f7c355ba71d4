//! `System.Management.Automation.FunctionInfo` and `FilterInfo`; `ScriptInfo`, the command of a bare block.

use super::cmdlet_info::{default_set, noun, options, verb};
use super::{function, meta};
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Result, Value};

pub(in crate::facade) static FUNCTION_INFO: FacadeType = FacadeType {
    base: "System.Management.Automation.CommandInfo",
    members: &[
        property("scriptblock ScriptBlock {get;}", script_block),
        property("bool CmdletBinding {get;}", cmdlet_binding),
        property("string DefaultParameterSet {get;}", default_set),
        property("System.Management.Automation.ScopedItemOptions Options {get;}", options),
        property("string Description {get;}", description),
        property("string Verb {get;}", verb),
        property("string Noun {get;}", noun),
        property("string HelpFile {get;}", help_file),
    ],
    ..FacadeType::class("System.Management.Automation.FunctionInfo")
};

pub(in crate::facade) static FILTER_INFO: FacadeType = FacadeType {
    base: "System.Management.Automation.FunctionInfo",
    ..FacadeType::class("System.Management.Automation.FilterInfo")
};

pub(in crate::facade) static SCRIPT_INFO: FacadeType = FacadeType {
    base: "System.Management.Automation.CommandInfo",
    ..FacadeType::class("System.Management.Automation.ScriptInfo")
};

fn script_block(call: &mut Call<'_>) -> Result<Value> {
    Ok(function(call).map_or(Value::Null, |function| Value::Object(function.body.clone())))
}

fn cmdlet_binding(call: &mut Call<'_>) -> Result<Value> {
    Ok(meta(call)?.is_some_and(|meta| meta.cmdlet_binding).into())
}

fn description(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(""))
}

fn help_file(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(""))
}
