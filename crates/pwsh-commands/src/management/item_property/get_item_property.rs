//! `Get-ItemProperty`.

use super::items::items_with_properties;
use super::property_object::{property_not_found, property_object};
use crate::management::credential::refuse_credential;
use crate::management::item_object::write_item;
use crate::management::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, PsString, Result, Value};

/// Gives properties of items.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-ItemProperty",
    module = "Microsoft.PowerShell.Management",
    aliases("gp"),
    default_set = "Path",
    output("System.Management.Automation.PSCustomObject"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096493"
)]
pub struct GetItemProperty {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter(position = 1, alias("PSProperty"))]
    name: Vec<PsString>,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
    #[parameter]
    force: Switch,
}

impl Cmdlet for GetItemProperty {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        for item in items_with_properties(io, paths, literal, self.force.0, &selection)? {
            match self.name.is_empty() {
                true => write_item(io, &item)?,
                false => self.some(io, &item)?,
            }
        }
        Ok(())
    }
}

impl GetItemProperty {
    fn some(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        let object = crate::management::item_object::item_object(io.rs, item)?;
        let mut found = Vec::new();
        for name in self.name.iter().filter(|name| !name.is_empty()) {
            match io.rs.find_value(&object, name)? {
                Some(value) => found.push((name.clone(), value)),
                None => {
                    let error = property_not_found(name).id("GetValueError").category(Category::ReadError);
                    io.write_error(error.target(name.clone()))?;
                }
            }
        }
        if found.is_empty() {
            return Ok(());
        }
        let object = property_object(io.rs, item, found);
        io.write(object)
    }
}
