//! `System.Management.Automation.CommandParameterSetInfo` and the parameters in it.

use crate::command::{ParameterMeta, ParameterSet, SetMember};
use crate::facade::attribute;
use crate::facade::collection::read_only;
use pwsh_value::ty::{Call, FacadeType, Hooks, named, property};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};

/// The payload: a parameter set.
pub(in crate::facade) struct ParameterSetInfo(ParameterSet);

impl Payload for ParameterSetInfo {}

pub(in crate::facade) static COMMAND_PARAMETER_SET_INFO: FacadeType = FacadeType {
    members: &[
        property("string Name {get;}", name),
        property("bool IsDefault {get;}", is_default),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterInfo] Parameters {get;}",
            parameters,
        ),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.CommandParameterSetInfo")
};

/// The object for a parameter set.
pub(super) fn object(set: ParameterSet) -> Value {
    let ty = named("System.Management.Automation.CommandParameterSetInfo");
    Value::Object(Obj::new(ty, ParameterSetInfo(set)))
}

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let set = this.cell().and_then(|obj| obj.get::<ParameterSetInfo>());
    Ok(set.map_or_else(PsString::empty, |set| set.payload().0.syntax().into()))
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<ParameterSetInfo>().0.name.clone().into())
}

fn is_default(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<ParameterSetInfo>().0.is_default.into())
}

fn parameters(call: &mut Call<'_>) -> Result<Value> {
    let ty = named("System.Management.Automation.CommandParameterInfo");
    let parameters = call.this::<ParameterSetInfo>().payload().0.parameters.iter();
    let objects = parameters
        .map(|(parameter, member)| {
            let info = ParameterInfo { parameter: parameter.clone(), member: member.clone() };
            Value::Object(Obj::new(ty.clone(), info))
        })
        .collect();
    Ok(read_only("System.Management.Automation.CommandParameterInfo", objects))
}

/// The payload of `CommandParameterInfo`: a parameter with its part in the set.
pub(in crate::facade) struct ParameterInfo {
    parameter: ParameterMeta,
    member: SetMember,
}

impl Payload for ParameterInfo {}

pub(in crate::facade) static COMMAND_PARAMETER_INFO: FacadeType = FacadeType {
    members: &[
        property("string Name {get;}", |call| Ok(this(call).parameter.name.clone().into())),
        property("type ParameterType {get;}", |call| Ok(this(call).parameter.ty.clone().into())),
        property("bool IsMandatory {get;}", |call| Ok(this(call).member.mandatory.into())),
        property("bool IsDynamic {get;}", |call| Ok(this(call).parameter.dynamic.into())),
        property("int Position {get;}", |call| Ok(this(call).member.position.unwrap_or(i32::MIN).into())),
        property("bool ValueFromPipeline {get;}", |call| Ok(this(call).member.from_pipeline.into())),
        property("bool ValueFromPipelineByPropertyName {get;}", |call| {
            Ok(this(call).member.from_pipeline_by_name.into())
        }),
        property("bool ValueFromRemainingArguments {get;}", |call| {
            Ok(this(call).member.from_remaining.into())
        }),
        property("string HelpMessage {get;}", |call| {
            Ok(this(call).member.help.clone().unwrap_or_else(PsString::empty).into())
        }),
        property("System.Collections.ObjectModel.ReadOnlyCollection[string] Aliases {get;}", aliases),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[System.Attribute] Attributes {get;}",
            attributes,
        ),
    ],
    ..FacadeType::class("System.Management.Automation.CommandParameterInfo")
};

fn this<'a>(call: &Call<'a>) -> &'a ParameterInfo {
    call.this::<ParameterInfo>().payload()
}

fn aliases(call: &mut Call<'_>) -> Result<Value> {
    let aliases = this(call).parameter.aliases.iter().cloned().map(Value::String).collect();
    Ok(read_only("string", aliases))
}

fn attributes(call: &mut Call<'_>) -> Result<Value> {
    Ok(read_only("System.Attribute", attribute::of_parameter(&this(call).parameter)))
}
