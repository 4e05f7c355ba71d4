//! `CommandInfo` and its kinds, and what they say of a command's parameters.

mod alias_info;
mod application_info;
mod cmdlet_info;
mod command_info;
mod external_script_info;
mod function_info;
mod help_uri;
mod parameter_metadata;
mod parameter_set_info;
mod ps_type_name;

pub(super) use alias_info::ALIAS_INFO;
pub(super) use application_info::APPLICATION_INFO;
pub(super) use cmdlet_info::CMDLET_INFO;
pub(super) use command_info::COMMAND_INFO;
pub(super) use external_script_info::EXTERNAL_SCRIPT_INFO;
pub(super) use function_info::{FILTER_INFO, FUNCTION_INFO, SCRIPT_INFO};
pub(super) use help_uri::GET_HELP_CODE_METHODS;
pub(super) use parameter_metadata::{PARAMETER_METADATA, PARAMETER_SET_METADATA};
pub(super) use parameter_set_info::{COMMAND_PARAMETER_INFO, COMMAND_PARAMETER_SET_INFO};
pub(super) use ps_type_name::PS_TYPE_NAME;

use crate::command::{CommandInfo, CommandRef, MetaRef};
use crate::facade::runspace;
use pwsh_value::Result;
use pwsh_value::ty::Call;

/// The command that an object of one of these types speaks of.
fn info(call: &Call<'_>) -> CommandInfo {
    call.this::<CommandInfo>().payload().clone()
}

/// Its metadata, an alias followed; `None` for a program and for an alias of nothing.
fn meta(call: &mut Call<'_>) -> Result<Option<MetaRef>> {
    let info = info(call);
    let rs = runspace(call.cx);
    match info.resolved(rs)? {
        Some(command) => rs.command_meta(&command),
        None => Ok(None),
    }
}

/// The function behind an object that is one.
fn function(call: &Call<'_>) -> Option<std::sync::Arc<crate::command::Function>> {
    match info(call) {
        CommandInfo::Command(CommandRef::Function(function)) => Some(function),
        _ => None,
    }
}

/// Verb and noun of a command's name; both empty for a name that has none.
fn verb_and_noun(call: &Call<'_>) -> (String, String) {
    let name = info(call).name();
    let name = name.to_str();
    name.split_once('-').map(|(verb, noun)| (verb.to_owned(), noun.to_owned())).unwrap_or_default()
}
