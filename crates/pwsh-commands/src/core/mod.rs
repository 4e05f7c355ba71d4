//! Microsoft.PowerShell.Core: a file a cmdlet, and what several of them share.

mod foreach_object;
mod invoke_command;
mod out_null;
mod set_strict_mode;
pub mod table;
mod where_object;
