//! `Set-Alias`.

use super::alias_table::{define, options_of, put, scope_of};
use pwsh_runtime::command::{Alias, Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Makes or changes an alias.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Set-Alias",
    module = "Microsoft.PowerShell.Utility",
    aliases("sal"),
    should_process,
    impact = "Low",
    output("System.Management.Automation.AliasInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096625"
)]
pub struct SetAlias {
    #[parameter(position = 0, mandatory, pipeline_by_name)]
    name: PsString,
    #[parameter(position = 1, mandatory, pipeline_by_name)]
    value: PsString,
    #[parameter(pipeline_by_name)]
    description: PsString,
    #[parameter(pipeline_by_name, ty = "System.Management.Automation.ScopedItemOptions")]
    option: Value,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    #[validate(not_null_or_empty)]
    scope: PsString,
    #[parameter]
    force: Switch,
}

impl Cmdlet for SetAlias {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let scope = scope_of(io, &self.scope)?;
        let target = format!("Name: {} Value: {}", self.name, self.value);
        if !io.should_process(&target, "Set Alias")? {
            return Ok(());
        }
        let mut alias = Alias::new(self.name.clone(), self.value.clone());
        alias.description = self.description.clone();
        alias.options = options_of(&self.option);
        match define(io, scope, alias.clone(), self.force.0) {
            Ok(()) if self.pass_thru.0 => put(io, alias),
            Ok(()) => Ok(()),
            Err(error) if error.thrown().is_some() => io.write_error(error),
            Err(error) => Err(error),
        }
    }
}
