//! `Remove-Variable`.

use super::variable_scope::{forbidden, report_missing, scope_named, variables_like};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::wildcard::has_wildcards;
use pwsh_value::{PsString, Result};

/// Removes variables.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Remove-Variable",
    module = "Microsoft.PowerShell.Utility",
    aliases("rv"),
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2097123"
)]
pub struct RemoveVariable {
    #[parameter(mandatory, position = 0, pipeline_by_name)]
    name: Vec<PsString>,
    #[parameter]
    force: Switch,
    #[parameter]
    scope: PsString,
}

impl Cmdlet for RemoveVariable {
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
            for (scope, cell) in found {
                let text = cell.name.text();
                let options = cell.options();
                if options.constant || options.read_only && !self.force.0 {
                    let message = format!(
                        "Cannot remove variable {text} because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option."
                    );
                    io.write_error(forbidden(&text, message, "VariableNotRemovable"))?;
                } else if io.should_process(&format!("Name: {text}"), "Remove variable")?
                    && let Some(place) = io.rs.scopes.find_in(scope, cell.name)
                {
                    io.rs.scopes.remove(place);
                }
            }
        }
        Ok(())
    }
}
