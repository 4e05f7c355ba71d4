//! The cmdlets of Microsoft.PowerShell.Core, one line each.

use pwsh_runtime::command::CmdletDeclaration;

/// The declarations.
pub const CMDLETS: &[fn() -> &'static CmdletDeclaration] = &[
    super::foreach_object::ForEachObject::declaration,
    super::out_null::OutNull::declaration,
    super::where_object::WhereObject::declaration,
];
