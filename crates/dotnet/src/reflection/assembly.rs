//! `System.Reflection.Assembly` and `AssemblyName`: where types say they come from.

use crate::fault;
use crate::system::object;
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, constructor, method, named, property};
use pwsh_value::{Error, Obj, Payload, PsString, Result, Type, Value};

/// `System.Reflection.Assembly`.
pub static ASSEMBLY: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    members: &[
        property("string FullName {get;}", full_name),
        property("string Location {get;}", location),
        property("string CodeBase {get;}", code_base),
        property("string ImageRuntimeVersion {get;}", image_runtime_version),
        property("bool GlobalAssemblyCache {get;}", no),
        property("bool IsDynamic {get;}", no),
        method("System.Reflection.AssemblyName GetName()", get_name),
        method("type GetType(string name)", get_type),
        method("type GetType(string name, bool throwOnError)", get_type),
        method("type GetType(string name, bool throwOnError, bool ignoreCase)", get_type),
        method("bool Equals(System.Object o)", object::equals),
        method("static System.Reflection.Assembly Load(string assemblyString)", load),
        method(
            "static System.Reflection.Assembly LoadWithPartialName(string partialName)",
            load_with_partial_name,
        ),
        method("static System.Reflection.Assembly GetExecutingAssembly()", engine),
        method("static System.Reflection.Assembly GetCallingAssembly()", engine),
        method("static System.Reflection.Assembly GetAssembly(type type)", get_assembly),
    ],
    hooks: Hooks {
        to_string: Some(|_, value| {
            Ok(of(value).map(|identity| identity.full_name()).unwrap_or_default().into())
        }),
        equals: Some(|_, a, b| Ok(of(a) == of(b))),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Reflection.Assembly")
};

/// `System.Reflection.RuntimeAssembly`.
pub static RUNTIME_ASSEMBLY: FacadeType = FacadeType {
    base: "System.Reflection.Assembly",
    ..FacadeType::class("System.Reflection.RuntimeAssembly")
};

/// `System.Reflection.AssemblyName`.
pub static ASSEMBLY_NAME: FacadeType = FacadeType {
    interfaces: &["System.ICloneable"],
    members: &[
        constructor("new(string assemblyName)", new_name),
        property("string Name {get;}", name),
        property("version Version {get;}", version),
        property("string CultureName {get;}", culture_name),
        property("string FullName {get;}", full_name),
    ],
    hooks: Hooks {
        to_string: Some(|_, value| {
            Ok(of(value).map(|identity| identity.full_name()).unwrap_or_default().into())
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Reflection.AssemblyName")
};

/// The payload of both.
#[derive(Clone, PartialEq, Eq)]
struct Identity {
    name: PsString,
    version: &'static str,
    token: &'static str,
}

impl Payload for Identity {}

/// Versions and public key tokens of .NET 10 and PowerShell 7.6.
const NET_VERSION: &str = "10.0.0.0";
const CORE_TOKEN: &str = "7cec85d7bea7798e";
const NET_TOKEN: &str = "b03f5f7f11d50a3a";
const ENGINE_VERSION: &str = "7.6.5.0";
const ENGINE_TOKEN: &str = "31bf3856ad364e35";

/// The assemblies of namespaces and single types that do not lie in System.Private.CoreLib, the longest name first.
const HOMES: &[(&str, &str)] = &[
    ("System.Collections.Generic.LinkedList", "System.Collections"),
    ("System.Collections.Generic.PriorityQueue", "System.Collections"),
    ("System.Collections.Generic.Sorted", "System.Collections"),
    ("System.Collections.Generic.Stack", "System.Collections"),
    ("System.Collections.BitArray", "System.Collections"),
    ("System.Collections.Concurrent", "System.Collections.Concurrent"),
    ("System.Collections.Specialized", "System.Collections.Specialized"),
    ("System.ComponentModel", "System.ComponentModel.Primitives"),
    ("System.Console", "System.Console"),
    ("System.Diagnostics.Process", "System.Diagnostics.Process"),
    ("System.IO.Compression", "System.IO.Compression"),
    ("System.Linq", "System.Linq"),
    ("System.Net.Mail", "System.Net.Mail"),
    ("System.Net.Http", "System.Net.Http"),
    ("System.Net.Dns", "System.Net.NameResolution"),
    ("System.Net.WebUtility", "System.Runtime.Extensions"),
    ("System.Net", "System.Net.Primitives"),
    ("System.Numerics", "System.Runtime.Numerics"),
    ("System.Security.Cryptography", "System.Security.Cryptography"),
    ("System.Text.Json", "System.Text.Json"),
    ("System.Text.RegularExpressions", "System.Text.RegularExpressions"),
    ("System.Uri", "System.Private.Uri"),
    ("System.Web", "System.Web.HttpUtility"),
    ("System.Xml.Linq", "System.Private.Xml.Linq"),
    ("System.Xml", "System.Private.Xml"),
];

impl Identity {
    fn of_net(name: &str) -> Identity {
        let core = name == "System.Private.CoreLib" || name.starts_with("System.Private");
        Identity { name: name.into(), version: NET_VERSION, token: if core { CORE_TOKEN } else { NET_TOKEN } }
    }

    fn of_engine(name: &str) -> Identity {
        Identity { name: name.into(), version: ENGINE_VERSION, token: ENGINE_TOKEN }
    }

    /// The assembly that a type comes from.
    fn of_type(ty: &Type) -> Identity {
        if let Some(element) = ty.element() {
            return Identity::of_type(element);
        }
        let name = ty.name().to_str();
        if ty.defined().is_some() {
            return Identity { name: "PowerShell Class Assembly".into(), version: "1.0.0.0", token: "null" };
        }
        if name.starts_with("Microsoft.PowerShell.Commands") {
            return Identity::of_engine("Microsoft.PowerShell.Commands.Utility");
        }
        if name.starts_with("System.Management.Automation") || name.starts_with("Microsoft.PowerShell") {
            return Identity::of_engine("System.Management.Automation");
        }
        let home = HOMES.iter().find(|(head, _)| name.starts_with(head));
        Identity::of_net(home.map_or("System.Private.CoreLib", |(_, home)| home))
    }

    fn full_name(&self) -> String {
        format!("{}, Version={}, Culture=neutral, PublicKeyToken={}", self.name, self.version, self.token)
    }
}

fn of(value: &Value) -> Option<Identity> {
    value.cell().and_then(|obj| obj.get::<Identity>()).map(|identity| identity.payload().clone())
}

fn assembly(identity: Identity) -> Value {
    Obj::new(named("System.Reflection.RuntimeAssembly"), identity).into()
}

/// The assembly of a type.
pub fn assembly_of(ty: &Type) -> Value {
    assembly(Identity::of_type(ty))
}

/// The full name of a type's assembly.
pub fn assembly_name_of(ty: &Type) -> String {
    Identity::of_type(ty).full_name()
}

fn this(call: &Call<'_>) -> Identity {
    call.this::<Identity>().payload().clone()
}

fn full_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).full_name().into())
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).name.into())
}

fn culture_name(_: &mut Call<'_>) -> Result<Value> {
    Ok("".into())
}

/// What is in this program has no file of its own.
fn location(_: &mut Call<'_>) -> Result<Value> {
    Ok("".into())
}

fn code_base(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Null)
}

fn image_runtime_version(_: &mut Call<'_>) -> Result<Value> {
    Ok("v4.0.30319".into())
}

fn no(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

fn get_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(named("System.Reflection.AssemblyName"), this(call)).into())
}

fn version(call: &mut Call<'_>) -> Result<Value> {
    let version = this(call).version;
    call.cx.construct(&named("System.Version"), vec![version.into()])
}

/// The simple name before the first comma.
fn simple(text: &str) -> String {
    text.split(',').next().unwrap_or_default().trim().to_owned()
}

fn new_name(call: &mut Call<'_>) -> Result<Value> {
    let name = simple(&call.str(0).to_str());
    Ok(Obj::new(call.ty.clone(), Identity::of_net(&name)).into())
}

/// The assembly of that name, if types of this program say that they come from it.
fn known_assembly(name: &str) -> Option<Identity> {
    let is = |known: &str| known.eq_ignore_ascii_case(name);
    if ["System.Management.Automation", "Microsoft.PowerShell.Commands.Utility"].iter().any(|known| is(known))
    {
        return Some(Identity::of_engine(name));
    }
    let core =
        ["System.Private.CoreLib", "mscorlib", "System", "System.Core", "System.Runtime", "netstandard"];
    let facades = [
        "System.Web",
        "System.Xml",
        "System.Numerics",
        "System.Net.Http",
        "System.IO.Compression.FileSystem",
    ];
    let all = core.iter().chain(&facades).copied().chain(HOMES.iter().map(|(_, home)| *home));
    all.into_iter().find(|known| is(known)).map(Identity::of_net)
}

fn load(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("assemblyString"));
    }
    let text = call.str(0);
    known_assembly(&simple(&text.to_str())).map(assembly).ok_or_else(|| {
        let message = format!(
            "Could not load file or assembly '{text}, Culture=neutral, PublicKeyToken=null'. The system cannot find the file specified.\n"
        );
        Error::new("System.IO.FileNotFoundException", message)
    })
}

fn load_with_partial_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(known_assembly(&simple(&call.str(0).to_str())).map(assembly).unwrap_or_default())
}

fn engine(_: &mut Call<'_>) -> Result<Value> {
    Ok(assembly(Identity::of_engine("System.Management.Automation")))
}

fn get_assembly(call: &mut Call<'_>) -> Result<Value> {
    object::type_argument(call, 0).map(assembly_of).ok_or_else(|| fault::null("type"))
}

/// A type of the assembly, null where it has none of that name.
fn get_type(call: &mut Call<'_>) -> Result<Value> {
    let wanted = call.str(0);
    let this = this(call);
    let found = call.cx.find_type(&wanted.to_str()).filter(|ty| Identity::of_type(ty) == this);
    if found.is_none() && call.args.len() > 1 && call.bool(1) {
        let message = format!("Could not load type '{wanted}' from assembly '{}'.", this.full_name());
        return Err(Error::new("System.TypeLoadException", message));
    }
    Ok(found.map(Value::from).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn types_say_where_they_come_from() {
        testing::install();
        let home = |name: &str| Identity::of_type(&named(name)).name.to_string();
        assert_eq!(home("System.Int32"), "System.Private.CoreLib");
        assert_eq!(home("System.Text.RegularExpressions.Regex"), "System.Text.RegularExpressions");
        assert_eq!(home("System.Management.Automation.PSObject"), "System.Management.Automation");
    }
}
