//! `Copy-Item`.

use super::credential::refuse_credential;
use super::destination::destination;
use super::file_system::Copying;
use super::item_object::write_item;
use super::named_items::{exists, report, selected};
use super::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Copies items to another place.
#[derive(Cmdlet)]
#[cmdlet(
    name = "Copy-Item",
    module = "Microsoft.PowerShell.Management",
    aliases("cpi", "copy"),
    default_set = "Path",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096990"
)]
pub struct CopyItem {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter(position = 1, pipeline_by_name)]
    destination: PsString,
    #[parameter]
    container: Switch,
    #[parameter]
    force: Switch,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter]
    recurse: Switch,
    #[parameter]
    pass_thru: Switch,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Default for CopyItem {
    /// -Container holds unless it is taken back.
    fn default() -> CopyItem {
        CopyItem {
            path: Vec::new(),
            literal_path: Vec::new(),
            destination: PsString::empty(),
            container: Switch(true),
            force: Switch(false),
            filter: PsString::empty(),
            include: Vec::new(),
            exclude: Vec::new(),
            recurse: Switch(false),
            pass_thru: Switch(false),
            credential: Value::Null,
        }
    }
}

impl Cmdlet for CopyItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        let to = match destination(io, &self.destination, self.force.0) {
            Ok(to) => to,
            Err(error) => return report(io, Err(error)),
        };
        for from in selected(io, paths, literal, self.force.0, &selection)? {
            let copied = match from.is_file_system() && to.is_file_system() {
                true => self.copy_file(io, &from, &to, &selection),
                false => self.copy_session_item(io, &from, &to),
            };
            report(io, copied)?;
        }
        Ok(())
    }
}

impl CopyItem {
    fn copy_file(
        &self,
        io: &mut Io<'_>,
        from: &ItemPath,
        to: &ItemPath,
        selection: &Selection,
    ) -> Result<()> {
        let copying =
            Copying { recurse: self.recurse.0, force: self.force.0, pass_thru: self.pass_thru.0, selection };
        let is_folder = from.file().is_dir();
        if is_folder && to.file().symlink_metadata().is_ok() && !to.file().is_dir() {
            return Err(refused(
                "Container cannot be copied onto existing leaf item.",
                "CopyContainerItemToLeafError",
                from,
            ));
        }
        if is_folder && !self.container.0 && to.file().is_dir() {
            if self.recurse.0 {
                return copying.copy_flat(io, from, to);
            }
            return Err(refused(
                "Container cannot be copied to another container. The -Recurse or -Container parameter is not specified.",
                "CopyContainerToContainerWithoutRecurseOrContainer",
                from,
            ));
        }
        copying.copy(io, from, to)
    }

    fn copy_session_item(&self, io: &mut Io<'_>, from: &ItemPath, to: &ItemPath) -> Result<()> {
        if from.provider != to.provider {
            return Err(refused(
                "Source and destination path did not resolve to the same provider.",
                "CopyItemSourceAndDestinationNotSameProvider",
                from,
            ));
        }
        let to = if to.path.is_empty() { to.child(&from.path) } else { to.clone() };
        if !exists(io.rs, from)
            || !io.should_process(&format!("Item: {} Destination: {}", from.path, to.path), "Copy Item")?
        {
            return Ok(());
        }
        let value = io.rs.session_item(from).unwrap_or_default();
        io.rs.set_session_item(&to, value)?;
        if self.pass_thru.0 { write_item(io, &to) } else { Ok(()) }
    }
}

fn refused(text: &str, id: &str, from: &ItemPath) -> Error {
    Error::new("System.Management.Automation.PSArgumentException", text)
        .id(id)
        .category(Category::InvalidArgument)
        .target(from.path.as_str())
}
