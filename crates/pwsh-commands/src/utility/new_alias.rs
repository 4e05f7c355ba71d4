//! `New-Alias`.

use super::alias_table::{define, options_of, put, scope_of};
use pwsh_runtime::command::{Alias, Cmdlet, Io, Switch};
use pwsh_value::{Category, Error, Name, PsString, Result, Value};

/// Makes an alias.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "New-Alias",
    module = "Microsoft.PowerShell.Utility",
    aliases("nal"),
    should_process,
    impact = "Low",
    output("System.Management.Automation.AliasInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097022"
)]
pub struct NewAlias {
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

impl Cmdlet for NewAlias {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let scope = scope_of(io, &self.scope)?;
        let exists = match self.scope.is_empty() {
            true => io.rs.alias(&self.name).is_some(),
            false => {
                let name = Name::intern(&self.name.to_str());
                io.rs.scopes.get(scope).aliases.contains_key(&name)
            }
        };
        if exists && !self.force.0 {
            let text = format!(
                "The alias is not allowed, because an alias with the name '{}' already exists.",
                self.name
            );
            return io.write_error(
                Error::new("System.Management.Automation.SessionStateException", text)
                    .id("AliasAlreadyExists")
                    .category(Category::ResourceExists)
                    .target(self.name.clone()),
            );
        }
        let target = format!("Name: {} Value: {}", self.name, self.value);
        if !io.should_process(&target, "New Alias")? {
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
