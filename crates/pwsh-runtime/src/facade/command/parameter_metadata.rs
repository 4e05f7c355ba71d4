//! `System.Management.Automation.ParameterMetadata` and its part in a parameter set.

use crate::command::{ALL_SETS, ParameterMeta, SetMember};
use crate::facade::attribute;
use crate::facade::collection::{collection, dictionary};
use pwsh_value::ty::{Call, FacadeType, known, named, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// The payload: a parameter of a command.
pub(in crate::facade) struct ParameterMetadata(ParameterMeta);

impl Payload for ParameterMetadata {}

impl ParameterMetadata {
    /// The object for a parameter.
    pub(super) fn object(parameter: ParameterMeta) -> Value {
        let ty = named("System.Management.Automation.ParameterMetadata");
        Value::Object(Obj::new(ty, ParameterMetadata(parameter)))
    }
}

pub(in crate::facade) static PARAMETER_METADATA: FacadeType = FacadeType {
    members: &[
        property("string Name {get;}", name),
        property("type ParameterType {get;}", parameter_type),
        property(
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterSetMetadata] ParameterSets {get;}",
            parameter_sets,
        ),
        property("bool IsDynamic {get;}", is_dynamic),
        property("System.Collections.ObjectModel.Collection[string] Aliases {get;}", aliases),
        property("System.Collections.ObjectModel.Collection[System.Attribute] Attributes {get;}", attributes),
        property("bool SwitchParameter {get;}", is_switch),
    ],
    ..FacadeType::class("System.Management.Automation.ParameterMetadata")
};

fn meta<'a>(call: &Call<'a>) -> &'a ParameterMeta {
    &call.this::<ParameterMetadata>().payload().0
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(meta(call).name.clone().into())
}

fn parameter_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(meta(call).ty.clone().into())
}

fn parameter_sets(call: &mut Call<'_>) -> Result<Value> {
    let entries = meta(call).sets.iter().map(|member| {
        let name = member.set.clone().unwrap_or_else(|| ALL_SETS.into());
        let ty = named("System.Management.Automation.ParameterSetMetadata");
        (name, Value::Object(Obj::new(ty, ParameterSetMetadata(member.clone()))))
    });
    Ok(dictionary("System.Management.Automation.ParameterSetMetadata", entries))
}

fn is_dynamic(call: &mut Call<'_>) -> Result<Value> {
    Ok(meta(call).dynamic.into())
}

fn aliases(call: &mut Call<'_>) -> Result<Value> {
    let aliases = meta(call).aliases.iter().cloned().map(Value::String).collect();
    Ok(collection("string", aliases))
}

fn attributes(call: &mut Call<'_>) -> Result<Value> {
    Ok(collection("System.Attribute", attribute::of_parameter(meta(call))))
}

fn is_switch(call: &mut Call<'_>) -> Result<Value> {
    Ok((meta(call).ty == known().switch_parameter).into())
}

/// The payload of `ParameterSetMetadata`: a parameter's part in a set.
pub(in crate::facade) struct ParameterSetMetadata(SetMember);

impl Payload for ParameterSetMetadata {}

pub(in crate::facade) static PARAMETER_SET_METADATA: FacadeType = FacadeType {
    members: &[
        property("bool IsMandatory {get;}", |call| Ok(member(call).mandatory.into())),
        property("int Position {get;}", |call| Ok(member(call).position.unwrap_or(i32::MIN).into())),
        property("bool ValueFromPipeline {get;}", |call| Ok(member(call).from_pipeline.into())),
        property("bool ValueFromPipelineByPropertyName {get;}", |call| {
            Ok(member(call).from_pipeline_by_name.into())
        }),
        property("bool ValueFromRemainingArguments {get;}", |call| Ok(member(call).from_remaining.into())),
        property("string HelpMessage {get;}", |call| {
            Ok(member(call).help.clone().map_or(Value::Null, Value::String))
        }),
    ],
    ..FacadeType::class("System.Management.Automation.ParameterSetMetadata")
};

fn member<'a>(call: &Call<'a>) -> &'a SetMember {
    &call.this::<ParameterSetMetadata>().payload().0
}
