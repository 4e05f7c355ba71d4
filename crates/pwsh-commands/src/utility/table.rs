//! The cmdlets of Microsoft.PowerShell.Utility, one line each.

use pwsh_runtime::command::CmdletDeclaration;

/// The declarations.
pub const CMDLETS: &[fn() -> &'static CmdletDeclaration] = &[
    super::add_member::AddMember::declaration,
    super::convert_from_json::ConvertFromJson::declaration,
    super::convert_to_json::ConvertToJson::declaration,
    super::get_member::GetMember::declaration,
    super::group_object::GroupObject::declaration,
    super::measure_object::MeasureObject::declaration,
    super::new_object::NewObject::declaration,
    super::select_object::SelectObject::declaration,
    super::sort_object::SortObject::declaration,
    super::test_json::TestJson::declaration,
    super::write_debug::WriteDebug::declaration,
    super::write_error::WriteError::declaration,
    super::write_host::WriteHost::declaration,
    super::write_information::WriteInformation::declaration,
    super::write_output::WriteOutput::declaration,
    super::write_progress::WriteProgress::declaration,
    super::write_verbose::WriteVerbose::declaration,
    super::write_warning::WriteWarning::declaration,
];
