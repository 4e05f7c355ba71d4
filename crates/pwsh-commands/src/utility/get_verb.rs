//! `Get-Verb`.

use crate::types::Fields;
use crate::verbs::VERBS;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{PsString, Result};

/// Gives the approved verbs.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Verb",
    module = "Microsoft.PowerShell.Utility",
    output("System.Management.Automation.VerbInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097026"
)]
pub struct GetVerb {
    #[parameter(position = 0, pipeline, pipeline_by_name)]
    verb: Vec<PsString>,
    #[parameter(position = 1, pipeline_by_name)]
    #[validate(set("Common", "Communications", "Data", "Diagnostic", "Lifecycle", "Other", "Security"))]
    group: Vec<PsString>,
}

impl Cmdlet for GetVerb {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let patterns: Result<Vec<Wildcard>> =
            self.verb.iter().map(|pattern| Wildcard::new(pattern, Case::Ignore)).collect();
        let patterns = patterns?;
        for verb in &VERBS {
            let in_group = self.group.is_empty() || self.group.iter().any(|group| group.is(verb.group));
            let named =
                patterns.is_empty() || patterns.iter().any(|pattern| pattern.matches(&verb.name.into()));
            if in_group && named {
                let fields = [verb.name, verb.prefix, verb.group, verb.description];
                let fields = fields.into_iter().map(Into::into).collect();
                io.write(Fields::object("System.Management.Automation.VerbInfo", fields))?;
            }
        }
        Ok(())
    }
}
