//! `Get-Module`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::facade::{ModuleObject, ModuleSpecification};
use pwsh_runtime::module::{Module, Wanted};
use pwsh_value::ops::Case;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Context, Error, PsString, Result, Value};
use std::sync::Arc;

/// The modules that are loaded, or that could be.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Module",
    module = "Microsoft.PowerShell.Core",
    aliases("gmo"),
    default_set = "Loaded",
    output("System.Management.Automation.PSModuleInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096696"
)]
pub struct GetModule {
    #[parameter(set = "Loaded", position = 0, pipeline)]
    #[parameter(set = "Available", position = 0, pipeline)]
    #[validate(not_null_or_empty)]
    name: Vec<PsString>,
    #[parameter(
        set = "Loaded",
        pipeline_by_name,
        ty = "Microsoft.PowerShell.Commands.ModuleSpecification[]"
    )]
    #[parameter(set = "Available", pipeline_by_name)]
    fully_qualified_name: Value,
    #[parameter(set = "Loaded")]
    #[parameter(set = "Available")]
    all: Switch,
    #[parameter(set = "Available", mandatory)]
    list_available: Switch,
    #[parameter(set = "Available")]
    ps_edition: Option<PsString>,
    #[parameter(set = "Available")]
    skip_edition_check: Switch,
    #[parameter(set = "Available")]
    refresh: Switch,
}

impl Cmdlet for GetModule {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let mut wanted = Vec::new();
        for value in io.rs.enumerate(&self.fully_qualified_name)?.unwrap_or_default() {
            wanted.push(ModuleSpecification::wanted(io.rs, &value)?);
        }
        if self.list_available.0 {
            return self.available(io, &wanted);
        }
        let modules = match (self.all.0, io.rs.modules.of_scope(io.rs.top_scope())) {
            (true, _) => io.rs.modules.all(),
            // Inside a module its own imports are seen too.
            (false, Some(module)) => {
                let mut seen = module.with(|state| state.nested.clone());
                seen.extend(io.rs.modules.imported().iter().cloned());
                seen
            }
            (false, None) => io.rs.modules.imported().to_vec(),
        };
        for module in modules {
            if self.accepts(&module, &wanted)? {
                io.write(ModuleObject::object(module))?;
            }
        }
        Ok(())
    }
}

impl GetModule {
    fn available(&self, io: &mut Io<'_>, wanted: &[Wanted]) -> Result<()> {
        let is_path = |name: &&PsString| name.to_str().contains('/');
        for path in self.name.iter().filter(is_path) {
            let file = io.rs.file_path(&path.to_str())?;
            let name: PsString = file.file_stem().unwrap_or_default().to_string_lossy().into();
            let described = if file.is_file() { io.rs.described_module(&file, name)? } else { None };
            match described {
                Some(module) => io.write(ModuleObject::object(module))?,
                None => {
                    let text = format!(
                        "The specified module '{path}' was not found. Update the Name parameter to point to a valid path, and then try again."
                    );
                    io.write_error(
                        Error::new("System.IO.FileNotFoundException", text)
                            .id("Modules_ModuleNotFoundForGetModule")
                            .category(pwsh_value::Category::ResourceUnavailable)
                            .target(path.clone()),
                    )?;
                }
            }
        }
        if !self.name.is_empty() && self.name.iter().all(|name| is_path(&name)) {
            return Ok(());
        }
        for module in io.rs.available_modules()? {
            io.poll()?;
            if self.accepts(&module, wanted)? {
                // Such objects are shown in groups by the folder they lie in.
                let object = ModuleObject::object(module);
                if let Some(obj) = object.cell() {
                    let names =
                        ["ModuleInfoGrouping", "System.Management.Automation.PSModuleInfo", "System.Object"];
                    obj.attached_or_new().set_type_names(names.map(PsString::from).to_vec());
                }
                io.write(object)?;
            }
        }
        Ok(())
    }

    fn accepts(&self, module: &Arc<Module>, wanted: &[Wanted]) -> Result<bool> {
        if !wanted.is_empty() {
            return Ok(wanted
                .iter()
                .any(|wanted| wanted.name.eq_ignore_case(&module.name) && wanted.accepts(&module.manifest)));
        }
        if self.name.is_empty() {
            return Ok(true);
        }
        for name in &self.name {
            let is_path = name.to_str().contains('/') && name.eq_ignore_case(&module.path);
            if is_path || Wildcard::new(name, Case::Ignore)?.matches(&module.name) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
