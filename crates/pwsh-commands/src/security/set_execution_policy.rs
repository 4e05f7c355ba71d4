//! `Set-ExecutionPolicy`.

use crate::enum_argument::number_of;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Category, Error, Result, Value, convert};

/// Would set the policy for running scripts; there is none outside Windows.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Set-ExecutionPolicy",
    module = "Microsoft.PowerShell.Security",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096612"
)]
pub struct SetExecutionPolicy {
    #[parameter(ty = "Microsoft.PowerShell.ExecutionPolicy", position = 0, mandatory, pipeline)]
    execution_policy: Value,
    #[parameter(ty = "Microsoft.PowerShell.ExecutionPolicyScope", position = 1, pipeline_by_name)]
    scope: Value,
    #[parameter]
    force: Switch,
}

/// `UserPolicy`, from which on scopes are those of group policies.
const FIRST_POLICY_SCOPE: i64 = 3;

impl Cmdlet for SetExecutionPolicy {
    fn begin(&mut self, _: &mut Io<'_>) -> Result<()> {
        if number_of(&self.scope) < FIRST_POLICY_SCOPE {
            return Ok(());
        }
        let text = "Operation is not valid due to the current state of the object.";
        Err(Error::new("System.InvalidOperationException", text)
            .id("CantSetGroupPolicy")
            .category(Category::InvalidOperation)
            .details("Cannot set execution policy. Execution policies at the MachinePolicy or UserPolicy scopes must be set through Group Policy."))
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let policy = convert::to_text(io.rs, &self.execution_policy)?;
        if !io.should_process(&policy.to_str(), "Set-ExecutionPolicy")? {
            return Ok(());
        }
        let text = "Operation is not supported on this platform.";
        Err(Error::new("System.PlatformNotSupportedException", text)
            .id("System.PlatformNotSupportedException"))
    }
}
