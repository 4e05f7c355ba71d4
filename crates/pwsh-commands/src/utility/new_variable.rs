//! `New-Variable`.

use super::variable_scope::scope_named;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::facade::PsVariable;
use pwsh_runtime::scope::{Slot, VariableCell, VariableOptions};
use pwsh_value::payload::EnumNumber;
use pwsh_value::{Category, Error, Name, PsString, Result, Value};
use std::sync::Arc;

/// Makes a variable.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "New-Variable",
    module = "Microsoft.PowerShell.Utility",
    aliases("nv"),
    should_process,
    impact = "Low",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097121"
)]
pub struct NewVariable {
    #[parameter(mandatory, position = 0, pipeline_by_name)]
    name: PsString,
    #[parameter(position = 1, pipeline, pipeline_by_name)]
    value: Value,
    #[parameter]
    description: Option<PsString>,
    #[parameter(ty = "System.Management.Automation.ScopedItemOptions")]
    option: Value,
    #[parameter]
    force: Switch,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    scope: PsString,
}

impl Cmdlet for NewVariable {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let scope = match self.scope.is_empty() {
            true => io.rs.cur.scope,
            false => scope_named(io.rs, &self.scope)?,
        };
        let name = Name::intern(&self.name.to_str());
        let existing = io.rs.scopes.find_in(scope, name);
        let fixed = existing.is_some_and(
            |found| matches!(io.rs.scopes.slot(found), Slot::Cell(cell) if cell.options().constant),
        );
        if existing.is_some() && !self.force.0 || fixed {
            let text = format!("A variable with name '{}' already exists.", self.name);
            return io.write_error(
                Error::new("System.Management.Automation.SessionStateException", text)
                    .id("NewVariableAlreadyExists")
                    .category(Category::ResourceExists)
                    .target(self.name.clone()),
            );
        }
        if !io.should_process(&format!("Name: {} Value: ", self.name), "New variable")? {
            return Ok(());
        }
        let bits = self.option.as_object().and_then(|o| o.get::<EnumNumber>()).map_or(0, |n| n.0);
        let cell =
            Arc::new(VariableCell::with_options(name, self.value.clone(), VariableOptions::of_bits(bits)));
        if let Some(description) = &self.description {
            cell.set_description(description.clone());
        }
        io.rs.scopes.has_all_scope |= cell.options().all_scope;
        *io.rs.scopes.place_in(scope, name) = Slot::Cell(cell.clone());
        if self.pass_thru.0 { io.write(PsVariable::object(cell)) } else { Ok(()) }
    }
}
