//! `Get-ExecutionPolicy`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::payload::{EnumNumber, PropertyBag};
use pwsh_value::ty::named;
use pwsh_value::{Category, Error, Obj, Result, Value};

/// Gives the policy for running scripts, which is none outside Windows.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-ExecutionPolicy",
    module = "Microsoft.PowerShell.Security",
    output("Microsoft.PowerShell.ExecutionPolicy"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096594"
)]
pub struct GetExecutionPolicy {
    #[parameter(ty = "Microsoft.PowerShell.ExecutionPolicyScope", position = 0, pipeline_by_name)]
    scope: Value,
    #[parameter]
    list: Switch,
}

const UNRESTRICTED: i64 = 0;
/// The scopes in the order of their precedence: MachinePolicy, UserPolicy, Process, CurrentUser, LocalMachine.
const SCOPES: [i64; 5] = [4, 3, 0, 1, 2];

impl Cmdlet for GetExecutionPolicy {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let value = |ty: &str, number: i64| Value::Object(Obj::new(named(ty), EnumNumber(number)));
        let policy = || value("Microsoft.PowerShell.ExecutionPolicy", UNRESTRICTED);
        if !self.list.0 {
            return io.write(policy());
        }
        if io.is_bound("Scope") {
            let text = "Operation is not valid due to the current state of the object.";
            return Err(Error::new("System.InvalidOperationException", text)
                .id("ListAndScopeSpecified")
                .category(Category::InvalidOperation)
                .details("Cannot get execution policy. Specify only the List or Scope parameters."));
        }
        for scope in SCOPES {
            let scope = value("Microsoft.PowerShell.ExecutionPolicyScope", scope);
            let row = [("Scope", scope), ("ExecutionPolicy", policy())];
            io.write(Obj::custom(PropertyBag::from_iter(row)))?;
        }
        Ok(())
    }
}
