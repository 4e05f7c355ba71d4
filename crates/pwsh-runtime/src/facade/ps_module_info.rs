//! `System.Management.Automation.PSModuleInfo`.

use super::collection::{dictionary, list, read_only};
use super::{PsVariable, runspace, session_state};
use crate::command::{CommandInfo, CommandRef, ScriptBlock};
use crate::module::Module;
use pwsh_value::payload::Dictionary;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property, property_rw};
use pwsh_value::{Context, Error, Member, Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// The payload: the module.
pub struct ModuleObject(pub Arc<Module>);

impl Payload for ModuleObject {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        let (on_remove, data) = self.0.with(|state| (state.on_remove.clone(), state.private_data.clone()));
        visit(&on_remove);
        visit(&data);
    }
}

impl ModuleObject {
    /// The object for a module.
    pub fn object(module: Arc<Module>) -> Value {
        Value::Object(Obj::new(named("System.Management.Automation.PSModuleInfo"), ModuleObject(module)))
    }
}

pub(super) static PS_MODULE_INFO: FacadeType = FacadeType {
    members: &[
        property("bool LogPipelineExecutionDetails {get;}", |_| Ok(false.into())),
        property("string Name {get;}", |call| Ok(this(call).name.clone().into())),
        property("string Path {get;}", |call| Ok(this(call).path.clone().into())),
        property("System.Reflection.Assembly ImplementingAssembly {get;}", |_| Ok(Value::Null)),
        property("string Definition {get;}", |_| Ok("".into())),
        property_rw("string Description {get;set;}", description, set_description),
        property("guid Guid {get;}", guid),
        property("string HelpInfoUri {get;}", |call| Ok(null_or(this(call).manifest.text("HelpInfoUri")))),
        property("string ModuleBase {get;}", |call| Ok(this(call).base.clone().into())),
        property_rw("System.Object PrivateData {get;set;}", private_data, set_private_data),
        property(
            "System.Collections.Generic.IEnumerable[System.Management.Automation.ExperimentalFeature] ExperimentalFeatures {get;}",
            |_| Ok(read_only("System.Management.Automation.ExperimentalFeature", Vec::new())),
        ),
        property("System.Collections.Generic.IEnumerable[string] Tags {get;}", tags),
        property("uri ProjectUri {get;}", |call| gallery_uri(call, "ProjectUri")),
        property("uri IconUri {get;}", |call| gallery_uri(call, "IconUri")),
        property("uri LicenseUri {get;}", |call| gallery_uri(call, "LicenseUri")),
        property("string ReleaseNotes {get;}", |call| gallery(call, "ReleaseNotes")),
        property("uri RepositorySourceLocation {get;}", |_| Ok(Value::Null)),
        property("version Version {get;}", version),
        property("System.Management.Automation.ModuleType ModuleType {get;}", module_type),
        property("string Author {get;}", |call| text(call, "Author")),
        property_rw(
            "System.Management.Automation.ModuleAccessMode AccessMode {get;set;}",
            access_mode,
            set_access_mode,
        ),
        property("version ClrVersion {get;}", |call| version_text(call, "CLRVersion")),
        property("string CompanyName {get;}", |call| text(call, "CompanyName")),
        property("string Copyright {get;}", |call| text(call, "Copyright")),
        property("version DotNetFrameworkVersion {get;}", |call| {
            version_text(call, "DotNetFrameworkVersion")
        }),
        property(
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.FunctionInfo] ExportedFunctions {get;}",
            exported_functions,
        ),
        property("string Prefix {get;}", |call| Ok(this(call).with(|state| state.prefix.clone()).into())),
        property(
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.CmdletInfo] ExportedCmdlets {get;}",
            exported_cmdlets,
        ),
        property(
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.CommandInfo] ExportedCommands {get;}",
            exported_commands,
        ),
        property("System.Collections.Generic.IEnumerable[string] FileList {get;}", |call| {
            Ok(texts(call, "FileList"))
        }),
        property("System.Collections.Generic.IEnumerable[string] CompatiblePSEditions {get;}", |call| {
            Ok(texts(call, "CompatiblePSEditions"))
        }),
        property("System.Collections.Generic.IEnumerable[System.Object] ModuleList {get;}", |_| {
            Ok(list("System.Object", Vec::new()))
        }),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo] NestedModules {get;}",
            nested_modules,
        ),
        property("string PowerShellHostName {get;}", |call| text(call, "PowerShellHostName")),
        property("version PowerShellHostVersion {get;}", |call| version_text(call, "PowerShellHostVersion")),
        property("version PowerShellVersion {get;}", |call| version_text(call, "PowerShellVersion")),
        property("System.Reflection.ProcessorArchitecture ProcessorArchitecture {get;}", |_| {
            Ok(Value::enumeration(&named("System.Reflection.ProcessorArchitecture"), 0))
        }),
        property("System.Collections.Generic.IEnumerable[string] Scripts {get;}", |call| {
            Ok(texts(call, "ScriptsToProcess"))
        }),
        property("System.Collections.Generic.IEnumerable[string] RequiredAssemblies {get;}", |call| {
            Ok(texts(call, "RequiredAssemblies"))
        }),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo] RequiredModules {get;}",
            required_modules,
        ),
        property("string RootModule {get;}", |call| Ok(null_or(this(call).manifest.root_module()))),
        property(
            "System.Collections.Generic.Dictionary[string,psvariable] ExportedVariables {get;}",
            exported_variables,
        ),
        property(
            "System.Collections.Generic.Dictionary[string,System.Management.Automation.AliasInfo] ExportedAliases {get;}",
            exported_aliases,
        ),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[string] ExportedDscResources {get;}",
            |_| Ok(read_only("string", Vec::new())),
        ),
        property("System.Management.Automation.SessionState SessionState {get;}", state),
        property_rw("scriptblock OnRemove {get;set;}", on_remove, set_on_remove),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[string] ExportedFormatFiles {get;}",
            |call| Ok(files(call, "FormatsToProcess")),
        ),
        property(
            "System.Collections.ObjectModel.ReadOnlyCollection[string] ExportedTypeFiles {get;}",
            |call| Ok(files(call, "TypesToProcess")),
        ),
        method("scriptblock NewBoundScriptBlock(scriptblock scriptBlockToBind)", new_bound),
        method("System.Object Invoke(scriptblock sb, Params System.Object[] args)", invoke),
        method("psobject AsCustomObject()", as_custom_object),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.PSModuleInfo")
};

fn this<'a>(call: &Call<'a>) -> &'a Arc<Module> {
    &call.this::<ModuleObject>().payload().0
}

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let module = this.cell().and_then(|obj| obj.get::<ModuleObject>());
    Ok(module.map_or_else(PsString::empty, |module| module.payload().0.name.clone()))
}

fn null_or(text: PsString) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}

fn text(call: &mut Call<'_>, key: &str) -> Result<Value> {
    Ok(this(call).manifest.text(key).into())
}

fn texts(call: &mut Call<'_>, key: &str) -> Value {
    let texts = this(call).manifest.texts(key).unwrap_or_default();
    list("string", texts.iter().cloned().map(Value::String).collect())
}

/// Files beside the module's own, by their full paths.
fn files(call: &mut Call<'_>, key: &str) -> Value {
    let module = this(call);
    let files = module.manifest.texts(key).unwrap_or_default();
    read_only("string", files.iter().map(|file| format!("{}/{file}", module.base).into()).collect())
}

fn version_of(call: &mut Call<'_>, text: PsString) -> Result<Value> {
    if text.is_empty() {
        return Ok(Value::Null);
    }
    call.cx.construct(&named("System.Version"), vec![text.into()])
}

fn version_text(call: &mut Call<'_>, key: &str) -> Result<Value> {
    let text = this(call).manifest.text(key);
    version_of(call, text)
}

fn version(call: &mut Call<'_>) -> Result<Value> {
    let text = this(call).manifest.version.to_string();
    version_of(call, text.into())
}

fn guid(call: &mut Call<'_>) -> Result<Value> {
    let guid = this(call).manifest.guid.clone();
    let guid = if guid.is_empty() { "00000000-0000-0000-0000-000000000000".into() } else { guid };
    call.cx.construct(&named("System.Guid"), vec![guid.into()])
}

fn description(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).with(|state| state.description.clone()).into())
}

fn set_description(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0);
    this(call).with(|state| state.description = text);
    Ok(Value::Void)
}

fn private_data(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).with(|state| state.private_data.clone()))
}

fn set_private_data(call: &mut Call<'_>) -> Result<Value> {
    let value = call.args[0].clone();
    call.this::<ModuleObject>().storing(&value);
    let old = this(call).with(|state| std::mem::replace(&mut state.private_data, value));
    drop(old);
    Ok(Value::Void)
}

/// What `PrivateData.PSData` says for a gallery.
fn gallery(call: &mut Call<'_>, key: &str) -> Result<Value> {
    let data = this(call).with(|state| state.private_data.clone());
    let table = |value: &Value, key: &str| {
        value.as_object()?.get::<Dictionary>()?.get_str(&key.into()).filter(|value| !value.is_null())
    };
    Ok(table(&data, "PSData").and_then(|data| table(&data, key)).unwrap_or_default())
}

fn gallery_uri(call: &mut Call<'_>, key: &str) -> Result<Value> {
    match gallery(call, key)? {
        Value::Null => Ok(Value::Null),
        text => call.cx.construct(&named("System.Uri"), vec![text]),
    }
}

fn tags(call: &mut Call<'_>) -> Result<Value> {
    let tags = gallery(call, "Tags")?;
    let tags = call.cx.enumerate(&tags)?.unwrap_or_else(|| vec![tags]);
    Ok(list("string", tags.into_iter().filter(|tag| !tag.is_null()).collect()))
}

fn module_type(call: &mut Call<'_>) -> Result<Value> {
    let kind = this(call).kind as i64;
    Ok(Value::enumeration(&named("System.Management.Automation.ModuleType"), kind))
}

fn access_mode(call: &mut Call<'_>) -> Result<Value> {
    let mode = this(call).with(|state| state.access_mode);
    Ok(Value::enumeration(&named("System.Management.Automation.ModuleAccessMode"), mode))
}

fn set_access_mode(call: &mut Call<'_>) -> Result<Value> {
    let mode = call.number(0);
    this(call).with(|state| state.access_mode = mode);
    Ok(Value::Void)
}

fn functions(module: &Module) -> Vec<(PsString, Value)> {
    let functions = module.exports().functions.into_iter();
    functions.map(|f| (f.name.clone(), CommandInfo::value(&CommandRef::Function(f)))).collect()
}

fn cmdlets(module: &Module) -> Vec<(PsString, Value)> {
    let cmdlets = module.exports().cmdlets.into_iter();
    cmdlets.map(|c| (c.name.into(), CommandInfo::value(&CommandRef::Cmdlet(c)))).collect()
}

fn aliases(module: &Module) -> Vec<(PsString, Value)> {
    let aliases = module.exports().aliases.into_iter();
    aliases.map(|alias| (alias.name.clone(), CommandInfo::Alias(alias).object())).collect()
}

fn exported_functions(call: &mut Call<'_>) -> Result<Value> {
    Ok(dictionary("System.Management.Automation.FunctionInfo", functions(this(call))))
}

fn exported_cmdlets(call: &mut Call<'_>) -> Result<Value> {
    Ok(dictionary("System.Management.Automation.CmdletInfo", cmdlets(this(call))))
}

fn exported_aliases(call: &mut Call<'_>) -> Result<Value> {
    Ok(dictionary("System.Management.Automation.AliasInfo", aliases(this(call))))
}

fn exported_commands(call: &mut Call<'_>) -> Result<Value> {
    let module = this(call);
    let all = cmdlets(module).into_iter().chain(functions(module)).chain(aliases(module));
    Ok(dictionary("System.Management.Automation.CommandInfo", all))
}

fn exported_variables(call: &mut Call<'_>) -> Result<Value> {
    let variables = this(call).exports().variables.into_iter();
    let entries = variables.map(|cell| (cell.name.text(), PsVariable::object(cell)));
    Ok(dictionary("System.Management.Automation.PSVariable", entries))
}

fn nested_modules(call: &mut Call<'_>) -> Result<Value> {
    let nested = this(call).with(|state| state.nested.clone());
    let nested = nested.into_iter().map(ModuleObject::object).collect();
    Ok(read_only("System.Management.Automation.PSModuleInfo", nested))
}

fn required_modules(call: &mut Call<'_>) -> Result<Value> {
    let required = this(call).manifest.required().to_vec();
    let rs = runspace(call.cx);
    let mut modules = Vec::new();
    for required in required {
        let wanted = super::ModuleSpecification::wanted(rs, &required)?;
        modules.extend(rs.modules.named(&wanted.name).map(ModuleObject::object));
    }
    Ok(read_only("System.Management.Automation.PSModuleInfo", modules))
}

fn state(call: &mut Call<'_>) -> Result<Value> {
    Ok(match this(call).scope {
        Some(scope) => session_state::session_state(Some(scope)),
        None => Value::Null,
    })
}

fn on_remove(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).with(|state| state.on_remove.clone()))
}

fn set_on_remove(call: &mut Call<'_>) -> Result<Value> {
    let value = call.args[0].clone();
    call.this::<ModuleObject>().storing(&value);
    let old = this(call).with(|state| std::mem::replace(&mut state.on_remove, value));
    drop(old);
    Ok(Value::Void)
}

fn new_bound(call: &mut Call<'_>) -> Result<Value> {
    let scope = this(call).scope;
    let Some(block) = call.payload::<ScriptBlock>(0) else { return Ok(Value::Null) };
    Ok(Value::Object(ScriptBlock::at_home(block.block.clone(), scope)))
}

fn invoke(call: &mut Call<'_>) -> Result<Value> {
    let (Some(scope), Some(block)) = (this(call).scope, call.args[0].as_object().cloned()) else {
        return Ok(Value::Null);
    };
    let rs = runspace(call.cx);
    let given = rs.module_arguments(&call.args[1])?;
    let mut items = rs.run_bound(scope, &block, given)?;
    Ok(match items.len() {
        0 => Value::Null,
        1 => items.swap_remove(0),
        _ => Value::Object(Obj::array(items)),
    })
}

fn as_custom_object(call: &mut Call<'_>) -> Result<Value> {
    let module = this(call).clone();
    runspace(call.cx).module_as_object(&module)
}

impl crate::Runspace {
    /// A custom object with a method for each function that a module exports, and a property for each variable.
    ///
    /// # Errors
    /// `AsCustomObject` of a module without code.
    pub fn module_as_object(&mut self, module: &Arc<Module>) -> Result<Value> {
        if module.scope.is_none() {
            let text = "This cmdlet can only be used with script modules.";
            return Err(Error::new("System.InvalidOperationException", text)
                .id("Modules_CantUseAsCustomObjectWithBinaryModule"));
        }
        let object = Obj::custom(Default::default());
        let members = object.attached_or_new();
        let exports = module.exports();
        for variable in exports.variables {
            let name = variable.name.text();
            let getter = self.parse_own(&format!("${{script:{name}}}"))?;
            let setter = self.parse_own(&format!("${{script:{name}}} = $args[0]"))?;
            let at_home = |block| Value::Object(ScriptBlock::at_home(block, module.scope));
            let member = Member::ScriptProperty { get: at_home(getter), set: at_home(setter) };
            members.set(&object, name, member);
        }
        for function in exports.functions {
            let method = Member::ScriptMethod(Value::Object(function.body.clone()));
            members.set(&object, function.name.clone(), method);
        }
        Ok(Value::Object(object))
    }
}
