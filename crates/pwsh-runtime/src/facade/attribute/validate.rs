//! The attributes that check an argument or say what may be empty: `ValidateSetAttribute` and its kin.

use crate::facade::fields::{Fields, get, set};
use pwsh_value::ty::{Call, Entry, FacadeType, constructor, property, property_rw};
use pwsh_value::{Result, Value};

const METADATA: &str = "System.Management.Automation.Internal.CmdletMetadataAttribute";
const ARGUMENTS: &str = "System.Management.Automation.ValidateArgumentsAttribute";
const ENUMERATED: &str = "System.Management.Automation.ValidateEnumeratedArgumentsAttribute";

/// Classes of script derive from these.
const BASE: &[Entry] = &[constructor("new()", new)];

pub(in crate::facade) static VALIDATE_ARGUMENTS_ATTRIBUTE: FacadeType =
    FacadeType { members: BASE, base: METADATA, ..FacadeType::class(ARGUMENTS) };

pub(in crate::facade) static VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE: FacadeType =
    FacadeType { members: BASE, base: ARGUMENTS, ..FacadeType::class(ENUMERATED) };

pub(in crate::facade) static ARGUMENT_TRANSFORMATION_ATTRIBUTE: FacadeType = FacadeType {
    members: BASE,
    base: METADATA,
    ..FacadeType::class("System.Management.Automation.ArgumentTransformationAttribute")
};

pub(in crate::facade) static ARGUMENT_TYPE_CONVERTER_ATTRIBUTE: FacadeType = FacadeType {
    base: "System.Management.Automation.ArgumentTransformationAttribute",
    ..FacadeType::class("System.Management.Automation.ArgumentTypeConverterAttribute")
};

pub(in crate::facade) static ALLOW_NULL_ATTRIBUTE: FacadeType = FacadeType {
    base: METADATA,
    members: &[constructor("new()", new)],
    ..FacadeType::class("System.Management.Automation.AllowNullAttribute")
};

pub(in crate::facade) static ALLOW_EMPTY_STRING_ATTRIBUTE: FacadeType = FacadeType {
    base: METADATA,
    members: &[constructor("new()", new)],
    ..FacadeType::class("System.Management.Automation.AllowEmptyStringAttribute")
};

pub(in crate::facade) static ALLOW_EMPTY_COLLECTION_ATTRIBUTE: FacadeType = FacadeType {
    base: METADATA,
    members: &[constructor("new()", new)],
    ..FacadeType::class("System.Management.Automation.AllowEmptyCollectionAttribute")
};

pub(in crate::facade) static VALIDATE_NOT_NULL_ATTRIBUTE: FacadeType = FacadeType {
    base: ARGUMENTS,
    members: &[constructor("new()", new)],
    ..FacadeType::class("System.Management.Automation.ValidateNotNullAttribute")
};

pub(in crate::facade) static VALIDATE_NOT_NULL_OR_EMPTY_ATTRIBUTE: FacadeType = FacadeType {
    base: ARGUMENTS,
    members: &[constructor("new()", new)],
    ..FacadeType::class("System.Management.Automation.ValidateNotNullOrEmptyAttribute")
};

pub(in crate::facade) static VALIDATE_NOT_NULL_OR_WHITE_SPACE_ATTRIBUTE: FacadeType = FacadeType {
    base: ARGUMENTS,
    members: &[constructor("new()", new)],
    ..FacadeType::class("System.Management.Automation.ValidateNotNullOrWhiteSpaceAttribute")
};

pub(in crate::facade) static VALIDATE_SET_ATTRIBUTE: FacadeType = FacadeType {
    base: ENUMERATED,
    members: &[
        constructor("new(Params string[] validValues)", new_set),
        property_rw("string ErrorMessage {get;set;}", get::<2>, set::<2>),
        property_rw("bool IgnoreCase {get;set;}", get::<1>, set::<1>),
        property("System.Collections.Generic.IList[string] ValidValues {get;}", get::<0>),
    ],
    ..FacadeType::class("System.Management.Automation.ValidateSetAttribute")
};

pub(in crate::facade) static VALIDATE_RANGE_ATTRIBUTE: FacadeType = FacadeType {
    base: ENUMERATED,
    members: &[
        constructor("new(System.Object minRange, System.Object maxRange)", new),
        constructor("new(string kind)", new_range_kind),
        property("System.Object MinRange {get;}", get::<0>),
        property("System.Object MaxRange {get;}", get::<1>),
        property("string RangeKind {get;}", get::<2>),
    ],
    ..FacadeType::class("System.Management.Automation.ValidateRangeAttribute")
};

pub(in crate::facade) static VALIDATE_LENGTH_ATTRIBUTE: FacadeType = FacadeType {
    base: ENUMERATED,
    members: &[
        constructor("new(int minLength, int maxLength)", new),
        property("int MinLength {get;}", get::<0>),
        property("int MaxLength {get;}", get::<1>),
    ],
    ..FacadeType::class("System.Management.Automation.ValidateLengthAttribute")
};

pub(in crate::facade) static VALIDATE_COUNT_ATTRIBUTE: FacadeType = FacadeType {
    base: ARGUMENTS,
    members: &[
        constructor("new(int minLength, int maxLength)", new),
        property("int MinLength {get;}", get::<0>),
        property("int MaxLength {get;}", get::<1>),
    ],
    ..FacadeType::class("System.Management.Automation.ValidateCountAttribute")
};

pub(in crate::facade) static VALIDATE_PATTERN_ATTRIBUTE: FacadeType = FacadeType {
    base: ENUMERATED,
    members: &[
        constructor("new(string regexPattern)", new_pattern),
        property("string RegexPattern {get;}", get::<0>),
        property_rw("System.Text.RegularExpressions.RegexOptions Options {get;set;}", get::<1>, set::<1>),
        property_rw("string ErrorMessage {get;set;}", get::<2>, set::<2>),
    ],
    ..FacadeType::class("System.Management.Automation.ValidatePatternAttribute")
};

pub(in crate::facade) static VALIDATE_SCRIPT_ATTRIBUTE: FacadeType = FacadeType {
    base: ENUMERATED,
    members: &[
        constructor("new(scriptblock scriptBlock)", new_script),
        property_rw("string ErrorMessage {get;set;}", get::<1>, set::<1>),
        property("scriptblock ScriptBlock {get;}", get::<0>),
    ],
    ..FacadeType::class("System.Management.Automation.ValidateScriptAttribute")
};

/// An attribute with its arguments, in order, as fields.
fn with_fields(call: &Call<'_>, more: impl IntoIterator<Item = Value>) -> Result<Value> {
    let fields = call.args.iter().cloned().chain(more).collect();
    Ok(Fields::object(&call.ty.name().to_str(), fields))
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    with_fields(call, [])
}

fn new_set(call: &mut Call<'_>) -> Result<Value> {
    with_fields(call, [Value::Bool(true), Value::Null])
}

fn new_range_kind(call: &mut Call<'_>) -> Result<Value> {
    let fields = vec![Value::Null, Value::Null, call.args[0].clone()];
    Ok(Fields::object(&call.ty.name().to_str(), fields))
}

fn new_pattern(call: &mut Call<'_>) -> Result<Value> {
    with_fields(call, [super::of_parameter::regex_options(false), Value::Null])
}

fn new_script(call: &mut Call<'_>) -> Result<Value> {
    with_fields(call, [Value::Null])
}
