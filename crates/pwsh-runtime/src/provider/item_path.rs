//! Paths as script writes them, and what they name.

use super::drive::{Drive, Provider, drive_of};
use super::failure::{drive_not_found, provider_not_found};
use crate::runspace::Runspace;
use pwsh_value::{Obj, PsString, Result, Value};
use std::path::{Path, PathBuf};

/// What a path names: an item of a provider, be it there or not.
#[derive(Clone)]
pub struct ItemPath {
    /// The provider.
    pub provider: Provider,
    /// The drive the path went through, an object whose payload is a [`Drive`]; `None`: the path named its
    /// provider instead.
    pub drive: Option<Obj>,
    /// The provider's own path: absolute for files, else the item's name, empty for the drive itself.
    pub path: String,
}

impl ItemPath {
    /// The path in the file system; meaningful where the provider is the file system's.
    pub fn file(&self) -> &Path {
        Path::new(&self.path)
    }

    /// Whether it is a file's or folder's.
    pub fn is_file_system(&self) -> bool {
        self.provider == Provider::FileSystem
    }

    /// The path as script sees it: with its drive, where that is not the root of all files.
    pub fn shown(&self) -> PsString {
        let Some(drive) = &self.drive else {
            return match self.provider {
                Provider::FileSystem => self.path.as_str().into(),
                _ => self.qualified(),
            };
        };
        let drive = drive_of(drive);
        let root = drive.root.to_str();
        match self.provider {
            Provider::FileSystem if *root == *"/" => self.path.as_str().into(),
            Provider::FileSystem => {
                let below = self.path.strip_prefix(root.trim_end_matches('/')).unwrap_or(&self.path);
                format!("{}:/{}", drive.name, below.trim_start_matches('/')).into()
            }
            _ => format!("{}:/{}", drive.name, self.path).into(),
        }
    }

    /// The path with its provider: `Microsoft.PowerShell.Core\FileSystem::/tmp`.
    pub fn qualified(&self) -> PsString {
        format!("{}::{}", self.provider.full_name(), self.path).into()
    }

    /// The item's own name, the last part of its path.
    pub fn name(&self) -> &str {
        match self.provider {
            Provider::FileSystem => self.path.rsplit('/').next().unwrap_or_default(),
            _ => &self.path,
        }
    }

    /// The item that holds this one; `None` for the outermost.
    pub fn parent(&self) -> Option<ItemPath> {
        let path = match self.provider {
            _ if self.path.is_empty() || self.path == "/" => return None,
            Provider::FileSystem => match self.path.rsplit_once('/') {
                Some(("", _)) | None => "/".to_owned(),
                Some((parent, _)) => parent.to_owned(),
            },
            _ => String::new(),
        };
        Some(ItemPath { path, ..self.clone() })
    }

    /// The item `name` in this one.
    pub fn child(&self, name: &str) -> ItemPath {
        let path = match self.provider {
            Provider::FileSystem => format!("{}/{name}", self.path.trim_end_matches('/')),
            _ => name.to_owned(),
        };
        ItemPath { path, ..self.clone() }
    }

    /// `PSDrive` of its items.
    pub fn drive_value(&self) -> Value {
        self.drive.clone().map_or(Value::Null, Value::Object)
    }
}

/// The parts of a path that say where it begins.
enum Start<'a> {
    Provider(&'a str, &'a str),
    Drive(&'a str, &'a str),
    Home(&'a str),
    Rooted(&'a str),
    Relative(&'a str),
}

/// Reads the beginning of a path. A colon behind a separator is a part of a name.
fn start(text: &str) -> Start<'_> {
    if let Some((provider, rest)) = text.split_once("::")
        && !provider.contains('/')
    {
        return Start::Provider(provider, rest);
    }
    if let Some((drive, rest)) = text.split_once(':')
        && !drive.is_empty()
        && !drive.contains(['/', '\\', '*', '?', '['])
        && !drive.starts_with('.')
    {
        return Start::Drive(drive, rest);
    }
    match text.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '\\']) => Start::Home(rest),
        _ if text.starts_with(['/', '\\']) => Start::Rooted(text),
        _ => Start::Relative(text),
    }
}

impl Runspace {
    /// What a path names from here. Wildcards in it stay; see [`glob`](Self::glob).
    ///
    /// # Errors
    /// DriveNotFound, ProviderNotFound.
    pub fn item_path(&mut self, text: &str) -> Result<ItemPath> {
        match start(text) {
            Start::Provider(name, rest) => {
                let provider = Provider::find(name).ok_or_else(|| provider_not_found(name))?;
                let path = match provider {
                    Provider::FileSystem => normalized("/", &absolute(self, rest)),
                    _ => rest.trim_start_matches(['/', '\\']).to_owned(),
                };
                Ok(ItemPath { provider, drive: None, path })
            }
            Start::Drive(name, rest) => {
                let drive = self.places.require_drive(name)?;
                let from_root = rest.starts_with(['/', '\\']) || rest.is_empty();
                let current = drive_of(&drive).current.lock().to_string();
                let path = if from_root { rest.to_owned() } else { format!("{current}/{rest}") };
                Ok(in_drive(drive, &path))
            }
            Start::Home(rest) => {
                let home = crate::path::expand_home(self.session.process(), "~");
                let path = format!("{}/{rest}", home.display());
                Ok(in_drive(self.places.require_drive("/")?, &path))
            }
            Start::Rooted(rest) => {
                let here = self.location_item()?;
                match here.provider {
                    Provider::FileSystem => Ok(in_drive(self.places.require_drive("/")?, rest)),
                    _ => Ok(in_drive(here.drive.unwrap_or(self.places.require_drive("/")?), rest)),
                }
            }
            Start::Relative(rest) => {
                let here = self.location_item()?;
                let Some(drive) = here.drive.clone() else {
                    return Ok(ItemPath { path: normalized(&here.path, rest), ..here });
                };
                let inside = inside(drive_of(&drive), &here.path);
                Ok(in_drive(drive, &format!("{inside}/{rest}")))
            }
        }
    }

    /// The item that the current location is.
    pub fn location_item(&mut self) -> Result<ItemPath> {
        let location = self.location.to_str().into_owned();
        self.item_at_location(&location)
    }

    /// The item that a location's text names, wherever one is now: a text without drive is on that of all files.
    pub(super) fn item_at_location(&mut self, location: &str) -> Result<ItemPath> {
        match start(location) {
            Start::Drive(name, rest) => {
                let drive = self.places.drive(name).cloned().ok_or_else(|| drive_not_found(name))?;
                Ok(in_drive(drive, rest))
            }
            _ => Ok(in_drive(self.places.require_drive("/")?, location)),
        }
    }

    /// The file system path that a path of script names.
    ///
    /// # Errors
    /// As [`item_path`](Self::item_path), and NotSupported for a path of another provider.
    pub fn file_path(&mut self, text: &str) -> Result<PathBuf> {
        let item = self.item_path(text)?;
        if item.is_file_system() {
            return Ok(item.path.into());
        }
        let text = format!(
            "Cannot open file because the current provider ({}) cannot open a file.",
            item.provider.full_name()
        );
        Err(pwsh_value::Error::new("System.Management.Automation.PSInvalidOperationException", text)
            .id("ReadWriteFileNotFileSystemProvider")
            .category(pwsh_value::Category::InvalidArgument))
    }
}

/// The part of a provider's path below the drive's root.
fn inside<'a>(drive: &Drive, path: &'a str) -> &'a str {
    match drive.provider {
        Provider::FileSystem => path.strip_prefix(drive.root.to_str().trim_end_matches('/')).unwrap_or(path),
        _ => path,
    }
}

/// An item by its path below a drive's root; `..` does not lead out of it.
fn in_drive(drive: Obj, below: &str) -> ItemPath {
    let info = drive_of(&drive);
    let provider = info.provider;
    let below = normalized("/", below);
    let path = match provider {
        Provider::FileSystem => {
            let root = info.root.to_str();
            let root = root.trim_end_matches('/');
            match (root, &*below) {
                ("", below) => below.to_owned(),
                (root, "/") => root.to_owned(),
                (root, below) => format!("{root}{below}"),
            }
        }
        _ => below.trim_start_matches('/').to_owned(),
    };
    ItemPath { provider, drive: Some(drive), path }
}

fn absolute(rs: &mut Runspace, rest: &str) -> String {
    if rest.starts_with(['/', '\\']) {
        return rest.to_owned();
    }
    format!("{}/{rest}", rs.location_path().display())
}

/// `path` below `base` with one separator between parts and without `.` and `..`.
fn normalized(base: &str, path: &str) -> String {
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    let base_length = parts.len();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." if parts.len() > base_length || base != "/" => drop(parts.pop()),
            ".." => {}
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_made_plain() {
        assert_eq!(normalized("/", "a/./b//../c\\d"), "/a/c/d");
        assert_eq!(normalized("/", "../../a"), "/a");
        assert_eq!(normalized("/x/y", "../z"), "/x/z");
        assert_eq!(normalized("/", ""), "/");
    }

    #[test]
    fn a_colon_behind_a_separator_is_a_part_of_a_name() {
        assert!(matches!(start("Env:PATH"), Start::Drive("Env", "PATH")));
        assert!(matches!(start("./a:b"), Start::Relative("./a:b")));
        assert!(matches!(start("FileSystem::/a:b"), Start::Provider("FileSystem", "/a:b")));
        assert!(matches!(start("~/x"), Start::Home("/x")));
        assert!(matches!(start("~x"), Start::Relative("~x")));
    }
}
