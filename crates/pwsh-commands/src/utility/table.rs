//! The cmdlets of Microsoft.PowerShell.Utility, one line each.

use pwsh_runtime::command::CmdletDeclaration;

/// The declarations.
pub const CMDLETS: &[fn() -> &'static CmdletDeclaration] = &[
    super::add_member::AddMember::declaration,
    super::clear_variable::ClearVariable::declaration,
    super::compare_object::CompareObject::declaration,
    super::convert_from_json::ConvertFromJson::declaration,
    super::convert_to_json::ConvertToJson::declaration,
    super::get_date::GetDate::declaration,
    super::get_member::GetMember::declaration,
    super::get_unique::GetUnique::declaration,
    super::get_variable::GetVariable::declaration,
    super::group_object::GroupObject::declaration,
    super::invoke_expression::InvokeExpression::declaration,
    super::measure_command::MeasureCommand::declaration,
    super::measure_object::MeasureObject::declaration,
    super::new_guid::NewGuid::declaration,
    super::read_host::ReadHost::declaration,
    super::new_object::NewObject::declaration,
    super::new_time_span::NewTimeSpan::declaration,
    super::new_variable::NewVariable::declaration,
    super::remove_variable::RemoveVariable::declaration,
    super::select_object::SelectObject::declaration,
    super::set_variable::SetVariable::declaration,
    super::sort_object::SortObject::declaration,
    super::start_sleep::StartSleep::declaration,
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
