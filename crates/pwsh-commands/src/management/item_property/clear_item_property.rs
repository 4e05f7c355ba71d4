//! `Clear-ItemProperty`.

use super::items::items_with_properties;
use super::property_object::property_object;
use crate::management::credential::refuse_credential;
use crate::management::selection::Selection;
use psjob_dotnet::io::file_system_info::set_attributes_of;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::ty::named;
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Clears a property of items: of files, the attributes.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Clear-ItemProperty",
    module = "Microsoft.PowerShell.Management",
    aliases("clp"),
    default_set = "Path",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096903"
)]
pub struct ClearItemProperty {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter(mandatory, position = 1, pipeline_by_name)]
    name: PsString,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    force: Switch,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for ClearItemProperty {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        for item in items_with_properties(io, paths, literal, true, &selection)? {
            if !self.name.is("Attributes") {
                let text = "The property cannot be cleared because the property is not supported. Only the Attributes property can be cleared.";
                return Err(Error::new("System.Management.Automation.PSArgumentException", text)
                    .id("Argument")
                    .category(Category::InvalidArgument));
            }
            let kind = if item.file().is_dir() { "Directory" } else { "File" };
            let target = format!("Item: {} Property: {}", item.path, self.name);
            if !io.should_process(&target, &format!("Clear Property {kind}"))? {
                continue;
            }
            if let Err(error) = set_attributes_of(item.file(), 0) {
                let error =
                    crate::object_errors::reported_as(error, "ClearPropertyIOError", Category::WriteError);
                io.write_error(error.target(item.path.as_str()))?;
                continue;
            }
            if self.pass_thru.0 {
                const NORMAL: i64 = 128;
                let attributes = Value::enumeration(&named("System.IO.FileAttributes"), NORMAL);
                let object = property_object(io.rs, &item, vec![(self.name.clone(), attributes)]);
                io.write(object)?;
            }
        }
        Ok(())
    }
}
