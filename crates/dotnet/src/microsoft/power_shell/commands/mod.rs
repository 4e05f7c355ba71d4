//! `System.Microsoft.PowerShell.Commands`.

pub mod help_not_found_exception;
pub mod open_mode;
pub mod write_error_exception;
