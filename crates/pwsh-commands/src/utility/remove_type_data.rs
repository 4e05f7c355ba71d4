//! `Remove-TypeData`.

use crate::type_data::{entry_of, full_type_name};
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Forgets what is filed under a type name.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Remove-TypeData",
    module = "Microsoft.PowerShell.Utility",
    default_set = "RemoveTypeDataSet",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096622"
)]
pub struct RemoveTypeData {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "RemoveTypeSet")]
    #[validate(not_null_or_empty)]
    type_name: PsString,
    #[parameter(mandatory, set = "RemoveFileSet")]
    #[validate(not_null_or_empty)]
    path: Vec<PsString>,
    #[parameter(
        mandatory,
        pipeline,
        set = "RemoveTypeDataSet",
        ty = "System.Management.Automation.Runspaces.TypeData"
    )]
    type_data: Value,
}

impl Cmdlet for RemoveTypeData {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        for path in &self.path {
            let text = format!("The file {path} is not imported into the current session.");
            io.write_error(
                Error::new("System.InvalidOperationException", text)
                    .id("TypeFileNotExistsInCurrentSession")
                    .category(Category::InvalidOperation),
            )?;
        }
        if !self.path.is_empty() {
            return Ok(());
        }
        let name = match entry_of(&self.type_data) {
            Some(entry) => entry.name.clone(),
            None => full_type_name(io.rs, &self.type_name),
        };
        if !io.should_process(&format!("Name of the type that will be removed: {name}"), "Remove TypeData")? {
            return Ok(());
        }
        if io.rs.types.remove(&name) {
            return Ok(());
        }
        let text = format!(
            "Error in TypeData \"{name}\": The type \"{name}\" was not found. The type data for the type cannot be removed."
        );
        io.write_error(
            Error::new("System.Management.Automation.RuntimeException", text)
                .id("TypesDynamicRemoveException")
                .category(Category::InvalidOperation),
        )
    }
}
