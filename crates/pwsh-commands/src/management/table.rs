//! The cmdlets of Microsoft.PowerShell.Management, one line each.

use pwsh_runtime::command::CmdletDeclaration;

/// The declarations.
pub const CMDLETS: &[fn() -> &'static CmdletDeclaration] = &[
    super::add_content::AddContent::declaration,
    super::clear_item::ClearItem::declaration,
    super::convert_path::ConvertPath::declaration,
    super::copy_item::CopyItem::declaration,
    super::get_child_item::GetChildItem::declaration,
    super::get_content::GetContent::declaration,
    super::get_item::GetItem::declaration,
    super::get_location::GetLocation::declaration,
    super::get_process::GetProcess::declaration,
    super::invoke_item::InvokeItem::declaration,
    super::join_path::JoinPath::declaration,
    super::move_item::MoveItem::declaration,
    super::new_item::NewItem::declaration,
    super::remove_item::RemoveItem::declaration,
    super::rename_item::RenameItem::declaration,
    super::resolve_path::ResolvePath::declaration,
    super::set_content::SetContent::declaration,
    super::set_item::SetItem::declaration,
    super::set_location::SetLocation::declaration,
    super::split_path::SplitPath::declaration,
    super::test_path::TestPath::declaration,
];
