//! `Get-Variable`.

use super::variable_scope::{report_missing, scope_named, variables_like};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::facade::PsVariable;
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Name, PsString, Result};
use std::sync::Arc;

/// Gives variables, or their values.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Variable",
    module = "Microsoft.PowerShell.Utility",
    aliases("gv"),
    output("System.Management.Automation.PSVariable"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096711"
)]
pub struct GetVariable {
    #[parameter(position = 0, pipeline, pipeline_by_name)]
    name: Vec<PsString>,
    #[parameter]
    value_only: Switch,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter]
    scope: PsString,
}

impl Cmdlet for GetVariable {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let scope = match self.scope.is_empty() {
            true => None,
            false => Some(scope_named(io.rs, &self.scope)?),
        };
        let patterns = |texts: &[PsString]| {
            texts.iter().map(|text| Wildcard::new(text, Case::Ignore)).collect::<Result<Vec<_>>>()
        };
        let (include, exclude) = (patterns(&self.include)?, patterns(&self.exclude)?);
        let wanted = if self.name.is_empty() { vec!["*".into()] } else { self.name.clone() };
        for name in wanted {
            let mut found = variables_like(io.rs, &name, scope)?;
            let automatic = found.is_empty() && scope.is_none() && !has_wildcards(&name);
            if automatic {
                let name = Name::intern(&name.to_str());
                if io.rs.variable_exists(name) {
                    let value = io.rs.lookup(name);
                    let cell = pwsh_runtime::scope::VariableCell::new(name, value);
                    found.push((io.rs.cur.scope, Arc::new(cell)));
                }
            }
            if found.is_empty() && !has_wildcards(&name) {
                report_missing(io, &name)?;
            }
            for (_, cell) in found {
                let text = cell.name.text();
                if !include.is_empty() && !include.iter().any(|p| p.matches(&text))
                    || exclude.iter().any(|p| p.matches(&text))
                {
                    continue;
                }
                io.write(if self.value_only.0 { cell.value() } else { PsVariable::object(cell) })?;
            }
        }
        Ok(())
    }
}
