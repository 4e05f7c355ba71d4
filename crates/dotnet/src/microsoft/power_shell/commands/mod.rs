//! `System.Microsoft.PowerShell.Commands`.

pub mod help_not_found_exception;
pub mod open_mode;
pub mod process_command_exception;
pub mod write_error_exception;
