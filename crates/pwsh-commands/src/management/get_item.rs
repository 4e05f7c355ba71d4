//! `Get-Item`.

use super::credential::refuse_credential;
use super::item_object::write_item;
use super::named_items::selected;
use super::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::{ItemPath, is_hidden};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Gives the items at paths.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Item",
    module = "Microsoft.PowerShell.Management",
    aliases("gi"),
    default_set = "Path",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096812"
)]
pub struct GetItem {
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
    force: Switch,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for GetItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        for item in selected(io, paths, literal, self.force.0, &selection)? {
            match item.is_file_system() && !self.force.0 && is_hidden(item.name()) {
                true => io.write_error(hidden(&item))?,
                false => write_item(io, &item)?,
            }
        }
        Ok(())
    }
}

/// The error that a hidden item is not shown without -Force.
pub fn hidden(item: &ItemPath) -> Error {
    Error::new("System.IO.IOException", format!("Could not find item {}.", item.path))
        .id("ItemNotFound")
        .category(Category::ObjectNotFound)
        .target(item.path.as_str())
}
