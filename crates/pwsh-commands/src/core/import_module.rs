//! `Import-Module`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::error_record::ErrorRecord;
use pwsh_runtime::facade::{ModuleObject, ModuleSpecification};
use pwsh_runtime::module::{Import, MemberPatterns, Module, ModuleVersion, Wanted};
use pwsh_runtime::scope::Scopes;
use pwsh_value::{Context, Error, PsString, Result, Value, convert};
use std::sync::Arc;

/// Brings the members of modules into the session.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Import-Module",
    module = "Microsoft.PowerShell.Core",
    aliases("ipmo"),
    default_set = "Name",
    output("System.Management.Automation.PSModuleInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096585"
)]
pub struct ImportModule {
    #[parameter]
    global: Switch,
    #[parameter]
    #[validate(not_null)]
    prefix: Option<PsString>,
    #[parameter(set = "Name", position = 0, mandatory, pipeline)]
    name: Vec<PsString>,
    #[parameter(
        set = "FullyQualifiedName",
        position = 0,
        mandatory,
        pipeline,
        ty = "Microsoft.PowerShell.Commands.ModuleSpecification[]"
    )]
    fully_qualified_name: Value,
    #[parameter]
    #[validate(not_null)]
    function: Option<Vec<PsString>>,
    #[parameter]
    #[validate(not_null)]
    cmdlet: Option<Vec<PsString>>,
    #[parameter]
    #[validate(not_null)]
    variable: Option<Vec<PsString>>,
    #[parameter]
    #[validate(not_null)]
    alias: Option<Vec<PsString>>,
    #[parameter]
    force: Switch,
    #[parameter(set = "Name")]
    #[parameter(set = "FullyQualifiedName")]
    #[parameter(set = "ModuleInfo")]
    skip_edition_check: Switch,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    as_custom_object: Switch,
    #[parameter(set = "Name", alias("Version"), ty = "System.Version")]
    minimum_version: Value,
    #[parameter(set = "Name")]
    maximum_version: Option<PsString>,
    #[parameter(set = "Name", ty = "System.Version")]
    required_version: Value,
    #[parameter(
        set = "ModuleInfo",
        position = 0,
        mandatory,
        pipeline,
        ty = "System.Management.Automation.PSModuleInfo[]"
    )]
    module_info: Value,
    #[parameter(alias("Args"), ty = "System.Object[]")]
    argument_list: Value,
    #[parameter]
    disable_name_checking: Switch,
    #[parameter(alias("NoOverwrite"))]
    no_clobber: Switch,
    #[parameter]
    #[validate(set("Local", "Global"))]
    scope: PsString,
}

impl Cmdlet for ImportModule {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        match &*io.set().to_str() {
            "ModuleInfo" => {
                for value in io.rs.enumerate(&self.module_info)?.unwrap_or_default() {
                    if let Some(module) = value.cell().and_then(|obj| obj.get::<ModuleObject>()) {
                        let module = module.payload().0.clone();
                        self.import(io, module)?;
                    }
                }
            }
            "FullyQualifiedName" => {
                for value in io.rs.enumerate(&self.fully_qualified_name)?.unwrap_or_default() {
                    let wanted = ModuleSpecification::wanted(io.rs, &value)?;
                    self.import_wanted(io, &wanted)?;
                }
            }
            _ => {
                let wanted = Wanted {
                    minimum: version(io, &self.minimum_version)?,
                    maximum: match &self.maximum_version {
                        Some(text) => ModuleVersion::parse(&text.to_str().replace('*', "2147483647")),
                        None => None,
                    },
                    required: version(io, &self.required_version)?,
                    ..Wanted::default()
                };
                for name in &self.name {
                    self.import_wanted(io, &Wanted { name: name.clone(), ..wanted.clone() })?;
                }
            }
        }
        Ok(())
    }
}

fn version(io: &mut Io<'_>, value: &Value) -> Result<Option<ModuleVersion>> {
    if value.is_null() {
        return Ok(None);
    }
    Ok(ModuleVersion::parse(&convert::to_text(io.rs, value)?.to_str()))
}

impl ImportModule {
    fn import_wanted(&self, io: &mut Io<'_>, wanted: &Wanted) -> Result<()> {
        let loaded = io.rs.modules.named(&wanted.name).or_else(|| self.loaded_from(io, &wanted.name));
        match loaded {
            Some(module) if wanted.accepts(&module.manifest) && !self.force.0 => {
                return self.import(io, module);
            }
            Some(module) if self.force.0 && module.scope.is_some() => io.rs.unload_module(&module)?,
            _ => {}
        }
        let given = io.rs.module_arguments(&self.argument_list)?;
        match io.rs.load_wanted(wanted, None, given) {
            Ok(module) => self.import(io, module),
            Err(error) => report(io, error),
        }
    }

    /// The module that was loaded from the file which a path names.
    fn loaded_from(&self, io: &mut Io<'_>, name: &PsString) -> Option<Arc<Module>> {
        let text = name.to_str();
        if !text.contains('/') {
            return None;
        }
        let path = io.rs.file_path(&text).ok()?.to_string_lossy().into_owned();
        io.rs.modules.imported().iter().find(|module| module.path.is(&path)).cloned()
    }

    fn import(&self, io: &mut Io<'_>, module: Arc<Module>) -> Result<()> {
        let top = io.rs.top_scope();
        let into = match () {
            () if self.global.0 || self.scope.is("Global") => Scopes::GLOBAL,
            () if self.scope.is("Local") => io.rs.cur.scope,
            () => top,
        };
        let prefix = match &self.prefix {
            Some(prefix) => prefix.clone(),
            None => module.manifest.text("DefaultCommandPrefix"),
        };
        let import = Import {
            patterns: MemberPatterns {
                functions: self.function.clone(),
                cmdlets: self.cmdlet.clone(),
                aliases: self.alias.clone(),
                variables: self.variable.clone(),
            },
            prefix: prefix.clone(),
            no_clobber: self.no_clobber.0,
        };
        if self.as_custom_object.0 {
            let object = io.rs.module_as_object(&module)?;
            return io.write(object);
        }
        let importer = if into == Scopes::GLOBAL { None } else { io.rs.modules.of_scope(top).cloned() };
        module.with(|state| state.prefix = prefix);
        match importer {
            Some(importer) => importer.with(|state| {
                if !state.nested.iter().any(|nested| Arc::ptr_eq(nested, &module)) {
                    state.nested.push(module.clone());
                }
            }),
            None => io.rs.modules.add(module.clone()),
        }
        io.rs.import_members(&module, &import, into)?;
        if self.pass_thru.0 { io.write(ModuleObject::object(module)) } else { Ok(()) }
    }
}

/// An error record of text that does not parse, raised by -ErrorAction Stop, is the preference's, under the parser's id.
fn as_stopped(mut error: Error) -> Error {
    let Some(thrown) = error.thrown_mut() else { return error };
    let exception = thrown.exception.clone();
    let record = thrown.record.as_ref().and_then(|record| record.as_object()).cloned();
    if let Some(record) = record.as_ref().and_then(|obj| obj.get::<ErrorRecord>()) {
        let mut record = record.payload().clone();
        record.exception = exception;
        thrown.record = Some(Value::Object(record.object()));
    }
    error
}

/// A module that is not there, or whose text has errors, is an error like any other; what a module's own code throws
/// ends the command.
fn report(io: &mut Io<'_>, mut error: Error) -> Result<()> {
    let Some(thrown) = error.thrown() else { return Err(error) };
    let is_syntax = thrown
        .exception
        .ty()
        .hierarchy()
        .any(|ty| ty.name().is("System.Management.Automation.ParseException"));
    if is_syntax {
        let record = io.rs.record_of(&error, None);
        return io.write_error_record(record).map_err(as_stopped);
    }
    let Some(record) = &thrown.record else { return io.write_error(error) };
    let named = record.as_object().and_then(|obj| obj.get::<ErrorRecord>());
    let Some(named) = named else { return Err(error) };
    let mut named = named.payload().clone();
    let class = "Microsoft.PowerShell.Commands.ImportModuleCommand";
    if !named.id.to_str().contains(',') {
        named.id = format!("{},{class}", named.id).into();
    }
    if let Some(thrown) = error.thrown_mut() {
        thrown.record = Some(Value::Object(named.object()));
    }
    Err(error)
}
