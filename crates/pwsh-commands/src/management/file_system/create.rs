//! New files and folders.

use super::super::item_object::write_item;
use super::link;
use super::refusal::{io_error, refused};
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, Error, Result, Value};
use std::fs::{self, OpenOptions};
use std::io::Write;

/// What -ItemType names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ItemType {
    /// A file.
    File,
    /// A folder.
    Directory,
    /// A link by path.
    SymbolicLink,
    /// A link to a folder, on Windows.
    Junction,
    /// Another name of a file.
    HardLink,
}

impl ItemType {
    /// The type of that name, of which a beginning will do; a file for none.
    ///
    /// # Errors
    /// Argument for another name.
    pub fn named(name: &str) -> Result<ItemType> {
        const NAMES: [(&str, ItemType); 6] = [
            ("directory", ItemType::Directory),
            ("container", ItemType::Directory),
            ("file", ItemType::File),
            ("symboliclink", ItemType::SymbolicLink),
            ("junction", ItemType::Junction),
            ("hardlink", ItemType::HardLink),
        ];
        let name = name.to_ascii_lowercase();
        if name.is_empty() {
            return Ok(ItemType::File);
        }
        let found = NAMES.iter().find(|(full, _)| full.starts_with(&name)).map(|(_, found)| *found);
        found.ok_or_else(|| {
            let text = "The type is not a known type for the file system. Only \"file\",\"directory\" or \"symboliclink\" can be specified.";
            Error::new("System.Management.Automation.PSArgumentException", text)
                .id("Argument")
                .category(Category::InvalidArgument)
        })
    }

    /// Whether it is one of the links.
    pub fn is_link(self) -> bool {
        matches!(self, ItemType::SymbolicLink | ItemType::Junction | ItemType::HardLink)
    }
}

/// Makes a file, a folder or a link and puts it out. `value`: a file's content, a link's target.
///
/// # Errors
/// Terminating ones; others are written.
pub fn create(
    io: &mut Io<'_>,
    item: &ItemPath,
    kind: ItemType,
    value: Option<&str>,
    force: bool,
) -> Result<()> {
    if force
        && let Some(parent) = item.file().parent().filter(|parent| !parent.exists())
        && let Err(error) = fs::create_dir_all(parent)
    {
        return io.write_error(refused(&error, parent, "CreateIntermediateDirectories"));
    }
    let made = match kind {
        ItemType::File => file(io, item, value, force)?,
        ItemType::Directory => folder(io, item, force)?,
        ItemType::SymbolicLink => link::symbolic(io, item, value.unwrap_or_default(), force)?,
        ItemType::HardLink => link::hard(io, item, value.unwrap_or_default(), force)?,
        ItemType::Junction => link::junction(io, item, value.unwrap_or_default())?,
    };
    if made { write_item(io, item) } else { Ok(()) }
}

fn file(io: &mut Io<'_>, item: &ItemPath, value: Option<&str>, force: bool) -> Result<bool> {
    if !io.should_process(&format!("Destination: {}", item.path), "Create File")? {
        return Ok(false);
    }
    let mut options = OpenOptions::new();
    options.write(true);
    let options = if force { options.create(true).truncate(true) } else { options.create_new(true) };
    let written = options.open(item.file()).and_then(|mut file| match value {
        Some(text) => file.write_all(text.as_bytes()),
        None => Ok(()),
    });
    match written {
        Ok(()) => Ok(true),
        Err(error) => io.write_error(refused(&error, item.file(), "NewItem")).map(|()| false),
    }
}

fn folder(io: &mut Io<'_>, item: &ItemPath, force: bool) -> Result<bool> {
    if !force && item.file().symlink_metadata().is_ok() {
        io.write_error(already_there(item))?;
        return Ok(false);
    }
    if !io.should_process(&format!("Destination: {}", item.path), "Create Directory")? {
        return Ok(false);
    }
    match fs::create_dir_all(item.file()) {
        Ok(()) => Ok(true),
        Err(_) if force && item.file().is_file() => Ok(false),
        Err(error) => io.write_error(refused(&error, item.file(), "CreateDirectory")).map(|()| false),
    }
}

/// The error that something has a folder's name already.
pub fn already_there(item: &ItemPath) -> Error {
    let text = format!("An item with the specified name {} already exists.", item.path);
    io_error(text, "DirectoryExist", Category::ResourceExists, Value::from(item.path.as_str()))
}

#[cfg(test)]
mod tests {
    use super::ItemType;

    #[test]
    fn a_beginning_names_a_type() {
        let named = |name| ItemType::named(name).ok();
        assert_eq!(named("d"), Some(ItemType::Directory));
        assert_eq!(named("Sym"), Some(ItemType::SymbolicLink));
        assert_eq!(named(""), Some(ItemType::File));
        assert_eq!(named("bogus"), None);
    }
}
