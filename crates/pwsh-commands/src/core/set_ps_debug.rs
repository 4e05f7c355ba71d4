//! `Set-PSDebug`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::scope::Scopes;
use pwsh_value::{Category, Error, Result};

/// Turns the global strict mode on and off. Lines of running scripts are not traced.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Set-PSDebug",
    module = "Microsoft.PowerShell.Core",
    class = "Microsoft.PowerShell.Commands.SetPSDebugCommand",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096959"
)]
pub struct SetPsDebug {
    #[parameter(set = "on")]
    #[validate(range(0, 2))]
    trace: i32,
    #[parameter(set = "on")]
    step: Switch,
    #[parameter(set = "on")]
    strict: Switch,
    #[parameter(set = "off")]
    off: Switch,
}

impl Cmdlet for SetPsDebug {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.trace > 0 || self.step.0 {
            let text = "Set-PSDebug does not trace the lines of scripts here: leave -Trace and -Step out.";
            return Err(Error::new("System.Management.Automation.PSNotSupportedException", text)
                .id("TracingNotSupported")
                .category(Category::NotImplemented));
        }
        if io.is_bound("Strict") || self.off.0 {
            let strict = u8::from(self.strict.0 && !self.off.0);
            io.rs.scopes.get_mut(Scopes::GLOBAL).strict = Some(strict);
        }
        Ok(())
    }
}
