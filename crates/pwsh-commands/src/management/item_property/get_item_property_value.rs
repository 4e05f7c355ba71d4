//! `Get-ItemPropertyValue`.

use super::items::items_with_properties;
use super::property_object::property_not_found;
use crate::management::credential::refuse_credential;
use crate::management::item_object::item_object;
use crate::management::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Gives the values of properties of items.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-ItemPropertyValue",
    module = "Microsoft.PowerShell.Management",
    aliases("gpv"),
    default_set = "Path",
    help = "https://go.microsoft.com/fwlink/?LinkId=2096906"
)]
pub struct GetItemPropertyValue {
    #[parameter(position = 0, pipeline, pipeline_by_name, set = "Path")]
    #[validate(not_null_or_empty)]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter(mandatory, position = 1, alias("PSProperty"))]
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

impl Cmdlet for GetItemPropertyValue {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let here = [PsString::from(".")];
        let paths = match () {
            () if literal => &self.literal_path[..],
            () if self.path.is_empty() => &here,
            () => &self.path,
        };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        for item in items_with_properties(io, paths, literal, self.force.0, &selection)? {
            let object = item_object(io.rs, &item)?;
            for name in &self.name {
                // What is not there ends the command.
                let value = io.rs.find_value(&object, name)?.ok_or_else(|| property_not_found(name))?;
                io.write(value)?;
            }
        }
        Ok(())
    }
}
