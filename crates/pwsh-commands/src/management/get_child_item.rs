//! `Get-ChildItem`.

use super::attribute_filter::{AttributeFilter, AttributeSwitches};
use super::get_item::hidden;
use super::item_object::{sorted_names, write_item};
use super::named_items::{exists, report, selected_at};
use super::selection::{Selection, filter_not_supported};
use crate::object_errors::reported_as;
use psjob_dotnet::io::failure;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::{ItemPath, item_not_found, listed};
use pwsh_value::wildcard::has_wildcards;
use pwsh_value::{Category, PsString, Result, Value};
use std::collections::HashSet;
use std::path::PathBuf;

/// Gives the items in folders and drives.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-ChildItem",
    module = "Microsoft.PowerShell.Management",
    aliases("gci", "dir"),
    default_set = "Items",
    output("System.IO.FileInfo", "System.IO.DirectoryInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096492"
)]
pub struct GetChildItem {
    #[parameter(position = 0, pipeline, pipeline_by_name, set = "Items")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralItems")]
    literal_path: Vec<PsString>,
    #[parameter(position = 1)]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter(alias("s", "r"))]
    recurse: Switch,
    #[parameter]
    depth: Option<u32>,
    #[parameter]
    force: Switch,
    #[parameter]
    name: Switch,
    #[parameter(ty = "System.Management.Automation.FlagsExpression`1[System.IO.FileAttributes]")]
    attributes: Value,
    #[parameter]
    follow_symlink: Switch,
    #[parameter(alias("ad"))]
    directory: Switch,
    #[parameter(alias("af"))]
    file: Switch,
    #[parameter(alias("ah", "h"))]
    hidden: Switch,
    #[parameter(alias("ar"))]
    read_only: Switch,
    #[parameter(alias("as"))]
    system: Switch,
}

/// One search: what is shown, how deep, in which order.
struct Search {
    selection: Selection,
    attributes: AttributeFilter,
    depth: u32,
    /// What is in a folder follows the folder at once, not all its siblings.
    nested: bool,
    follow_links: bool,
    names_only: bool,
    visited: HashSet<PathBuf>,
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
        for path in paths {
            let listed = self.list(io, path, literal);
            report(io, listed)?;
        }
        Ok(())
    }
}

impl GetChildItem {
    fn search(&self) -> Result<Search> {
        let switches = AttributeSwitches {
            directory: self.directory.0,
            file: self.file.0,
            hidden: self.hidden.0,
            read_only: self.read_only.0,
            system: self.system.0,
        };
        Ok(Search {
            selection: Selection::new(&self.filter, &self.include, &self.exclude)?,
            attributes: AttributeFilter::new(self.attributes.clone(), switches, self.force.0),
            depth: self.depth.unwrap_or(if self.recurse.0 { u32::MAX } else { 0 }),
            nested: false,
            follow_links: self.follow_symlink.0,
            names_only: self.name.0,
            visited: HashSet::new(),
        })
    }

    fn list(&self, io: &mut Io<'_>, path: &PsString, literal: bool) -> Result<()> {
        let mut search = self.search()?;
        let recurse = self.recurse.0 || self.depth.is_some();
        let mut path = path.clone();
        if recurse && !literal && !path.to_str().ends_with(['/', '\\']) {
            path = self.start_of(io, path, &mut search)?;
        }
        let globbed = has_wildcards(&path) && !literal;
        search.nested = !self.name.0 && (search.selection.is_narrow() || recurse && globbed);
        let all = Selection::default();
        let choice = if recurse { &all } else { &search.selection };
        for item in selected_at(io.rs, &path, literal, self.force.0, choice)? {
            if !exists(io.rs, &item) {
                io.write_error(item_not_found(&item.shown()))?;
            } else if io.rs.is_container(&item) && (!globbed || recurse) {
                let depth = search.depth;
                search.walk(io, &item, "", depth)?;
            } else {
                search.show_item(io, &item)?;
            }
        }
        Ok(())
    }

    /// Where a search through folders begins: a leaf that is no folder is looked for in all folders below its own.
    fn start_of(&self, io: &mut Io<'_>, path: PsString, search: &mut Search) -> Result<PsString> {
        let text = path.to_str().into_owned();
        let at = text.rfind(['/', '\\', ':']).map_or(0, |at| at + 1);
        let (parent, leaf) = text.split_at(at);
        let parent: PsString = if parent.is_empty() { ".".into() } else { parent.into() };
        if leaf == "*" && (self.file.0 || self.directory.0) {
            return Ok(parent);
        }
        if search.selection.has_include() || leaf.is_empty() || matches!(leaf, "." | ".." | "~") {
            return Ok(path);
        }
        let found = selected_at(io.rs, &path, false, self.force.0, &Selection::default())?;
        if matches!(found.as_slice(), [item] if io.rs.is_container(item)) {
            return Ok(path);
        }
        if leaf != "*" {
            let selection = std::mem::take(&mut search.selection);
            search.selection = selection.including(&leaf.into())?;
        }
        Ok(parent)
    }
}

impl Search {
    /// The items of a folder and, down to a depth, of the folders in it; `below`: the way to it from where the search
    /// began.
    fn walk(&mut self, io: &mut Io<'_>, folder: &ItemPath, below: &str, depth: u32) -> Result<()> {
        io.poll()?;
        if !folder.is_file_system() {
            return self.session_items(io, folder);
        }
        let entries = match listed(folder.file()) {
            Ok(entries) => entries,
            Err(error) => {
                let cause = failure::of_directory(&error, folder.file());
                let error = reported_as(cause, "DirUnauthorizedAccessError", Category::PermissionDenied);
                return io.write_error(error.target(folder.path.as_str()));
            }
        };
        let entries: Vec<_> = entries.into_iter().filter(|(name, _)| self.attributes.shows(name)).collect();
        for (name, is_folder) in &entries {
            let child = folder.child(name);
            if self.selection.matches(name) && self.attributes.matches(child.file()) {
                match self.names_only {
                    true => io.write(format!("{below}{name}"))?,
                    false => write_item(io, &child)?,
                }
            }
            if self.nested && *is_folder {
                self.enter(io, &child, below, depth)?;
            }
        }
        if !self.nested {
            for (name, _) in entries.iter().filter(|(_, is_folder)| *is_folder) {
                self.enter(io, &folder.child(name), below, depth)?;
            }
        }
        Ok(())
    }

    fn enter(&mut self, io: &mut Io<'_>, folder: &ItemPath, below: &str, depth: u32) -> Result<()> {
        if depth == 0 {
            return Ok(());
        }
        if folder.file().is_symlink() {
            // A link may lead back up.
            let target = folder.file().canonicalize().unwrap_or_default();
            if !self.follow_links || !self.visited.insert(target) {
                return Ok(());
            }
        }
        self.walk(io, folder, &format!("{below}{}/", folder.name()), depth - 1)
    }

    fn session_items(&mut self, io: &mut Io<'_>, drive: &ItemPath) -> Result<()> {
        if self.selection.has_filter() {
            return io.write_error(filter_not_supported());
        }
        for name in sorted_names(io.rs, drive) {
            if self.selection.includes(&name) {
                self.show(io, &drive.child(&name))?;
            }
        }
        Ok(())
    }

    /// One item that the path itself names.
    fn show_item(&mut self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        if item.is_file_system() {
            if !self.attributes.shows(item.name()) {
                return io.write_error(hidden(item));
            }
            if !self.selection.includes(item.name()) || !self.attributes.matches(item.file()) {
                return Ok(());
            }
        }
        self.show(io, item)
    }

    fn show(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        if self.names_only { io.write(item.name()) } else { write_item(io, item) }
    }
}
