//! The current location, its history and its stacks.

use super::drive::{Provider, drive_of};
use super::failure::item_not_found;
use super::item_path::ItemPath;
use crate::runspace::Runspace;
use pwsh_value::ty::named;
use pwsh_value::{Category, Error, Obj, Payload, PsString, Result, Value};

/// At most this many locations are kept to go back to, as PowerShell's history of locations.
const HISTORY: usize = 20;

/// The payload of a `PathInfo`.
pub struct PathInfo(pub ItemPath);

impl Payload for PathInfo {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(drive) = &self.0.drive {
            visit(&Value::Object(drive.clone()));
        }
    }
}

impl PathInfo {
    /// A `PathInfo` object.
    pub fn object(path: ItemPath) -> Value {
        Value::Object(Obj::new(named("System.Management.Automation.PathInfo"), PathInfo(path)))
    }
}

impl Runspace {
    /// `$PWD`.
    pub fn location_value(&mut self) -> Value {
        match self.location_item() {
            Ok(item) => PathInfo::object(item),
            Err(_) => Value::String(self.location.clone()),
        }
    }

    /// Whether something can be stood in: a folder, or the root of another drive.
    pub fn is_container(&self, item: &ItemPath) -> bool {
        match item.provider {
            Provider::FileSystem => item.file().is_dir(),
            _ => item.path.is_empty(),
        }
    }

    /// Makes `item` the current location; the former one can be gone back to.
    ///
    /// # Errors
    /// PathNotFound where it cannot be stood in.
    pub fn set_location(&mut self, item: &ItemPath) -> Result<()> {
        let former = self.location.clone();
        self.enter(item)?;
        self.places.back.push(former);
        if self.places.back.len() > HISTORY {
            self.places.back.remove(0);
        }
        self.places.forward.clear();
        Ok(())
    }

    /// Goes to a location as text.
    ///
    /// # Errors
    /// As [`set_location`](Self::set_location); DriveNotFound where its drive is gone.
    pub fn return_to(&mut self, location: &PsString) -> Result<()> {
        let item = self.item_at_location(&location.to_str())?;
        self.enter(&item)
    }

    /// `Set-Location -` and `+`: one step in the history.
    ///
    /// # Errors
    /// InvalidOperation at its end.
    pub fn step_in_history(&mut self, back: bool) -> Result<()> {
        let list = if back { &mut self.places.back } else { &mut self.places.forward };
        let Some(target) = list.pop() else {
            let text = if back {
                "There is no location history left to navigate backwards."
            } else {
                "There is no location history left to navigate forwards."
            };
            return Err(Error::new("System.InvalidOperationException", text)
                .id("InvalidOperation")
                .category(Category::InvalidOperation));
        };
        let former = self.location.clone();
        self.return_to(&target)?;
        if back { &mut self.places.forward } else { &mut self.places.back }.push(former);
        Ok(())
    }

    fn enter(&mut self, item: &ItemPath) -> Result<()> {
        if !self.is_container(item) {
            return Err(item_not_found(&item.shown()));
        }
        self.location = item.shown();
        if item.is_file_system() {
            self.places.files = item.path.as_str().into();
        }
        if let Some(drive) = &item.drive {
            let drive = drive_of(drive);
            let root = drive.root.to_str();
            let below = item.path.strip_prefix(root.trim_end_matches('/')).unwrap_or(&item.path);
            *drive.current.lock() = below.trim_start_matches('/').into();
        }
        Ok(())
    }
}
