//! The objects that items are shown as.

use super::named_items::with_path;
use psjob_dotnet::io::file_system_info::entry_object;
use pwsh_runtime::Runspace;
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Member, Value};

/// A file's or folder's .NET object, or the value of an item of the session, with the notes of its path.
pub fn item_object(rs: &mut Runspace, item: &ItemPath) -> Value {
    let value = match item.is_file_system() {
        true => entry_object(item.file().to_owned()),
        false => rs.session_item(item).unwrap_or_default(),
    };
    let value = with_path(rs, value, item);
    if let Some(cell) = value.cell() {
        let container = rs.is_container(item);
        cell.attached_or_new().set(cell, "PSIsContainer".into(), Member::Note(container.into()));
    }
    value
}
