//! `Get-ChildItem`.

use super::item_object::item_object;
use super::named_items::existing;
use psjob_dotnet::io::failure;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::{ItemPath, is_hidden, listed};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Category, PsString, Result};

/// Gives the files and folders in folders.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-ChildItem",
    module = "Microsoft.PowerShell.Management",
    aliases("gci", "dir"),
    default_set = "Items",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096492"
)]
pub struct GetChildItem {
    #[parameter(position = 0, pipeline, pipeline_by_name, set = "Items")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralItems")]
    literal_path: Vec<PsString>,
    #[parameter(position = 1)]
    filter: PsString,
    #[parameter(alias("s", "r"))]
    recurse: Switch,
    #[parameter]
    depth: Option<u32>,
    #[parameter]
    force: Switch,
    #[parameter]
    name: Switch,
    #[parameter(alias("ad"))]
    directory: Switch,
    #[parameter(alias("af"))]
    file: Switch,
}

impl Cmdlet for GetChildItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("LiteralItems");
        let here = [PsString::from(".")];
        let paths = match () {
            () if literal => &self.literal_path[..],
            () if self.path.is_empty() => &here,
            () => &self.path,
        };
        let depth = match self.depth {
            Some(depth) => depth,
            None if self.recurse.0 => u32::MAX,
            None => 0,
        };
        for item in existing(io, paths, literal, self.force.0)? {
            match io.rs.is_container(&item) {
                true => self.list(io, &item, "", depth)?,
                false => self.show(io, &item, item.name())?,
            }
        }
        Ok(())
    }
}

impl GetChildItem {
    /// The items of a folder, then those of the folders in it; `below`: the way to it from where the list began.
    fn list(&self, io: &mut Io<'_>, folder: &ItemPath, below: &str, depth: u32) -> Result<()> {
        io.poll()?;
        if !folder.is_file_system() {
            let mut names = io.rs.session_names(folder.provider);
            names.sort_by_cached_key(|name| name.to_lowercase());
            return names.iter().try_for_each(|name| self.show(io, &folder.child(name), name));
        }
        let entries = match listed(folder.file()) {
            Ok(entries) => entries,
            Err(error) => {
                let cause = failure::of_directory(&error, folder.file());
                let error = crate::target::reported_as(
                    cause,
                    "DirUnauthorizedAccessError",
                    Category::PermissionDenied,
                );
                return io.write_error(error.target(folder.path.as_str()));
            }
        };
        let entries: Vec<_> =
            entries.into_iter().filter(|(name, _)| self.force.0 || !is_hidden(name)).collect();
        for (name, is_folder) in &entries {
            let wanted = match (self.directory.0, self.file.0) {
                (true, false) => *is_folder,
                (false, true) => !*is_folder,
                _ => true,
            };
            if wanted {
                self.show(io, &folder.child(name), &format!("{below}{name}"))?;
            }
        }
        if depth > 0 {
            for (name, _) in entries.iter().filter(|(_, is_folder)| *is_folder) {
                let child = folder.child(name);
                // A link may lead back up.
                if !child.file().is_symlink() {
                    self.list(io, &child, &format!("{below}{name}/"), depth - 1)?;
                }
            }
        }
        Ok(())
    }

    fn show(&self, io: &mut Io<'_>, item: &ItemPath, way: &str) -> Result<()> {
        if !self.filter.is_empty() && !Wildcard::new(&self.filter, Case::Ignore)?.matches(&item.name().into())
        {
            return Ok(());
        }
        if self.name.0 {
            return io.write(way);
        }
        let object = item_object(io.rs, item);
        io.write(object)
    }
}
