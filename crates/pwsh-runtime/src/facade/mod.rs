//! The .NET types of the engine itself, as script sees them: one file a type, one line each in [`TYPES`].
//!
//! They lie here and not with the other facade types because their members need the [`Runspace`].

mod attribute;
mod category_info;
mod collection;
mod command;
mod consolidated_string;
mod debug_record;
mod error_details;
mod error_record;
pub mod fields;
pub mod host;
mod host_information_message;
mod information_record;
mod informational_record;
mod invocation_info;
pub(crate) mod language;
mod module_specification;
mod progress_record;
mod ps_bound_parameters_dictionary;
mod ps_cmdlet;
mod ps_member_info;
mod ps_member_info_collection;
mod ps_method_info;
mod ps_module_info;
mod ps_object;
mod ps_primitive_dictionary;
mod ps_property_info;
mod ps_variable;
pub mod remoting;
mod runspace_object;
pub(crate) mod runtime_defined_parameter;
mod script_block;
pub(crate) mod session_state;
mod steppable_pipeline;
mod verbose_record;
mod warning_record;

pub use category_info::CategoryInfo;
pub use error_details::ErrorDetails;
pub use fields::Fields;
pub use invocation_info::InvocationInfo;
pub use module_specification::ModuleSpecification;
pub use progress_record::ProgressRecord;
pub use ps_cmdlet::PsCmdlet;
pub use ps_module_info::ModuleObject;
pub use ps_variable::PsVariable;
pub use runspace_object::RunspaceObject;

use crate::runspace::Runspace;
use pwsh_value::Context;
use pwsh_value::ty::FacadeType;

/// Every type of the engine, to be installed together with those of psjob-dotnet.
pub static TYPES: &[&FacadeType] = &ALL;

static ALL: [&FacadeType; OWN.len() + length(language::TYPES)] = join(OWN, language::TYPES);

/// The number of types in several tables.
const fn length(tables: &[&[&FacadeType]]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < tables.len() {
        sum += tables[at].len();
        at += 1;
    }
    sum
}

/// One table of several.
const fn join<const N: usize>(
    first: &[&'static FacadeType],
    tables: &[&[&'static FacadeType]],
) -> [&'static FacadeType; N] {
    let mut all = [first[0]; N];
    let mut at = 0;
    while at < first.len() {
        all[at] = first[at];
        at += 1;
    }
    let mut table = 0;
    while table < tables.len() {
        let mut entry = 0;
        while entry < tables[table].len() {
            all[at] = tables[table][entry];
            at += 1;
            entry += 1;
        }
        table += 1;
    }
    all
}

/// The types that have a file of their own here.
const OWN: &[&FacadeType] = &[
    &crate::provider::PATH_INFO,
    &crate::provider::PATH_INFO_STACK,
    &crate::provider::PROVIDER_CAPABILITIES,
    &crate::provider::PROVIDER_INFO,
    &crate::provider::PS_DRIVE_INFO,
    &crate::provider::UNIX_STAT,
    &crate::provider::UNIX_ITEM_TYPE,
    &crate::provider::ALIAS_PROVIDER,
    &crate::provider::ENVIRONMENT_PROVIDER,
    &crate::provider::FILE_SYSTEM_PROVIDER,
    &crate::provider::FUNCTION_PROVIDER,
    &crate::provider::VARIABLE_PROVIDER,
    &attribute::ALIAS_ATTRIBUTE,
    &attribute::CMDLET_METADATA_ATTRIBUTE,
    &attribute::PARAMETER_ATTRIBUTE,
    &attribute::PARSING_BASE_ATTRIBUTE,
    &attribute::ALLOW_EMPTY_COLLECTION_ATTRIBUTE,
    &attribute::ALLOW_EMPTY_STRING_ATTRIBUTE,
    &attribute::ALLOW_NULL_ATTRIBUTE,
    &attribute::ARGUMENT_TRANSFORMATION_ATTRIBUTE,
    &attribute::ARGUMENT_TYPE_CONVERTER_ATTRIBUTE,
    &attribute::VALIDATE_ARGUMENTS_ATTRIBUTE,
    &attribute::VALIDATE_COUNT_ATTRIBUTE,
    &attribute::VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE,
    &attribute::VALIDATE_LENGTH_ATTRIBUTE,
    &attribute::VALIDATE_NOT_NULL_ATTRIBUTE,
    &attribute::VALIDATE_NOT_NULL_OR_EMPTY_ATTRIBUTE,
    &attribute::VALIDATE_NOT_NULL_OR_WHITE_SPACE_ATTRIBUTE,
    &attribute::VALIDATE_PATTERN_ATTRIBUTE,
    &attribute::VALIDATE_RANGE_ATTRIBUTE,
    &attribute::VALIDATE_SCRIPT_ATTRIBUTE,
    &attribute::VALIDATE_SET_ATTRIBUTE,
    &category_info::CATEGORY_INFO,
    &command::ALIAS_INFO,
    &command::APPLICATION_INFO,
    &command::CMDLET_INFO,
    &command::COMMAND_INFO,
    &command::COMMAND_PARAMETER_INFO,
    &command::COMMAND_PARAMETER_SET_INFO,
    &command::EXTERNAL_SCRIPT_INFO,
    &command::FILTER_INFO,
    &command::FUNCTION_INFO,
    &command::GET_HELP_CODE_METHODS,
    &command::PARAMETER_METADATA,
    &command::PARAMETER_SET_METADATA,
    &command::PS_TYPE_NAME,
    &command::SCRIPT_INFO,
    &consolidated_string::CONSOLIDATED_STRING,
    &debug_record::DEBUG_RECORD,
    &error_details::ERROR_DETAILS,
    &error_record::ERROR_RECORD,
    &host::BUFFER_CELL,
    &host::CHOICE_DESCRIPTION,
    &host::COORDINATES,
    &host::FIELD_DESCRIPTION,
    &host::KEY_INFO,
    &host::PS_HOST,
    &host::RAW_USER_INTERFACE,
    &host::RECTANGLE,
    &host::SIZE,
    &host::USER_INTERFACE,
    &host_information_message::HOST_INFORMATION_MESSAGE,
    &information_record::INFORMATION_RECORD,
    &informational_record::INFORMATIONAL_RECORD,
    &invocation_info::INVOCATION_INFO,
    &progress_record::PROGRESS_RECORD,
    &ps_bound_parameters_dictionary::PS_BOUND_PARAMETERS_DICTIONARY,
    &ps_cmdlet::MSH_COMMAND_RUNTIME,
    &ps_cmdlet::PS_CMDLET,
    &ps_primitive_dictionary::PS_PRIMITIVE_DICTIONARY,
    &ps_member_info::PS_MEMBER_INFO,
    &ps_member_info_collection::PS_MEMBER_INFO_COLLECTION,
    &ps_member_info_collection::PS_MEMBER_INFO_INTEGRATING_COLLECTION,
    &ps_method_info::PS_CODE_METHOD,
    &ps_method_info::PS_METHOD,
    &ps_method_info::PS_METHOD_OF,
    &ps_method_info::PS_METHOD_INFO,
    &ps_method_info::PS_SCRIPT_METHOD,
    &module_specification::MODULE_SPECIFICATION,
    &ps_module_info::PS_MODULE_INFO,
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
    &ps_variable::LOCAL_VARIABLE,
    &ps_variable::PS_VARIABLE,
    &runspace_object::LOCAL_RUNSPACE,
    &runspace_object::RUNSPACE,
    &runspace_object::RUNSPACE_STATE_INFO,
    &runtime_defined_parameter::RUNTIME_DEFINED_PARAMETER,
    &runtime_defined_parameter::RUNTIME_DEFINED_PARAMETER_DICTIONARY,
    &remoting::PS_IDENTITY,
    &remoting::PS_PRINCIPAL,
    &remoting::PS_SENDER_INFO,
    &script_block::SCRIPT_BLOCK,
    &session_state::COMMAND_INVOCATION_INTRINSICS,
    &session_state::ENGINE_INTRINSICS,
    &session_state::PATH_INTRINSICS,
    &session_state::PS_VARIABLE_INTRINSICS,
    &session_state::SESSION_STATE,
    &steppable_pipeline::STEPPABLE_PIPELINE,
    &verbose_record::VERBOSE_RECORD,
    &warning_record::WARNING_RECORD,
];

/// The runspace behind a context: members of these types are only ever called by one.
fn runspace(cx: &mut dyn Context) -> &mut Runspace {
    cx.as_any().downcast_mut().expect("the engine's types are used in a runspace")
}
