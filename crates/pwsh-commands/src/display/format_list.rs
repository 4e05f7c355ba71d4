//! `Format-List`.

use super::format_run::{FormatRun, Given};
use pwsh_format::Parameters;
use pwsh_format::parameter::Purpose;
use pwsh_format::view::Shape;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Shows each property of objects on a line.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Format-List",
    module = "Microsoft.PowerShell.Utility",
    aliases("fl"),
    output(
        "Microsoft.PowerShell.Commands.Internal.Format.FormatStartData",
        "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData",
        "Microsoft.PowerShell.Commands.Internal.Format.FormatEndData",
        "Microsoft.PowerShell.Commands.Internal.Format.GroupStartData",
        "Microsoft.PowerShell.Commands.Internal.Format.GroupEndData"
    ),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096928"
)]
pub struct FormatList {
    #[parameter(position = 0)]
    #[validate(not_null_or_empty)]
    property: Vec<Value>,
    #[parameter]
    exclude_property: Vec<PsString>,
    #[parameter]
    group_by: Value,
    #[parameter]
    view: Option<PsString>,
    #[parameter]
    show_error: Switch,
    #[parameter]
    display_error: Switch,
    #[parameter]
    force: Switch,
    #[parameter]
    #[validate(set("CoreOnly", "EnumOnly", "Both"))]
    expand: Option<PsString>,
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    run: FormatRun,
}

impl Cmdlet for FormatList {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut told = Parameters::of(Some(Shape::List));
        Given {
            property: &self.property,
            exclude: &self.exclude_property,
            group_by: &self.group_by,
            view: &self.view,
            expand: &self.expand,
            purpose: Purpose::List,
        }
        .read(&mut told)?;
        told.force = self.force.0;
        told.show_error = self.show_error.0;
        told.display_error = self.display_error.0;
        self.run.begin(io, told);
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.run.process(io, &self.input_object)
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.run.end(io)
    }
}
