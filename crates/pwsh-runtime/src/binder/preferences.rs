//! The common parameters: those that every cmdlet and advanced function has.

use crate::command::{CommonParameters, ParameterMeta, Preference, SetMember, Validation};
use pwsh_value::payload::{EnumNumber, Switch};
use pwsh_value::ty::{known, named};
use pwsh_value::{PsString, Type, Value};

/// The common parameters, with -WhatIf and -Confirm for a command that takes them.
pub(crate) fn parameters(should_process: bool) -> Vec<ParameterMeta> {
    let k = known();
    let action = named("System.Management.Automation.ActionPreference");
    let mut list = vec![
        parameter("Verbose", "vb", &k.switch_parameter),
        parameter("Debug", "db", &k.switch_parameter),
        parameter("ErrorAction", "ea", &action),
        parameter("WarningAction", "wa", &action),
        parameter("InformationAction", "infa", &action),
        parameter("ProgressAction", "proga", &action),
        parameter("ErrorVariable", "ev", &k.string),
        parameter("WarningVariable", "wv", &k.string),
        parameter("InformationVariable", "iv", &k.string),
        parameter("OutVariable", "ov", &k.string),
        parameter("OutBuffer", "ob", &k.int32),
        parameter("PipelineVariable", "pv", &k.string),
    ];
    if let Some(buffer) = list.iter_mut().find(|p| p.name.is("OutBuffer")) {
        buffer.validations.push(Validation::Range { min: Value::Int32(0), max: Value::Int32(i32::MAX) });
    }
    if should_process {
        list.push(parameter("WhatIf", "wi", &k.switch_parameter));
        list.push(parameter("Confirm", "cf", &k.switch_parameter));
    }
    list
}

fn parameter(name: &str, alias: &str, ty: &Type) -> ParameterMeta {
    ParameterMeta {
        name: name.into(),
        aliases: vec![alias.into()],
        ty: ty.clone(),
        sets: vec![SetMember::ALL],
        validations: Vec::new(),
        dont_show: false,
        dynamic: false,
        obsolete: None,
    }
}

/// Notes the value of the common parameter `name`. -OutBuffer says how many objects may wait in a buffer; there
/// is none here.
pub(super) fn note(common: &mut CommonParameters, name: &PsString, value: &Value) {
    match &*name.to_str() {
        "Verbose" => common.verbose = switch(value),
        "Debug" => common.debug = switch(value),
        "WhatIf" => common.what_if = switch(value),
        "Confirm" => common.confirm = switch(value),
        "ErrorAction" => common.error_action = action(value),
        "WarningAction" => common.warning_action = action(value),
        "InformationAction" => common.information_action = action(value),
        "ProgressAction" => common.progress_action = action(value),
        "ErrorVariable" => common.error_variable = variable(value),
        "WarningVariable" => common.warning_variable = variable(value),
        "InformationVariable" => common.information_variable = variable(value),
        "OutVariable" => common.out_variable = variable(value),
        "PipelineVariable" => common.pipeline_variable = value.as_string().cloned(),
        _ => {}
    }
}

fn switch(value: &Value) -> Option<bool> {
    value.as_object()?.get::<Switch>().map(|s| s.0)
}

fn action(value: &Value) -> Option<Preference> {
    match value.as_object()?.get::<EnumNumber>()?.0 {
        0 => Some(Preference::SilentlyContinue),
        1 => Some(Preference::Stop),
        2 => Some(Preference::Continue),
        3 => Some(Preference::Inquire),
        4 => Some(Preference::Ignore),
        6 => Some(Preference::Break),
        _ => None,
    }
}

/// A variable's name, `+` before it to append.
fn variable(value: &Value) -> Option<(PsString, bool)> {
    let name = value.as_string()?;
    match name.to_str().strip_prefix('+') {
        Some(bare) => Some((bare.into(), true)),
        None => Some((name.clone(), false)),
    }
}
