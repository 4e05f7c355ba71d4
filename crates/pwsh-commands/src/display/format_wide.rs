//! `Format-Wide`.

use super::format_run::{FormatRun, Given, invalid_data};
use pwsh_format::Parameters;
use pwsh_format::parameter::Purpose;
use pwsh_format::view::Shape;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Shows one property of each object, several on a line.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Format-Wide",
    module = "Microsoft.PowerShell.Utility",
    aliases("fw"),
    output(
        "Microsoft.PowerShell.Commands.Internal.Format.FormatStartData",
        "Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData",
        "Microsoft.PowerShell.Commands.Internal.Format.FormatEndData",
        "Microsoft.PowerShell.Commands.Internal.Format.GroupStartData",
        "Microsoft.PowerShell.Commands.Internal.Format.GroupEndData"
    ),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096930"
)]
pub struct FormatWide {
    #[parameter(position = 0)]
    property: Value,
    #[parameter]
    exclude_property: Vec<PsString>,
    #[parameter]
    auto_size: Option<Switch>,
    #[parameter]
    #[validate(range(1, 2_147_483_647))]
    column: Option<i32>,
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

impl Cmdlet for FormatWide {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut told = Parameters::of(Some(Shape::Wide));
        Given {
            property: if self.property.is_null() { &[] } else { std::slice::from_ref(&self.property) },
            exclude: &self.exclude_property,
            group_by: &self.group_by,
            view: &self.view,
            expand: &self.expand,
            purpose: Purpose::Wide,
        }
        .read(&mut told)?;
        told.force = self.force.0;
        told.show_error = self.show_error.0;
        told.display_error = self.display_error.0;
        if self.column.is_some() && self.auto_size.is_some_and(|switch| switch.0) {
            let message = "Cmdlet parameters AutoSize and Column are mutually exclusive.";
            return Err(invalid_data("FormatCannotSpecifyAutosizeAndColumns", message));
        }
        told.auto_size = self.auto_size.map(|switch| switch.0);
        told.columns = self.column;
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
