//! The cmdlets that show objects, one line each.

use pwsh_runtime::command::CmdletDeclaration;

/// The declarations.
pub const CMDLETS: &[fn() -> &'static CmdletDeclaration] = &[
    super::get_format_data::GetFormatData::declaration,
    super::format_custom::FormatCustom::declaration,
    super::format_list::FormatList::declaration,
    super::format_table::FormatTable::declaration,
    super::format_wide::FormatWide::declaration,
    super::out_default::OutDefault::declaration,
    super::out_file::OutFile::declaration,
    super::out_host::OutHost::declaration,
    super::out_string::OutString::declaration,
    super::update_format_data::UpdateFormatData::declaration,
];
