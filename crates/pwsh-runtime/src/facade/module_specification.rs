//! `Microsoft.PowerShell.Commands.ModuleSpecification`: which module is meant, by name, version and identifier.

use crate::module::{ModuleVersion, Wanted};
use crate::runspace::Runspace;
use pwsh_value::payload::Dictionary;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, named, property};
use pwsh_value::{Category, Context, Error, Obj, Payload, PsString, Result, Type, Value, convert};

/// The payload: what is wanted.
pub struct ModuleSpecification(pub Wanted);

impl Payload for ModuleSpecification {}

impl ModuleSpecification {
    /// What a name, a hash table or a specification wants.
    ///
    /// # Errors
    /// A hash table that lacks a name or a version, or whose versions are none.
    pub fn wanted(rs: &mut Runspace, value: &Value) -> Result<Wanted> {
        if let Some(obj) = value.as_object() {
            if let Some(specification) = obj.get::<ModuleSpecification>() {
                return Ok(specification.payload().0.clone());
            }
            if let Some(table) = obj.get::<Dictionary>() {
                return of_table(rs, table.entries());
            }
        }
        Ok(Wanted::named(convert::to_text(rs, value)?))
    }

    fn object(wanted: Wanted) -> Value {
        let ty = named("Microsoft.PowerShell.Commands.ModuleSpecification");
        Value::Object(Obj::new(ty, ModuleSpecification(wanted)))
    }
}

fn of_table(rs: &mut Runspace, entries: Vec<(Value, Value)>) -> Result<Wanted> {
    let mut wanted = Wanted::default();
    for (key, value) in entries {
        let key = convert::to_text(rs, &key)?;
        let text = convert::to_text(rs, &value)?;
        let version = || {
            let version = ModuleVersion::parse(&text.to_str());
            version.map(Some).ok_or_else(|| invalid(&format!("'{text}' is no version.")))
        };
        match &*key.to_str().to_ascii_lowercase() {
            "modulename" => wanted.name = text,
            "moduleversion" => wanted.minimum = version()?,
            "maximumversion" => wanted.maximum = version()?,
            "requiredversion" => wanted.required = version()?,
            "guid" => wanted.guid = text,
            _ => {
                return Err(invalid(&format!(
                    "The hashtable describing a module contains one or more members that are not valid. The valid members are (ModuleName, ModuleVersion, RequiredVersion, GUID). Remove the members that are not valid ('{key}'), then try again."
                )));
            }
        }
    }
    if wanted.name.is_empty() {
        return Err(invalid("The hashtable describing a module must contain the member 'ModuleName'."));
    }
    Ok(wanted)
}

fn invalid(text: &str) -> Error {
    Error::new("System.ArgumentException", text).id("Argument").category(Category::InvalidArgument)
}

pub(super) static MODULE_SPECIFICATION: FacadeType = FacadeType {
    members: &[
        constructor("new(string moduleName)", new),
        property("string Name {get;}", |call| Ok(this(call).name.clone().into())),
        property("System.Nullable[guid] Guid {get;}", guid),
        property("version Version {get;}", |call| version(call, this(call).minimum)),
        property("string MaximumVersion {get;}", |call| {
            Ok(this(call).maximum.map_or(Value::Null, |version| version.to_string().into()))
        }),
        property("version RequiredVersion {get;}", |call| version(call, this(call).required)),
    ],
    hooks: Hooks { to_string: Some(to_string), convert_from: Some(convert_from), ..Hooks::NONE },
    ..FacadeType::class("Microsoft.PowerShell.Commands.ModuleSpecification")
};

fn this<'a>(call: &Call<'a>) -> &'a Wanted {
    &call.this::<ModuleSpecification>().payload().0
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(ModuleSpecification::object(Wanted::named(call.str(0))))
}

fn guid(call: &mut Call<'_>) -> Result<Value> {
    let guid = this(call).guid.clone();
    if guid.is_empty() {
        Ok(Value::Null)
    } else {
        call.cx.construct(&named("System.Guid"), vec![guid.into()])
    }
}

fn version(call: &mut Call<'_>, version: Option<ModuleVersion>) -> Result<Value> {
    match version {
        Some(version) => call.cx.construct(&named("System.Version"), vec![version.to_string().into()]),
        None => Ok(Value::Null),
    }
}

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let specification = this.cell().and_then(|obj| obj.get::<ModuleSpecification>());
    Ok(specification.map_or_else(PsString::empty, |specification| specification.payload().0.name.clone()))
}

fn convert_from(cx: &mut dyn Context, _: &Type, value: &Value) -> Result<Option<Value>> {
    let rs = super::runspace(cx);
    let is_table = value.as_object().is_some_and(|obj| obj.get::<Dictionary>().is_some());
    if value.as_string().is_none() && !is_table {
        return Ok(None);
    }
    ModuleSpecification::wanted(rs, value).map(|wanted| Some(ModuleSpecification::object(wanted)))
}
