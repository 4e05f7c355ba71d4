//! `Copy-ItemProperty`.

use super::items::{items_with_properties, refuse_dynamic_properties};
use crate::management::credential::refuse_credential;
use crate::management::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Copies a property to another item. No provider on Unix has such properties.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Copy-ItemProperty",
    module = "Microsoft.PowerShell.Management",
    default_set = "Path",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096589"
)]
pub struct CopyItemProperty {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter(mandatory, position = 1, pipeline_by_name)]
    destination: PsString,
    #[parameter(mandatory, position = 2, pipeline_by_name, alias("PSProperty"))]
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

impl Cmdlet for CopyItemProperty {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        let items = items_with_properties(io, paths, literal, self.force.0, &selection)?;
        refuse_dynamic_properties(io, &items)
    }
}
