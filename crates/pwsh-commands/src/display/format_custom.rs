//! `Format-Custom`.

use super::format_run::{FormatRun, Given};
use pwsh_format::Parameters;
use pwsh_format::parameter::Purpose;
use pwsh_format::view::Shape;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Shows objects by their custom views, or their members as a tree.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Format-Custom",
    module = "Microsoft.PowerShell.Utility",
    aliases("fc"),
    output(
        "Microsoft.PowerShell.Commands.Internal.Format.FormatStartData",
        "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData",
        "Microsoft.PowerShell.Commands.Internal.Format.FormatEndData",
        "Microsoft.PowerShell.Commands.Internal.Format.GroupStartData",
        "Microsoft.PowerShell.Commands.Internal.Format.GroupEndData"
    ),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096929"
)]
pub struct FormatCustom {
    #[parameter(position = 0)]
    #[validate(not_null_or_empty)]
    property: Vec<Value>,
    #[parameter]
    exclude_property: Vec<PsString>,
    #[parameter]
    #[validate(range(1, 2_147_483_647))]
    depth: Option<i32>,
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

impl Cmdlet for FormatCustom {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut told = Parameters::of(Some(Shape::Custom));
        Given {
            property: &self.property,
            exclude: &self.exclude_property,
            group_by: &self.group_by,
            view: &self.view,
            expand: &self.expand,
            purpose: Purpose::Custom,
        }
        .read(&mut told)?;
        told.force = self.force.0;
        told.show_error = self.show_error.0;
        told.display_error = self.display_error.0;
        told.depth = self.depth.unwrap_or(told.depth);
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
