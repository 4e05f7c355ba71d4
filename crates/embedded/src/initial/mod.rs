//! The initial session state: the variables that a new runspace begins with.

mod functions;
mod preferences;
mod restricted_functions;

pub(crate) use restricted_functions::RESTRICTED_FUNCTIONS;

use clixml::{NoKey, Version};
use pwsh_runtime::Runspace;
use pwsh_runtime::deserialize;
use pwsh_runtime::facade::remoting::{PsIdentity, PsSenderInfo};
use pwsh_runtime::scope::{Scopes, Slot, VariableCell, VariableOptions};
use pwsh_value::payload::{Dictionary, Keys};
use pwsh_value::ty::{known, named};
use pwsh_value::{Context, Name, Obj, PsString, Value};
use std::sync::Arc;

/// The version of PowerShell that this engine is.
pub(crate) const PS_VERSION: Version = Version { major: 7, minor: 6, build: Some(5), revision: None };

const READ_ONLY: VariableOptions =
    VariableOptions { read_only: true, constant: false, private: false, all_scope: true };
const CONSTANT: VariableOptions =
    VariableOptions { read_only: false, constant: true, private: false, all_scope: true };

/// Sets the variables of a new runspace. `arguments`: what the client sent as its application's.
pub(crate) fn set_up(rs: &mut Runspace, arguments: &clixml::Value) {
    let home = rs.process().env("HOME").map(|home| home.to_string_lossy().into_owned());
    let program = std::env::current_exe().ok();
    let ps_home =
        program.as_ref().and_then(|path| path.parent()).map(|path| path.to_string_lossy().into_owned());
    constant(rs, "Host", pwsh_runtime::facade::host::host_object());
    constant(rs, "PID", Value::Int32(std::process::id() as i32));
    constant(rs, "HOME", home.into());
    constant(rs, "PSHOME", ps_home.into());
    constant(rs, "ShellId", Value::str("Microsoft.PowerShell"));
    constant(rs, "PSEdition", Value::str("Core"));
    for (name, value) in [("IsLinux", true), ("IsMacOS", false), ("IsWindows", false), ("IsCoreCLR", true)] {
        constant(rs, name, Value::Bool(value));
    }
    constant(rs, "true", Value::Bool(true));
    constant(rs, "false", Value::Bool(false));
    constant(rs, "null", Value::Null);
    let culture = culture(rs);
    constant(rs, "PSCulture", culture.clone());
    constant(rs, "PSUICulture", culture);
    let versions = version_table(rs);
    read_only(rs, "PSVersionTable", versions);
    let sender = sender_info(rs, arguments);
    constant(rs, "PSSenderInfo", sender);
    module_path(rs);
    preferences::set_up(rs);
    functions::set_up(rs);
    pwsh_format::initialize(rs);
    let path = std::path::Path::new(&home_of(rs)).join(".config/powershell/Microsoft.PowerShell_profile.ps1");
    plain(rs, "PROFILE", path.to_string_lossy().into_owned().into());
}

/// The folders in which modules are looked for, where the environment names none.
fn module_path(rs: &mut Runspace) {
    if rs.process().env("PSModulePath").is_none() {
        let user = format!("{}/.local/share/powershell/Modules", home_of(rs));
        let path = format!("{user}:/usr/local/share/powershell/Modules");
        rs.process().set_env("PSModulePath", Some(&path));
    }
}

/// Sets the variables of a runspace that no client opened.
pub(crate) fn set_up_sibling(rs: &mut Runspace) {
    set_up(rs, &clixml::Value::Null);
}

fn home_of(rs: &Runspace) -> String {
    rs.process().env("HOME").map(|home| home.to_string_lossy().into_owned()).unwrap_or_default()
}

fn culture(rs: &Runspace) -> Value {
    Value::str(&*rs.process().culture())
}

/// `/etc/os-release`'s name of the system.
pub(crate) fn operating_system() -> String {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    name.map_or_else(|| "Linux".to_owned(), |name| name.trim_matches('"').to_owned())
}

fn semantic_version(rs: &mut Runspace) -> Value {
    let text = Value::str(PS_VERSION.to_string());
    let ty = named("System.Management.Automation.SemanticVersion");
    rs.construct(&ty, vec![text.clone()]).unwrap_or(text)
}

fn version_table(rs: &mut Runspace) -> Value {
    let version = |rs: &mut Runspace, text: &str| {
        rs.construct(&named("System.Version"), vec![Value::str(text)]).unwrap_or_else(|_| Value::str(text))
    };
    let compatible: Vec<Value> =
        ["1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "7.0"].map(|text| version(rs, text)).into();
    let entries = [
        ("PSVersion", semantic_version(rs)),
        ("PSEdition", Value::str("Core")),
        ("GitCommitId", Value::str(PS_VERSION.to_string())),
        ("OS", operating_system().into()),
        ("Platform", Value::str("Unix")),
        ("PSCompatibleVersions", Value::Object(Obj::array(compatible))),
        ("PSRemotingProtocolVersion", version(rs, "2.4")),
        ("SerializationVersion", version(rs, "1.1.0.1")),
        ("WSManStackVersion", version(rs, "3.0")),
    ];
    let table = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::IgnoreCase));
    if let Some(handle) = table.get::<Dictionary>() {
        entries.into_iter().for_each(|(name, value)| handle.set_str(name, value));
    }
    Value::Object(table)
}

fn sender_info(rs: &mut Runspace, arguments: &clixml::Value) -> Value {
    let arguments = clixml::tree::to_wire(arguments, &NoKey)
        .ok()
        .and_then(|bytes| deserialize::value(rs, &bytes, &NoKey).ok())
        .unwrap_or_default();
    // over a pipe nobody asks who the client is: whoever can write to it is this account
    let identity = PsIdentity {
        name: PsString::empty(),
        authentication_type: PsString::empty(),
        is_authenticated: false,
    };
    PsSenderInfo {
        identity,
        connection_string: "http://localhost".into(),
        configuration_name: PsString::empty(),
        application_arguments: arguments,
    }
    .object()
}

fn constant(rs: &mut Runspace, name: &str, value: Value) {
    with_options(rs, name, value, CONSTANT);
}

fn read_only(rs: &mut Runspace, name: &str, value: Value) {
    with_options(rs, name, value, READ_ONLY);
}

fn plain(rs: &mut Runspace, name: &str, value: Value) {
    rs.set_in(Scopes::GLOBAL, Name::intern(name), value);
}

fn with_options(rs: &mut Runspace, name: &str, value: Value, options: VariableOptions) {
    let name = Name::intern(name);
    let cell = VariableCell::with_options(name, value, options);
    *rs.scopes.place_in(Scopes::GLOBAL, name) = Slot::Cell(Arc::new(cell));
}
