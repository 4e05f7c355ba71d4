//! Type data as script handles it: as objects, out of files, by type names.

mod file;
pub mod object;

pub use file::{TypeFileError, read_types, serialization};
pub use object::{entry_of, type_data_object};

use pwsh_runtime::Runspace;
use pwsh_runtime::type_data::Entry;
use pwsh_value::PsString;

/// The full name of the type that a text names; a text that names none stands for itself.
pub fn full_type_name(rs: &mut Runspace, text: &PsString) -> PsString {
    match rs.type_by_name(&text.to_str()) {
        Some(ty) => ty.name().clone(),
        None => text.clone(),
    }
}

/// Lays an entry over what is filed under its type name. `force`: members that are there already are replaced.
///
/// # Errors
/// The text of what is wrong: a member that is there already, or a standard member.
pub fn update(rs: &mut Runspace, added: &Entry, force: bool) -> Result<(), String> {
    let mut entry = match rs.types.entry(&added.name) {
        Some(found) => Entry::clone(&found),
        None => Entry { name: added.name.clone(), ..Entry::default() },
    };
    let present = |name: &PsString| {
        format!("Error in TypeData \"{}\": The member {name} is already present.", added.name)
    };
    for (name, member) in &added.members {
        if !force && entry.member(name).is_some() {
            return Err(present(name));
        }
        entry.set(name.clone(), member.clone());
    }
    let (old, new) = (&entry.standard, &added.standard);
    let twice = [
        ("DefaultDisplayPropertySet", !old.display.is_empty() && !new.display.is_empty()),
        ("DefaultDisplayProperty", old.display_property.is_some() && new.display_property.is_some()),
        ("DefaultKeyPropertySet", !old.keys.is_empty() && !new.keys.is_empty()),
        ("SerializationMethod", old.serialization.is_some() && new.serialization.is_some()),
        ("PropertySerializationSet", !old.serialized.is_empty() && !new.serialized.is_empty()),
        (
            "InheritPropertySerializationSet",
            old.inherit_serialized.is_some() && new.inherit_serialized.is_some(),
        ),
        ("SerializationDepth", old.depth.is_some() && new.depth.is_some()),
        ("StringSerializationSource", old.string_source.is_some() && new.string_source.is_some()),
        ("TargetTypeForDeserialization", old.target.is_some() && new.target.is_some()),
    ];
    if let Some((name, _)) = twice.iter().find(|(_, twice)| *twice && !force) {
        return Err(present(&(*name).into()));
    }
    let mut standard = added.standard.clone();
    standard.fill_from(&entry.standard);
    entry.standard = standard;
    rs.types.set(entry);
    Ok(())
}
