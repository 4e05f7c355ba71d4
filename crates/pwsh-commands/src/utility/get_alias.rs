//! `Get-Alias`.

use super::alias_table::{aliases_like, not_found, put};
use pwsh_runtime::command::{Alias, Cmdlet, Io};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{PsString, Result};

/// The aliases of the session.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Alias",
    module = "Microsoft.PowerShell.Utility",
    aliases("gal"),
    default_set = "Default",
    output("System.Management.Automation.AliasInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096702"
)]
pub struct GetAlias {
    #[parameter(set = "Default", position = 0, pipeline, pipeline_by_name)]
    #[validate(not_null_or_empty)]
    name: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter]
    scope: PsString,
    #[parameter(set = "Definition")]
    #[validate(not_null_or_empty)]
    definition: Vec<PsString>,
}

impl Cmdlet for GetAlias {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.set().is("Definition") {
            for definition in &self.definition {
                let pattern = Wildcard::new(definition, Case::Ignore)?;
                let mut found = self.kept(aliases_like(io, &"*".into(), &self.scope)?)?;
                found.retain(|alias| pattern.matches(&alias.definition));
                self.put(io, found, "definition", definition)?;
            }
            return Ok(());
        }
        let names = if self.name.is_empty() { vec!["*".into()] } else { self.name.clone() };
        for name in names {
            let found = aliases_like(io, &name, &self.scope)?;
            let found = self.kept(found)?;
            self.put(io, found, "name", &name)?;
        }
        Ok(())
    }
}

impl GetAlias {
    fn kept(&self, mut aliases: Vec<Alias>) -> Result<Vec<Alias>> {
        for pattern in &self.exclude {
            let pattern = Wildcard::new(pattern, Case::Ignore)?;
            aliases.retain(|alias| !pattern.matches(&alias.name));
        }
        Ok(aliases)
    }

    fn put(&self, io: &mut Io<'_>, found: Vec<Alias>, what: &str, text: &PsString) -> Result<()> {
        if found.is_empty() && !has_wildcards(text) {
            return io.write_error(not_found(what, text));
        }
        found.into_iter().try_for_each(|alias| put(io, alias))
    }
}
