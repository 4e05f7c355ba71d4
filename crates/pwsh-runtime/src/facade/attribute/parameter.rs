//! `System.Management.Automation.ParameterAttribute`, and the bases of all such attributes.

use crate::command::{ALL_SETS, SetMember};
use crate::facade::fields::{Fields, get, set};
use pwsh_value::ty::{Call, FacadeType, Kind, constructor, property, property_rw};
use pwsh_value::{Result, Value};

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
