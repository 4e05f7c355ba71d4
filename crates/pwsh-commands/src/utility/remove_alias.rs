//! `Remove-Alias`.

use super::alias_table::{not_found, protected};
use super::variable_scope::scope_named;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Name, PsString, Result};

/// Takes aliases away.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Remove-Alias",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Default",
    help = "https://go.microsoft.com/fwlink/?linkid=2097127"
)]
pub struct RemoveAlias {
    #[parameter(position = 0, mandatory, pipeline, pipeline_by_name)]
    name: Vec<PsString>,
    #[parameter]
    scope: PsString,
    #[parameter]
    force: Switch,
}

impl Cmdlet for RemoveAlias {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        for text in &self.name {
            let name = Name::intern(&text.to_str());
            let holds = |io: &Io<'_>, scope: u32| io.rs.scopes.get(scope).aliases.contains_key(&name);
            let scope = match self.scope.is_empty() {
                true => io.rs.scopes.chain(io.rs.cur.scope).find(|scope| holds(io, *scope)),
                false => Some(scope_named(io.rs, &self.scope)?).filter(|scope| holds(io, *scope)),
            };
            let known = match scope {
                Some(scope) => io.rs.scopes.get(scope).aliases.get(&name).cloned(),
                None => io.rs.alias(text),
            };
            let Some(known) = known else {
                io.write_error(not_found("name", text))?;
                continue;
            };
            if known.options.constant || known.options.read_only && !self.force.0 {
                let text = "Alias was not removed because alias {} is constant or read-only.";
                io.write_error(protected(&known.name, text, "AliasNotRemovable"))?;
                continue;
            }
            match scope {
                Some(scope) => drop(io.rs.scopes.get_mut(scope).aliases.remove(&name)),
                None => drop(io.rs.removed_aliases.insert(name)),
            }
            io.rs.command_generation += 1;
        }
        Ok(())
    }
}
