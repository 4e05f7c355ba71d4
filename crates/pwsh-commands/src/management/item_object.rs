//! The objects that items are shown as.

use psjob_dotnet::io::file_system_info::entry_object;
use pwsh_runtime::Runspace;
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::{ItemPath, UnixStat};
use pwsh_value::{Member, Obj, PsString, Result, Value};

/// A file's or folder's .NET object, the object of an item of the session, or for a drive of the session a list of
/// them, with the notes of its path.
///
/// # Errors
/// What making the object throws.
pub fn item_object(rs: &mut Runspace, item: &ItemPath) -> Result<Value> {
    let value = match () {
        () if item.is_file_system() => entry_object(item.file().to_owned()),
        () if item.path.is_empty() => {
            let mut list = Vec::new();
            for name in sorted_names(rs, item) {
                list.extend(rs.session_object(&item.child(&name))?);
            }
            Value::Object(Obj::array(list))
        }
        () => rs.session_object(item)?.unwrap_or_default(),
    };
    let container = rs.is_container(item);
    let value = value.wrap();
    if let Some(cell) = value.cell() {
        for (name, note) in path_notes(rs, item) {
            cell.attached_or_new().set(cell, name.into(), Member::Note(note));
        }
        cell.attached_or_new().set(cell, "PSIsContainer".into(), Member::Note(container.into()));
    }
    Ok(value)
}

/// The notes of an item's path in their order; `PSIsContainer` is not among them.
pub fn path_notes(rs: &Runspace, item: &ItemPath) -> Vec<(&'static str, Value)> {
    let mut notes: Vec<(&str, Value)> = vec![("PSPath", item.qualified().into())];
    if item.is_file_system() {
        let parent = item.parent().map_or_else(PsString::empty, |parent| parent.qualified());
        notes.push(("PSParentPath", parent.into()));
        notes.push(("PSChildName", item.name().into()));
        notes.push(("UnixStat", UnixStat::object(item.file())));
    }
    notes.push(("PSDrive", item.drive_value()));
    notes.push(("PSProvider", Value::Object(rs.places.provider(item.provider).clone())));
    notes
}

/// The names of the items of a drive of the session, sorted.
pub fn sorted_names(rs: &mut Runspace, drive: &ItemPath) -> Vec<String> {
    let mut names = rs.session_names(drive.provider);
    names.sort_by_cached_key(|name| name.to_lowercase());
    names
}

/// Puts an item's object out.
///
/// # Errors
/// What stops the pipeline.
pub fn write_item(io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
    let object = item_object(io.rs, item)?;
    io.write(object)
}
