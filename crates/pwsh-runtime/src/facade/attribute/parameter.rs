//! `System.Management.Automation.ParameterAttribute`, and the bases of all such attributes.

use crate::command::{ALL_SETS, SetMember};
use crate::facade::fields::{Fields, get, set};
use pwsh_value::ty::{Call, FacadeType, Kind, constructor, property, property_rw};
use pwsh_value::{PsString, Result, Value, convert};

pub(in crate::facade) static CMDLET_METADATA_ATTRIBUTE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Attribute",
    ..FacadeType::class("System.Management.Automation.Internal.CmdletMetadataAttribute")
};

pub(in crate::facade) static PARSING_BASE_ATTRIBUTE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Management.Automation.Internal.CmdletMetadataAttribute",
    ..FacadeType::class("System.Management.Automation.Internal.ParsingBaseAttribute")
};

pub(super) const PARAMETER: &str = "System.Management.Automation.ParameterAttribute";

pub(in crate::facade) static PARAMETER_ATTRIBUTE: FacadeType = FacadeType {
    base: "System.Management.Automation.Internal.ParsingBaseAttribute",
    members: &[
        constructor("new()", new),
        property("string ExperimentName {get;}", |_| Ok(Value::Null)),
        property_rw("int Position {get;set;}", get::<0>, set::<0>),
        property_rw("string ParameterSetName {get;set;}", get::<1>, set::<1>),
        property_rw("bool Mandatory {get;set;}", get::<2>, set::<2>),
        property_rw("bool ValueFromPipeline {get;set;}", get::<3>, set::<3>),
        property_rw("bool ValueFromPipelineByPropertyName {get;set;}", get::<4>, set::<4>),
        property_rw("bool ValueFromRemainingArguments {get;set;}", get::<5>, set::<5>),
        property_rw("string HelpMessage {get;set;}", get::<6>, set::<6>),
        property_rw("string HelpMessageBaseName {get;set;}", get::<7>, set::<7>),
        property_rw("string HelpMessageResourceId {get;set;}", get::<8>, set::<8>),
        property_rw("bool DontShow {get;set;}", get::<9>, set::<9>),
    ],
    ..FacadeType::class(PARAMETER)
};

fn new(_: &mut Call<'_>) -> Result<Value> {
    Ok(object(&SetMember::ALL, false))
}

/// The attribute for a parameter's part in a set.
pub(super) fn object(member: &SetMember, dont_show: bool) -> Value {
    let fields = vec![
        member.position.unwrap_or(i32::MIN).into(),
        member.set.clone().unwrap_or_else(|| ALL_SETS.into()).into(),
        member.mandatory.into(),
        member.from_pipeline.into(),
        member.from_pipeline_by_name.into(),
        member.from_remaining.into(),
        member.help.clone().map_or(Value::Null, Value::String),
        Value::Null,
        Value::Null,
        dont_show.into(),
    ];
    Fields::object(PARAMETER, fields)
}
/// The part in a set that an attribute object says, and whether the parameter is left out of completion.
pub(super) fn member(fields: &Fields) -> (SetMember, bool) {
    let flag = |place: usize| convert::to_bool(&fields.get(place));
    let text = |place: usize| fields.get(place).as_string().cloned();
    let position = match fields.get(0) {
        Value::Int32(position) if position != i32::MIN => Some(position),
        _ => None,
    };
    let set = text(1).filter(|name: &PsString| !name.is(ALL_SETS) && !name.is_empty());
    let member = SetMember {
        set,
        position,
        mandatory: flag(2),
        from_pipeline: flag(3),
        from_pipeline_by_name: flag(4),
        from_remaining: flag(5),
        help: text(6),
    };
    (member, flag(9))
}
