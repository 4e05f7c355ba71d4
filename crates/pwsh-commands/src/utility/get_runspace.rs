//! `Get-Runspace`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::facade::RunspaceObject;
use pwsh_value::ops::Case;
use pwsh_value::payload::Guid;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Context, PsString, Result, Value};

/// The runspaces of the process: those of other sessions too.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Runspace",
    module = "Microsoft.PowerShell.Utility",
    default_set = "NameParameterSet",
    output("System.Management.Automation.Runspaces.Runspace"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097130"
)]
pub struct GetRunspace {
    #[parameter(set = "NameParameterSet", position = 0)]
    name: Vec<PsString>,
    #[parameter(set = "IdParameterSet", position = 0, mandatory)]
    id: Vec<i32>,
    #[parameter(set = "InstanceIdParameterSet", position = 0, mandatory, ty = "System.Guid[]")]
    instance_id: Value,
}

impl Cmdlet for GetRunspace {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let patterns =
            self.name.iter().map(|name| Wildcard::new(name, Case::Ignore)).collect::<Result<Vec<_>>>()?;
        let mut instances = Vec::new();
        for value in io.rs.enumerate(&self.instance_id)?.unwrap_or_default() {
            instances.extend(value.cell().and_then(|obj| obj.get::<Guid>()).map(|guid| guid.payload().0));
        }
        for runspace in io.rs.session.shared.runspaces.all() {
            let wanted = match &*io.set().to_str() {
                "IdParameterSet" => self.id.contains(&runspace.id),
                "InstanceIdParameterSet" => instances.contains(&runspace.instance_id),
                _ => patterns.is_empty() || patterns.iter().any(|p| p.matches(&runspace.name().into())),
            };
            if wanted {
                io.write(RunspaceObject::object(runspace))?;
            }
        }
        Ok(())
    }
}
