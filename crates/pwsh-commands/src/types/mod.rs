//! The .NET types of the objects that cmdlets give out, one file a type or family.

mod add_type;
pub mod byte_collection;
mod display_entry_value_type;
mod display_hint_type;
mod file_hash_info;
pub mod flags_expression;
mod format_data;
mod group_info;
mod history_info;
mod json;
pub mod match_info;
mod measure_info;
mod member_definition;
mod ps_serializer;
mod select_xml_info;
mod verb_info;

pub use history_info::history_info;
use pwsh_runtime::facade::fields;
pub use pwsh_runtime::facade::fields::{Fields, field, set_field};

use crate::type_data::object;
use pwsh_value::ty::FacadeType;

/// The types, to be handed in with those of `psjob-dotnet`.
pub const TYPES: &[&FacadeType] = &[
    &add_type::LANGUAGE,
    &add_type::OUTPUT_ASSEMBLY_TYPE,
    &byte_collection::BYTE_COLLECTION,
    &object::TYPE_DATA,
    &object::TYPE_MEMBER_DATA,
    &object::NOTE,
    &object::ALIAS,
    &object::SCRIPT_PROPERTY,
    &object::CODE_PROPERTY,
    &object::SCRIPT_METHOD,
    &object::CODE_METHOD,
    &object::PROPERTY_SET,
    &object::MEMBER_SET,
    &crate::csv::QUOTE_KIND,
    &crate::events::types::PS_EVENT_ARGS,
    &crate::events::types::PS_EVENT_SUBSCRIBER,
    &crate::jobs::types::DATA_COLLECTION,
    &crate::jobs::types::EVENT_JOB,
    &crate::jobs::types::JOB,
    &crate::jobs::types::JOB_STATE_EVENT_ARGS,
    &crate::jobs::types::JOB_STATE_INFO,
    &crate::jobs::types::REMOTING_CHILD_JOB,
    &crate::jobs::types::REMOTING_ERROR_RECORD,
    &crate::jobs::types::REMOTING_JOB,
    &crate::management::connection::results::PING_EXCEPTION,
    &crate::management::connection::results::PING_REPLY,
    &crate::management::connection::results::PING_STATUS,
    &crate::management::connection::results::SOCKET_ERROR,
    &crate::management::connection::results::TCP_PORT_STATUS,
    &crate::utility::export_alias::EXPORT_ALIAS_FORMAT,
    &display_entry_value_type::DISPLAY_ENTRY_VALUE_TYPE,
    &display_hint_type::DISPLAY_HINT_TYPE,
    &file_hash_info::FILE_HASH_INFO,
    &format_data::EXTENDED_TYPE_DEFINITION,
    &format_data::FORMAT_VIEW_DEFINITION,
    &format_data::PS_CONTROL,
    &format_data::PS_CONTROL_GROUP_BY,
    &format_data::TABLE_CONTROL,
    &format_data::TABLE_CONTROL_COLUMN_HEADER,
    &format_data::TABLE_CONTROL_ROW,
    &format_data::TABLE_CONTROL_COLUMN,
    &format_data::LIST_CONTROL,
    &format_data::LIST_CONTROL_ENTRY,
    &format_data::LIST_CONTROL_ENTRY_ITEM,
    &format_data::WIDE_CONTROL,
    &format_data::WIDE_CONTROL_ENTRY_ITEM,
    &format_data::DISPLAY_ENTRY,
    &flags_expression::FLAGS_EXPRESSION,
    &group_info::GROUP_INFO,
    &history_info::HISTORY_INFO,
    &json::ORDERED_HASHTABLE,
    &json::JSON_DATE_KIND,
    &json::STRING_ESCAPE_HANDLING,
    &json::JSON_READER_EXCEPTION,
    &json::JSON_SERIALIZATION_EXCEPTION,
    &group_info::GROUP_INFO_NO_ELEMENT,
    &match_info::MATCH_INFO,
    &match_info::MATCH_INFO_CONTEXT,
    &measure_info::MEASURE_INFO,
    &measure_info::GENERIC_MEASURE_INFO,
    &measure_info::GENERIC_OBJECT_MEASURE_INFO,
    &measure_info::TEXT_MEASURE_INFO,
    &ps_serializer::PS_SERIALIZER,
    &select_xml_info::SELECT_XML_INFO,
    &verb_info::VERB_INFO,
    &member_definition::MEMBER_DEFINITION,
];
