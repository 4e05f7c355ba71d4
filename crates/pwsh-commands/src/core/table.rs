//! The cmdlets of Microsoft.PowerShell.Core, one line each.

use pwsh_runtime::command::CmdletDeclaration;

/// The declarations.
pub const CMDLETS: &[fn() -> &'static CmdletDeclaration] = &[
    super::add_history::AddHistory::declaration,
    super::clear_history::ClearHistory::declaration,
    super::exit_ps_session::ExitPsSession::declaration,
    super::export_module_member::ExportModuleMember::declaration,
    super::foreach_object::ForEachObject::declaration,
    super::get_command::GetCommand::declaration,
    super::get_history::GetHistory::declaration,
    super::get_module::GetModule::declaration,
    super::import_module::ImportModule::declaration,
    super::invoke_command::InvokeCommand::declaration,
    super::invoke_history::InvokeHistory::declaration,
    super::new_module::NewModule::declaration,
    super::out_null::OutNull::declaration,
    super::remove_module::RemoveModule::declaration,
    super::set_ps_debug::SetPsDebug::declaration,
    super::set_strict_mode::SetStrictMode::declaration,
    super::test_module_manifest::TestModuleManifest::declaration,
    super::where_object::WhereObject::declaration,
];
