//! The .NET types of the objects that cmdlets give out, one file a type or family.

mod display_hint_type;
mod group_info;
mod json;
mod measure_info;
mod member_definition;

use pwsh_runtime::facade::fields;
pub use pwsh_runtime::facade::fields::Fields;

use pwsh_value::ty::FacadeType;

/// The types, to be handed in with those of `psjob-dotnet`.
pub const TYPES: &[&FacadeType] = &[
    &display_hint_type::DISPLAY_HINT_TYPE,
    &group_info::GROUP_INFO,
    &json::ORDERED_HASHTABLE,
    &json::JSON_DATE_KIND,
    &json::STRING_ESCAPE_HANDLING,
    &json::JSON_READER_EXCEPTION,
    &json::JSON_SERIALIZATION_EXCEPTION,
    &group_info::GROUP_INFO_NO_ELEMENT,
    &measure_info::MEASURE_INFO,
    &measure_info::GENERIC_MEASURE_INFO,
    &measure_info::GENERIC_OBJECT_MEASURE_INFO,
    &measure_info::TEXT_MEASURE_INFO,
    &member_definition::MEMBER_DEFINITION,
];
