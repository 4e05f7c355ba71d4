//! `Get-TypeData`.

use crate::type_data::{full_type_name, type_data_object};
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Category, Error, PsString, Result};

/// Gives what is filed under type names.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-TypeData",
    module = "Microsoft.PowerShell.Utility",
    output("System.Management.Automation.PSObject"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097018"
)]
pub struct GetTypeData {
    #[parameter(position = 0, pipeline)]
    #[validate(not_null_or_empty)]
    type_name: Vec<PsString>,
}

impl Cmdlet for GetTypeData {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut patterns = Vec::new();
        for name in &self.type_name {
            if name.to_str().trim().is_empty() {
                let text = "The target type name should not be null, empty, or contain only white spaces.";
                io.write_error(
                    Error::new("System.InvalidOperationException", text)
                        .id("TargetTypeNameEmpty")
                        .category(Category::InvalidOperation)
                        .target(name.clone()),
                )?;
                continue;
            }
            patterns.push(Wildcard::new(&full_type_name(io.rs, name), Case::Ignore)?);
        }
        for entry in io.rs.types.all() {
            if self.type_name.is_empty() || patterns.iter().any(|pattern| pattern.matches(&entry.name)) {
                io.write(type_data_object(entry))?;
            }
        }
        Ok(())
    }
}
