//! `System.Management.Automation.CommandInfo`: what all kinds of commands have in common.

use super::parameter_metadata::ParameterMetadata;
use super::parameter_set_info;
use super::ps_type_name;
use super::{info, meta};
use crate::command::{CommandInfo, CommandRef, ParameterMeta};
use crate::facade::collection::{dictionary, read_only};
use crate::facade::{ModuleObject, runspace};
use crate::module::{Module, built_in};
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, method, named, property, property_rw};
use pwsh_value::{Context, Error, PsString, Result, Value};
use std::sync::Arc;

pub(in crate::facade) static COMMAND_INFO: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    members: &[
        property("string Name {get;}", name),
        property("System.Management.Automation.CommandTypes CommandType {get;}", command_type),
        property("string Source {get;}", source),
        property("version Version {get;}", version),
        property_rw(
            "System.Management.Automation.SessionStateEntryVisibility Visibility {get;set;}",
            visibility,
            set_visibility,
        ),
        property("string ModuleName {get;}", module_name),
        property("psmoduleinfo Module {get;}", module),
        property("System.Management.Automation.RemotingCapability RemotingCapability {get;}", remoting),
        property(
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata] Parameters {get;}",
            parameters,
        ),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterSetInfo] ParameterSets {get;}",
            parameter_sets,
        ),
        property("string Definition {get;}", definition),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.PSTypeName] OutputType {get;}",
            output_type,
        ),
        method("System.Management.Automation.ParameterMetadata ResolveParameter(string name)", resolve),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.CommandInfo")
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let info = this.cell().and_then(|obj| obj.get::<CommandInfo>());
    Ok(info.map_or_else(PsString::empty, |info| info.name()))
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(info(call).name().into())
}

fn command_type(call: &mut Call<'_>) -> Result<Value> {
    let kind = info(call).command_type();
    Ok(Value::enumeration(&named("System.Management.Automation.CommandTypes"), kind.0))
}

/// The module's name, or the file.
fn source(call: &mut Call<'_>) -> Result<Value> {
    Ok(match info(call) {
        CommandInfo::Command(CommandRef::Native(path) | CommandRef::Script(path)) => {
            path.to_string_lossy().into_owned().into()
        }
        other => other.module_name().into(),
    })
}

fn version(call: &mut Call<'_>) -> Result<Value> {
    let text = match info(call) {
        CommandInfo::Command(CommandRef::Native(_)) => "0.0.0.0".to_owned(),
        CommandInfo::Command(CommandRef::Cmdlet(declaration)) => match declaration.module {
            built_in::CORE => crate::facade::host::VERSION.to_owned(),
            _ => built_in::VERSION.to_owned(),
        },
        _ => match module_of(call) {
            Some(module) => module.manifest.version.to_string(),
            None => return Ok(Value::Null),
        },
    };
    call.cx.construct(&named("System.Version"), vec![Value::str(text)])
}

fn visibility(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.Management.Automation.SessionStateEntryVisibility"), 0))
}

fn set_visibility(_: &mut Call<'_>) -> Result<Value> {
    let text = "The visibility of this command is set by the session's configuration.";
    Err(Error::new("System.Management.Automation.PSNotSupportedException", text).id("NotSupported"))
}

fn module_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(info(call).module_name().into())
}

fn module_of(call: &mut Call<'_>) -> Option<Arc<Module>> {
    let info = info(call);
    let rs = runspace(call.cx);
    match &info {
        CommandInfo::Command(CommandRef::Function(function)) => match function.home() {
            Some(home) => rs.modules.of_scope(home).cloned(),
            None => None,
        },
        other => rs.modules.named(&other.module_name()),
    }
}

fn module(call: &mut Call<'_>) -> Result<Value> {
    Ok(module_of(call).map_or(Value::Null, ModuleObject::object))
}

fn remoting(_: &mut Call<'_>) -> Result<Value> {
    const POWER_SHELL: i64 = 1;
    Ok(Value::enumeration(&named("System.Management.Automation.RemotingCapability"), POWER_SHELL))
}

fn all_parameters(call: &mut Call<'_>) -> Result<Option<Vec<ParameterMeta>>> {
    Ok(meta(call)?.map(|meta| meta.all_parameters()))
}

fn parameters(call: &mut Call<'_>) -> Result<Value> {
    let Some(all) = all_parameters(call)? else { return Ok(Value::Null) };
    let entries =
        all.into_iter().map(|parameter| (parameter.name.clone(), ParameterMetadata::object(parameter)));
    Ok(dictionary("System.Management.Automation.ParameterMetadata", entries))
}

fn parameter_sets(call: &mut Call<'_>) -> Result<Value> {
    let Some(meta) = meta(call)? else { return Ok(Value::Null) };
    let sets = meta.parameter_sets().into_iter().map(parameter_set_info::object).collect();
    Ok(read_only("System.Management.Automation.CommandParameterSetInfo", sets))
}

fn definition(call: &mut Call<'_>) -> Result<Value> {
    Ok(match info(call) {
        CommandInfo::Alias(alias) => alias.definition.into(),
        CommandInfo::Command(CommandRef::Cmdlet(declaration)) => declaration.meta().syntax().into(),
        CommandInfo::Command(CommandRef::Function(function)) => function.code().text().into_owned().into(),
        CommandInfo::Command(CommandRef::Native(path) | CommandRef::Script(path)) => {
            path.to_string_lossy().into_owned().into()
        }
        CommandInfo::Command(CommandRef::Block) => Value::str(""),
    })
}

fn output_type(call: &mut Call<'_>) -> Result<Value> {
    let names = meta(call)?.map(|meta| meta.output_types.clone()).unwrap_or_default();
    let names = names.into_iter().map(ps_type_name::object).collect();
    Ok(read_only("System.Management.Automation.PSTypeName", names))
}

/// The parameter of a name, an alias, or an unambiguous beginning of either.
fn resolve(call: &mut Call<'_>) -> Result<Value> {
    let wanted = call.str(0);
    let all = all_parameters(call)?.unwrap_or_default();
    let is_named = |parameter: &&ParameterMeta| {
        parameter.name.eq_ignore_case(&wanted) || parameter.aliases.iter().any(|a| a.eq_ignore_case(&wanted))
    };
    if let Some(exact) = all.iter().find(is_named) {
        return Ok(ParameterMetadata::object(exact.clone()));
    }
    let begins = |name: &PsString| {
        name.to_str().to_ascii_lowercase().starts_with(&wanted.to_str().to_ascii_lowercase())
    };
    let mut found = all.iter().filter(|p| begins(&p.name) || p.aliases.iter().any(begins));
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(ParameterMetadata::object(only.clone())),
        _ => {
            let text = format!("A parameter cannot be found that matches parameter name '{wanted}'.");
            Err(Error::new("System.Management.Automation.ParameterBindingException", text)
                .id("NamedParameterNotFound"))
        }
    }
}
