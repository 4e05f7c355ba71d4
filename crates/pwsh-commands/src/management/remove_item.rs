//! `Remove-Item`.

use super::named_items::existing;
use psjob_dotnet::io::failure;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, Error, PsString, Result};
use std::fs;

/// Removes items; a folder with something in it only with -Recurse.
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
    recurse: Switch,
    #[parameter]
    force: Switch,
}

impl Cmdlet for RemoveItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        for item in existing(io, paths, literal, self.force.0)? {
            match self.remove(io, &item) {
                Err(error) if error.thrown().is_some() => io.write_error(error)?,
                removed => removed?,
            }
        }
        Ok(())
    }
}

impl RemoveItem {
    fn remove(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        let is_folder = item.is_file_system() && item.file().symlink_metadata().is_ok_and(|m| m.is_dir());
        let action = if is_folder { "Remove Directory" } else { "Remove File" };
        if !item.is_file_system() {
            return match io.should_process(&format!("Item: {}", item.path), "Remove Item")? {
                true => io.rs.remove_session_item(item),
                false => Ok(()),
            };
        }
        if !io.should_process(&item.path, action)? {
            return Ok(());
        }
        if is_folder && !self.recurse.0 && fs::read_dir(item.file()).is_ok_and(|mut l| l.next().is_some()) {
            let text = format!("Directory {} cannot be removed because it is not empty.", item.path);
            return Err(Error::new("System.IO.IOException", text)
                .id("DirectoryNotEmpty")
                .category(Category::WriteError)
                .target(item.path.as_str()));
        }
        let removed = match is_folder {
            true => fs::remove_dir_all(item.file()),
            false => fs::remove_file(item.file()),
        };
        removed.map_err(|error| {
            let cause = failure::of(&error, item.file());
            crate::target::reported_as(
                cause,
                "RemoveFileSystemItemUnAuthorizedAccess",
                Category::PermissionDenied,
            )
            .target(item.path.as_str())
        })
    }
}
