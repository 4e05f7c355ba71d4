//! `Clear-Variable`.

use super::variable_scope::{report_missing, scope_named, variables_like};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::facade::PsVariable;
use pwsh_value::wildcard::has_wildcards;
use pwsh_value::{PsString, Result, Value};

/// Sets variables to null, typed ones to their type's null.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Clear-Variable",
    module = "Microsoft.PowerShell.Utility",
    aliases("clv"),
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096923"
)]
pub struct ClearVariable {
    #[parameter(mandatory, position = 0, pipeline_by_name)]
    name: Vec<PsString>,
    #[parameter]
    force: Switch,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    scope: PsString,
}

impl Cmdlet for ClearVariable {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let scope = match self.scope.is_empty() {
            true => None,
            false => Some(scope_named(io.rs, &self.scope)?),
        };
        for name in self.name.clone() {
            let found = variables_like(io.rs, &name, scope)?;
            if found.is_empty() && !has_wildcards(&name) {
                report_missing(io, &name)?;
            }
            for (_, cell) in found {
                if self.force.0 && cell.options().read_only {
                    cell.replace(Value::Null);
                } else if let Err(error) = io.rs.store_in_cell(&cell, Value::Null) {
                    if error.thrown().is_none() {
                        return Err(error);
                    }
                    io.write_error(error)?;
                    continue;
                }
                if self.pass_thru.0 {
                    io.write(PsVariable::object(cell))?;
                }
            }
        }
        Ok(())
    }
}
