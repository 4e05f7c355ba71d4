//! `New-Module`.

use pwsh_runtime::command::{Cmdlet, Io, ScriptBlockArg, Switch};
use pwsh_runtime::facade::ModuleObject;
use pwsh_runtime::module::{Import, MemberPatterns};
use pwsh_value::{PsString, Result, Value};

/// A module made of a script block, that only lives in memory.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "New-Module",
    module = "Microsoft.PowerShell.Core",
    aliases("nmo"),
    default_set = "ScriptBlock",
    output("System.Management.Automation.PSModuleInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096698"
)]
pub struct NewModule {
    #[parameter(set = "Name", position = 0, mandatory, pipeline)]
    name: Option<PsString>,
    #[parameter(set = "Name", position = 1, mandatory)]
    #[parameter(set = "ScriptBlock", position = 0, mandatory)]
    #[validate(not_null)]
    script_block: Option<ScriptBlockArg>,
    #[parameter]
    #[validate(not_null)]
    function: Option<Vec<PsString>>,
    #[parameter]
    #[validate(not_null)]
    cmdlet: Option<Vec<PsString>>,
    #[parameter]
    return_result: Switch,
    #[parameter]
    as_custom_object: Switch,
    #[parameter(alias("Args"), ty = "System.Object[]")]
    argument_list: Value,
}

impl Cmdlet for NewModule {
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(ScriptBlockArg(block)) = &self.script_block else { return Ok(()) };
        let name =
            self.name.clone().unwrap_or_else(|| format!("__DynamicModule_{}", uuid::Uuid::new_v4()).into());
        let given = io.rs.module_arguments(&self.argument_list)?;
        let (module, output) = io.rs.make_module(name, block, given)?;
        if self.function.is_some() || self.cmdlet.is_some() {
            let patterns = MemberPatterns {
                functions: self.function.clone(),
                cmdlets: self.cmdlet.clone(),
                ..MemberPatterns::default()
            };
            let chosen = module.exports().filtered(&patterns, true)?;
            module.with(|state| state.exports = chosen);
        }
        if self.as_custom_object.0 {
            let object = io.rs.module_as_object(&module)?;
            return io.write(object);
        }
        let into = io.rs.top_scope();
        io.rs.import_members(&module, &Import::default(), into)?;
        if self.return_result.0 {
            return output.into_iter().try_for_each(|item| io.write(item));
        }
        io.write(ModuleObject::object(module))
    }
}
