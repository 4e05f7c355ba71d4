//! `Test-Path`.

use super::named_items::{exists, named};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result};

/// Says whether there is an item at a path.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Test-Path",
    module = "Microsoft.PowerShell.Management",
    default_set = "Path",
    output("System.Boolean"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097057"
)]
pub struct TestPath {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    #[validate(allow_null, allow_empty_string, allow_empty_collection)]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    #[validate(allow_null, allow_empty_string, allow_empty_collection)]
    literal_path: Vec<PsString>,
    #[parameter(alias("Type"))]
    #[validate(set("Any", "Container", "Leaf"))]
    path_type: PsString,
    #[parameter]
    is_valid: Switch,
}

impl Cmdlet for TestPath {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        for path in paths {
            let found = if self.is_valid.0 {
                !path.is_empty() && !path.to_str().contains('\0') && io.rs.item_path(&path.to_str()).is_ok()
            } else {
                self.is_there(io, path, literal)?
            };
            io.write(found)?;
        }
        Ok(())
    }
}

impl TestPath {
    fn is_there(&self, io: &mut Io<'_>, path: &PsString, literal: bool) -> Result<bool> {
        if path.to_str().trim().is_empty() {
            return Ok(false);
        }
        let items = match named(io.rs, path, literal, true) {
            Ok(items) => items,
            Err(error) if error.thrown().is_some() => return Ok(false),
            Err(error) => return Err(error),
        };
        Ok(items.iter().any(|item| {
            exists(io.rs, item)
                && match () {
                    () if self.path_type.is("Container") => io.rs.is_container(item),
                    () if self.path_type.is("Leaf") => !io.rs.is_container(item),
                    () => true,
                }
        }))
    }
}
