//! The cmdlets of Microsoft.PowerShell.Security, one line each.

use pwsh_runtime::command::CmdletDeclaration;

/// The declarations.
pub const CMDLETS: &[fn() -> &'static CmdletDeclaration] = &[
    super::convert_from_secure_string::ConvertFromSecureString::declaration,
    super::convert_to_secure_string::ConvertToSecureString::declaration,
    super::get_credential::GetCredential::declaration,
    super::get_execution_policy::GetExecutionPolicy::declaration,
    super::set_execution_policy::SetExecutionPolicy::declaration,
];
