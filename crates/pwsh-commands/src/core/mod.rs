//! Microsoft.PowerShell.Core: a file a cmdlet, and what several of them share.

mod add_history;
mod clear_history;
mod exit_ps_session;
mod foreach_object;
mod get_command;
mod get_history;
mod invoke_command;
mod invoke_history;
mod out_null;
mod set_strict_mode;
pub mod table;
mod where_object;
