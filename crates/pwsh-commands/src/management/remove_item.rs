//! `Remove-Item`.

use super::credential::refuse_credential;
use super::file_system::Removing;
use super::named_items::{report, selected};
use super::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::{ItemPath, listed};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Removes items; a folder with something in it only with -Recurse, or when the user says so.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Remove-Item",
    module = "Microsoft.PowerShell.Management",
    aliases("ri", "del", "erase", "rd"),
    default_set = "Path",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2097103"
)]
pub struct RemoveItem {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter]
    recurse: Switch,
    #[parameter]
    force: Switch,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for RemoveItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        // With -Recurse the patterns choose among all that is below the path, not the path itself.
        let deep = self.recurse.0 && selection.has_include();
        let unselected = Selection::default();
        let chosen = if deep { &unselected } else { &selection };
        for item in selected(io, paths, literal, self.force.0, chosen)? {
            let removed = match deep {
                true => self.remove_below(io, &item, &selection),
                false => self.remove(io, &item, &selection),
            };
            report(io, removed)?;
        }
        Ok(())
    }
}

impl RemoveItem {
    fn remove(&self, io: &mut Io<'_>, item: &ItemPath, selection: &Selection) -> Result<()> {
        if !item.is_file_system() {
            return match io.should_process(&format!("Item: {}", item.path), "Remove Item")? {
                true => io.rs.remove_session_item(item, self.force.0),
                false => Ok(()),
            };
        }
        if holds_location(io, item)? {
            return Err(in_use(item, "Cannot remove the item at"));
        }
        let is_folder = item.file().symlink_metadata().is_ok_and(|metadata| metadata.is_dir());
        let mut recurse = self.recurse.0;
        if is_folder && !recurse && std::fs::read_dir(item.file()).is_ok_and(|mut list| list.next().is_some())
        {
            let query = format!(
                "The item at {} has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?",
                item.path
            );
            if !io.should_continue(&query, "Confirm")? {
                return Ok(());
            }
            recurse = true;
        }
        Removing { recurse, force: self.force.0, selection }.remove(io, item.file())
    }

    /// Removes what is selected in a folder, at whatever depth.
    fn remove_below(&self, io: &mut Io<'_>, item: &ItemPath, selection: &Selection) -> Result<()> {
        if !item.is_file_system() || !item.file().is_dir() {
            return match selection.matches(item.name()) {
                true => self.remove(io, item, selection),
                false => Ok(()),
            };
        }
        for (name, is_folder) in listed(item.file()).unwrap_or_default() {
            let child = item.child(&name);
            if selection.matches(&name) {
                self.remove(io, &child, &Selection::default())?;
            } else if is_folder && !child.file().is_symlink() {
                self.remove_below(io, &child, selection)?;
            }
        }
        Ok(())
    }
}

/// Whether the current location is an item or lies in it.
///
/// # Errors
/// A location whose drive is gone.
pub fn holds_location(io: &mut Io<'_>, item: &ItemPath) -> Result<bool> {
    let here = io.rs.location_item()?;
    let folder = format!("{}/", item.path.trim_end_matches('/'));
    Ok(here.provider == item.provider && (here.path == item.path || here.path.starts_with(&folder)))
}

/// The error that an item cannot be changed while one stands in it; `what` is the text before its path.
pub fn in_use(item: &ItemPath, what: &str) -> Error {
    let text = format!("{what} '{}' because it is in use.", item.shown());
    Error::new("System.Management.Automation.PSInvalidOperationException", text)
        .id("InvalidOperation")
        .category(Category::InvalidOperation)
}
