//! `Remove-Module`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::facade::{ModuleObject, ModuleSpecification};
use pwsh_runtime::module::Module;
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Category, Context, Error, PsString, Result, Value};
use std::sync::Arc;

/// Takes modules and their members out of the session.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Remove-Module",
    module = "Microsoft.PowerShell.Core",
    aliases("rmo"),
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096802"
)]
pub struct RemoveModule {
    #[parameter(set = "name", position = 0, mandatory, pipeline)]
    name: Vec<PsString>,
    #[parameter(
        set = "FullyQualifiedName",
        position = 0,
        mandatory,
        pipeline,
        ty = "Microsoft.PowerShell.Commands.ModuleSpecification[]"
    )]
    fully_qualified_name: Value,
    #[parameter(
        set = "ModuleInfo",
        position = 0,
        mandatory,
        pipeline,
        ty = "System.Management.Automation.PSModuleInfo[]"
    )]
    module_info: Value,
    #[parameter]
    force: Switch,
    removed: usize,
    has_wildcards: bool,
}

impl Cmdlet for RemoveModule {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut modules: Vec<Arc<Module>> = Vec::new();
        for value in io.rs.enumerate(&self.module_info)?.unwrap_or_default() {
            modules.extend(value.cell().and_then(|obj| obj.get::<ModuleObject>()).map(|m| m.0.clone()));
        }
        for value in io.rs.enumerate(&self.fully_qualified_name)?.unwrap_or_default() {
            let wanted = ModuleSpecification::wanted(io.rs, &value)?;
            let imported = io.rs.modules.imported().iter();
            let fit = |m: &&Arc<Module>| m.name.eq_ignore_case(&wanted.name) && wanted.accepts(&m.manifest);
            modules.extend(imported.filter(fit).cloned());
        }
        for name in &self.name {
            self.has_wildcards |= has_wildcards(name);
            let pattern = Wildcard::new(name, Case::Ignore)?;
            let imported = io.rs.modules.imported().iter();
            modules
                .extend(imported.filter(|m| pattern.matches(&m.name) || m.path.is(&name.to_str())).cloned());
        }
        for module in modules {
            self.remove(io, &module)?;
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.removed > 0 || self.has_wildcards {
            return Ok(());
        }
        let text = "No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.";
        let error = Error::new("System.InvalidOperationException", text).id("Modules_NoModulesRemoved");
        io.write_error(error.category(Category::ResourceUnavailable))
    }
}

impl RemoveModule {
    fn remove(&mut self, io: &mut Io<'_>, module: &Arc<Module>) -> Result<()> {
        let mode = module.with(|state| state.access_mode);
        let kind = match mode {
            1 if !self.force.0 => Some(("read-only", "Modules_ModuleIsReadOnly")),
            2 => Some(("constant", "Modules_ModuleIsConstant")),
            _ => None,
        };
        if let Some((kind, id)) = kind {
            let text = format!("Cannot remove the module '{}' because it is {kind}.", module.name);
            self.removed += 1;
            return io.write_error(
                Error::new("System.InvalidOperationException", text)
                    .id(id)
                    .category(Category::PermissionDenied)
                    .target(module.name.clone()),
            );
        }
        self.removed += 1;
        if io.should_process(&module.name.to_str(), "Remove-Module")? {
            io.rs.unload_module(module)?;
        }
        Ok(())
    }
}
