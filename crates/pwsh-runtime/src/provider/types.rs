//! The types of paths, drives and providers as script sees them.

use super::drive::{Drive, ProviderInfo, drive_of};
use super::location::{PathInfo, PathStack};
use crate::runspace::Runspace;
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, Hooks, lookup, method, named, property};
use pwsh_value::{Context, Obj, Result, Value};

/// `System.Management.Automation.PathInfo`.
pub(crate) static PATH_INFO: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.PSDriveInfo Drive {get;}", |call| {
            Ok(call.this::<PathInfo>().0.drive_value())
        }),
        property("System.Management.Automation.ProviderInfo Provider {get;}", |call| {
            let provider = call.this::<PathInfo>().0.provider;
            Ok(runspace(call.cx).places.provider(provider).clone().into())
        }),
        property("string ProviderPath {get;}", |call| Ok(call.this::<PathInfo>().0.path.as_str().into())),
        property("string Path {get;}", |call| Ok(call.this::<PathInfo>().0.shown().into())),
    ],
    hooks: Hooks { to_string: Some(|_, this| Ok(of::<PathInfo>(this).0.shown())), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.PathInfo")
};

/// `System.Management.Automation.PathInfoStack`.
pub(crate) static PATH_INFO_STACK: FacadeType = FacadeType {
    members: &[
        property("string Name {get;}", |call| Ok(call.this::<PathStack>().name.clone().into())),
        property("int Count {get;}", |call| Ok((call.this::<PathStack>().locations.len() as i32).into())),
        method("System.Management.Automation.PathInfo[] ToArray()", |call| {
            let locations = call.this::<PathStack>().locations.clone();
            Ok(Obj::typed_array(&named("System.Management.Automation.PathInfo"), locations).into())
        }),
    ],
    hooks: Hooks { enumerate: Some(|_, this| Ok(of::<PathStack>(this).locations.clone())), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.PathInfoStack")
};

/// `System.Management.Automation.PSDriveInfo`.
pub(crate) static PS_DRIVE_INFO: FacadeType = FacadeType {
    members: &[
        property("string CurrentLocation {get;}", |call| {
            Ok(call.this::<Drive>().current.lock().clone().into())
        }),
        property("string Name {get;}", |call| Ok(call.this::<Drive>().name.clone().into())),
        property("System.Management.Automation.ProviderInfo Provider {get;}", |call| {
            let provider = call.this::<Drive>().provider;
            Ok(runspace(call.cx).places.provider(provider).clone().into())
        }),
        property("string Root {get;}", |call| Ok(call.this::<Drive>().root.clone().into())),
        property("string Description {get;}", |call| Ok(call.this::<Drive>().description.clone().into())),
        property("System.Nullable[long] MaximumSize {get;}", |_| Ok(Value::Null)),
        property("pscredential Credential {get;}", |call| {
            runspace(call.cx).get_static(&named("System.Management.Automation.PSCredential"), &"Empty".into())
        }),
        property("string DisplayRoot {get;}", |_| Ok(Value::Null)),
        property(
            "bool VolumeSeparatedByColon {get;}",
            |call| Ok((!call.this::<Drive>().name.is("/")).into()),
        ),
    ],
    hooks: Hooks {
        to_string: Some(|_, this| Ok(of::<Drive>(this).name.clone())),
        equals: Some(|_, this, other| Ok(this.same(other))),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Management.Automation.PSDriveInfo")
};

/// `System.Management.Automation.ProviderInfo`.
pub(crate) static PROVIDER_INFO: FacadeType = FacadeType {
    members: &[
        property("type ImplementingType {get;}", |call| {
            let name =
                format!("Microsoft.PowerShell.Commands.{}Provider", call.this::<ProviderInfo>().0.name());
            Ok(named(&name).into())
        }),
        property("string HelpFile {get;}", |_| Ok("System.Management.Automation.dll-Help.xml".into())),
        property("string Name {get;}", |call| Ok(call.this::<ProviderInfo>().0.name().into())),
        property("string PSSnapIn {get;}", |_| Ok("Microsoft.PowerShell.Core".into())),
        property("string ModuleName {get;}", |_| Ok("Microsoft.PowerShell.Core".into())),
        property("psmoduleinfo Module {get;}", |_| Ok(Value::Null)),
        property("string Description {get;}", |_| Ok("".into())),
        property("System.Management.Automation.Provider.ProviderCapabilities Capabilities {get;}", |call| {
            let ty = named("System.Management.Automation.Provider.ProviderCapabilities");
            Ok(Value::enumeration(&ty, call.this::<ProviderInfo>().0.capabilities()))
        }),
        property("string Home {get;}", |call| match call.this::<ProviderInfo>().0 {
            super::Provider::FileSystem => {
                Ok(call.cx.process().env("HOME").map(|home| home.to_string_lossy().into_owned()).into())
            }
            _ => Ok("".into()),
        }),
        property("System.Object Drives {get;}", drives),
        property("bool VolumeSeparatedByColon {get;}", |call| {
            Ok((call.this::<ProviderInfo>().0 != super::Provider::FileSystem).into())
        }),
        property("char ItemSeparator {get;}", |_| Ok(Value::Char(u16::from(b'/')))),
        property("char AltItemSeparator {get;}", |_| Ok(Value::Char(u16::from(b'\\')))),
    ],
    hooks: Hooks {
        to_string: Some(|_, this| Ok(of::<ProviderInfo>(this).0.full_name().into())),
        equals: Some(|_, this, other| Ok(this.same(other))),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Management.Automation.ProviderInfo")
};

/// `System.Management.Automation.Provider.ProviderCapabilities`.
pub(crate) static PROVIDER_CAPABILITIES: FacadeType = FacadeType::flags(
    "System.Management.Automation.Provider.ProviderCapabilities",
    &[
        ("None", 0),
        ("Include", 1),
        ("Exclude", 2),
        ("Filter", 4),
        ("ExpandWildcards", 8),
        ("ShouldProcess", 16),
        ("Credentials", 32),
        ("Transactions", 64),
    ],
);

/// `Microsoft.PowerShell.Commands.AliasProvider`.
pub(crate) static ALIAS_PROVIDER: FacadeType =
    FacadeType::class("Microsoft.PowerShell.Commands.AliasProvider");
/// `Microsoft.PowerShell.Commands.EnvironmentProvider`.
pub(crate) static ENVIRONMENT_PROVIDER: FacadeType =
    FacadeType::class("Microsoft.PowerShell.Commands.EnvironmentProvider");
/// `Microsoft.PowerShell.Commands.FileSystemProvider`.
pub(crate) static FILE_SYSTEM_PROVIDER: FacadeType =
    FacadeType::class("Microsoft.PowerShell.Commands.FileSystemProvider");
/// `Microsoft.PowerShell.Commands.FunctionProvider`.
pub(crate) static FUNCTION_PROVIDER: FacadeType =
    FacadeType::class("Microsoft.PowerShell.Commands.FunctionProvider");
/// `Microsoft.PowerShell.Commands.VariableProvider`.
pub(crate) static VARIABLE_PROVIDER: FacadeType =
    FacadeType::class("Microsoft.PowerShell.Commands.VariableProvider");

fn drives(call: &mut Call<'_>) -> Result<Value> {
    let provider = call.this::<ProviderInfo>().0;
    let places = &runspace(call.cx).places;
    let drives = places.drives.iter().filter(|drive| drive_of(drive).provider == provider);
    let drives = drives.cloned().map(Value::Object).collect();
    let element = named("System.Management.Automation.PSDriveInfo");
    let ty = match lookup("System.Collections.ObjectModel.Collection`1") {
        Some(definition) => pwsh_value::ty::close_generic(&definition, vec![element]),
        None => pwsh_value::ty::known().array_list.clone(),
    };
    Ok(Obj::new(ty, List::of_values(drives)).into())
}

pub(super) fn runspace(cx: &mut dyn Context) -> &mut Runspace {
    cx.as_any().downcast_mut().expect("paths are made by a runspace")
}

fn of<P: pwsh_value::Payload>(value: &Value) -> &P {
    value.cell().and_then(|obj| obj.get::<P>()).expect("a hook gets values of its type").payload()
}
