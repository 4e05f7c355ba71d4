//! What the `#requires` comments of a script file ask for.

use crate::runspace::Runspace;
use pwsh_syntax::ast::ScriptBlockAst;
use pwsh_value::payload::Exception;
use pwsh_value::{Category, Context, Error, Name, PsString, Result, Value};

impl Runspace {
    /// Whether this version of PowerShell is what a script file asks for.
    ///
    /// # Errors
    /// ScriptRequiresUnmatchedPSVersion.
    pub(super) fn check_required_version(&mut self, script: &ScriptBlockAst, name: &PsString) -> Result<()> {
        let Some(wanted) =
            script.script_requirements.as_ref().and_then(|asked| asked.required_ps_version.as_ref())
        else {
            return Ok(());
        };
        let running = self.running_version()?;
        let numbers: Vec<u32> = running.to_str().split('.').map_while(|part| part.parse().ok()).collect();
        // Only the first two numbers have to be reached.
        let first_two = |version: &[u32]| (version.first().copied(), version.get(1).copied().unwrap_or(0));
        if numbers.is_empty() || first_two(wanted) <= first_two(&numbers) {
            return Ok(());
        }
        let shown = wanted.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
        let text = format!(
            "The script '{name}' cannot be run because it contained a \"#requires\" statement for PowerShell {shown}. The version of PowerShell that is required by the script does not match the currently running version of PowerShell {running}."
        );
        let error = Error::new("System.Management.Automation.ScriptRequiresException", text)
            .id("ScriptRequiresUnmatchedPSVersion")
            .category(Category::ResourceUnavailable)
            .target(Value::String(name.clone()));
        let exception = error.thrown().and_then(|thrown| thrown.exception.get::<Exception>());
        if let Some(exception) = exception {
            exception.set_field("CommandName", Value::String(name.clone()));
        }
        Err(error)
    }

    /// `$PSVersionTable.PSVersion` as text, empty where the session has no such table.
    fn running_version(&mut self) -> Result<PsString> {
        let table = self.lookup(Name::intern("PSVersionTable"));
        let version = self.get_member(&table, &"PSVersion".into())?;
        self.to_text(&version)
    }
}
