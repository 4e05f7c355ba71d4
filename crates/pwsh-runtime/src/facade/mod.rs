//! The .NET types of the engine itself, as script sees them: one file a type, one line each in [`TYPES`].
//!
//! They lie here and not with the other facade types because their members need the [`Runspace`].

mod category_info;
mod consolidated_string;
mod debug_record;
mod error_details;
mod error_record;
pub mod host;
mod host_information_message;
mod information_record;
mod informational_record;
mod invocation_info;
mod ps_cmdlet;
mod ps_member_info;
mod ps_member_info_collection;
mod ps_method_info;
mod ps_object;
mod ps_primitive_dictionary;
mod ps_property_info;
mod ps_variable;
mod script_block;
mod verbose_record;
mod warning_record;

pub use category_info::CategoryInfo;
pub use error_details::ErrorDetails;
pub use invocation_info::InvocationInfo;
pub use ps_cmdlet::PsCmdlet;
pub use ps_variable::PsVariable;

use crate::runspace::Runspace;
use pwsh_value::Context;
use pwsh_value::ty::FacadeType;

/// Every type of the engine, to be installed together with those of psjob-dotnet.
pub static TYPES: &[&FacadeType] = &[
    &crate::provider::PATH_INFO,
    &crate::provider::PROVIDER_CAPABILITIES,
    &crate::provider::PROVIDER_INFO,
    &crate::provider::PS_DRIVE_INFO,
    &category_info::CATEGORY_INFO,
    &consolidated_string::CONSOLIDATED_STRING,
    &debug_record::DEBUG_RECORD,
    &error_details::ERROR_DETAILS,
    &error_record::ERROR_RECORD,
    &host::CHOICE_DESCRIPTION,
    &host::COORDINATES,
    &host::FIELD_DESCRIPTION,
    &host::PS_HOST,
    &host::RAW_USER_INTERFACE,
    &host::SIZE,
    &host::USER_INTERFACE,
    &host_information_message::HOST_INFORMATION_MESSAGE,
    &information_record::INFORMATION_RECORD,
    &informational_record::INFORMATIONAL_RECORD,
    &invocation_info::INVOCATION_INFO,
    &ps_cmdlet::PS_CMDLET,
    &ps_primitive_dictionary::PS_PRIMITIVE_DICTIONARY,
    &ps_member_info::PS_MEMBER_INFO,
    &ps_member_info_collection::PS_MEMBER_INFO_COLLECTION,
    &ps_member_info_collection::PS_MEMBER_INFO_INTEGRATING_COLLECTION,
    &ps_method_info::PS_CODE_METHOD,
    &ps_method_info::PS_METHOD,
    &ps_method_info::PS_METHOD_INFO,
    &ps_method_info::PS_SCRIPT_METHOD,
    &ps_object::PS_MEMBER_SET,
    &ps_object::PS_OBJECT,
    &ps_property_info::PS_ALIAS_PROPERTY,
    &ps_property_info::PS_CODE_PROPERTY,
    &ps_property_info::PS_NOTE_PROPERTY,
    &ps_property_info::PS_PARAMETERIZED_PROPERTY,
    &ps_property_info::PS_PROPERTY,
    &ps_property_info::PS_PROPERTY_INFO,
    &ps_property_info::PS_PROPERTY_SET,
    &ps_property_info::PS_SCRIPT_PROPERTY,
    &ps_variable::PS_VARIABLE,
    &script_block::SCRIPT_BLOCK,
    &verbose_record::VERBOSE_RECORD,
    &warning_record::WARNING_RECORD,
];

/// The runspace behind a context: members of these types are only ever called by one.
fn runspace(cx: &mut dyn Context) -> &mut Runspace {
    cx.as_any().downcast_mut().expect("the engine's types are used in a runspace")
}
