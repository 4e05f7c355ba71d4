//! Microsoft.PowerShell.Core: a file a cmdlet, and what several of them share.

mod add_history;
mod clear_history;
mod exit_ps_session;
mod export_module_member;
mod foreach_object;
mod get_command;
mod get_history;
mod get_module;
mod import_module;
mod invoke_command;
mod invoke_history;
mod new_module;
mod out_null;
mod remove_module;
mod set_ps_debug;
mod set_strict_mode;
pub mod table;
mod tasks;
mod test_module_manifest;
mod where_object;
