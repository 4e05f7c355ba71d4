//! The current location, its history and its stacks.

use super::drive::{Places, Provider, drive_of};
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

/// The stack that is in use until another is chosen.
pub(super) const DEFAULT_STACK: &str = "default";

impl Places {
    /// Keeps a location to go back to.
    fn remember(&mut self, former: PsString) {
        self.back.push(former);
        if self.back.len() > HISTORY {
            self.back.remove(0);
        }
        self.forward.clear();
    }
}

/// The payload of a `PathInfoStack`: locations, the last one on top.
pub struct PathStack {
    /// Its name.
    pub name: PsString,
    /// The locations, objects whose payload is a [`PathInfo`].
    pub locations: Vec<Value>,
}

impl Payload for PathStack {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.locations.iter().for_each(visit);
    }
}

impl PathStack {
    /// A `PathInfoStack` as a stack is now; an empty name is that of the stack in use.
    ///
    /// # Errors
    /// Argument where another is not there.
    pub fn object(rs: &mut Runspace, stack: &PsString) -> Result<Value> {
        let name = rs.stack_named(stack);
        let texts = match rs.places.stacks.get(&name) {
            Some(texts) => texts.clone(),
            None if name == rs.places.default_stack => Vec::new(),
            None => return Err(stack_not_found(stack)),
        };
        let mut locations = Vec::new();
        for text in texts.iter().rev() {
            locations.push(PathInfo::object(rs.item_at_location(&text.to_str())?));
        }
        let ty = named("System.Management.Automation.PathInfoStack");
        Ok(Obj::new(ty, PathStack { name: name.as_str().into(), locations }).into())
    }
}

fn stack_not_found(name: &PsString) -> Error {
    let text = format!("Cannot find location stack '{name}'. It does not exist or it is not a container.");
    Error::new("System.Management.Automation.PSArgumentException", text)
        .id("Argument")
        .category(Category::InvalidArgument)
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
        self.places.remember(former);
        Ok(())
    }

    /// Goes to a location for a while: nothing is kept to go back to.
    ///
    /// # Errors
    /// PathNotFound where it cannot be stood in.
    pub fn visit(&mut self, item: &ItemPath) -> Result<()> {
        self.enter(item)
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

    /// Puts the current location on a stack; an empty name is that of the stack in use.
    pub fn push_location(&mut self, stack: &PsString) {
        let name = self.stack_named(stack);
        let here = self.location.clone();
        self.places.stacks.entry(name).or_default().push(here);
    }

    /// Goes to the location on top of a stack and takes it away; `false` where the stack in use is empty.
    ///
    /// # Errors
    /// Argument where another stack is empty or not there; as [`return_to`](Self::return_to).
    pub fn pop_location(&mut self, stack: &PsString) -> Result<bool> {
        let name = self.stack_named(stack);
        let Some(target) = self.places.stacks.get_mut(&name).and_then(Vec::pop) else {
            return if name == self.places.default_stack { Ok(false) } else { Err(stack_not_found(stack)) };
        };
        if self.places.stacks.get(&name).is_some_and(Vec::is_empty) {
            self.places.stacks.remove(&name);
        }
        let former = self.location.clone();
        self.return_to(&target)?;
        self.places.remember(former);
        Ok(true)
    }

    /// Makes a stack the one in use; an empty name is that of the first.
    ///
    /// # Errors
    /// StackNotFound where it is not there.
    pub fn choose_stack(&mut self, stack: &PsString) -> Result<()> {
        let name = if stack.is_empty() { DEFAULT_STACK.to_owned() } else { stack.to_string() };
        if name != DEFAULT_STACK && !self.places.stacks.contains_key(&name) {
            let text =
                format!("Cannot find location stack '{stack}'. It does not exist or it is not a container.");
            return Err(Error::new("System.Management.Automation.ItemNotFoundException", text)
                .id("StackNotFound")
                .category(Category::ObjectNotFound)
                .target(stack.clone()));
        }
        self.places.default_stack = name;
        Ok(())
    }

    fn stack_named(&self, stack: &PsString) -> String {
        if stack.is_empty() { self.places.default_stack.clone() } else { stack.to_string() }
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
