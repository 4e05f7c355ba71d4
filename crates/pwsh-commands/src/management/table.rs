//! The cmdlets of Microsoft.PowerShell.Management, one line each.

use pwsh_runtime::command::CmdletDeclaration;

/// The declarations.
pub const CMDLETS: &[fn() -> &'static CmdletDeclaration] = &[
    super::add_content::AddContent::declaration,
    super::get_content::GetContent::declaration,
    super::get_location::GetLocation::declaration,
    super::get_process::GetProcess::declaration,
    super::join_path::JoinPath::declaration,
    super::set_content::SetContent::declaration,
    super::set_location::SetLocation::declaration,
    super::split_path::SplitPath::declaration,
    super::test_path::TestPath::declaration,
];
