//! Microsoft.PowerShell.Security: a file a cmdlet, and what several of them share.

mod convert_from_secure_string;
mod convert_to_secure_string;
mod get_credential;
mod get_execution_policy;
mod key_argument;
mod secret_text;
mod set_execution_policy;
pub mod table;
