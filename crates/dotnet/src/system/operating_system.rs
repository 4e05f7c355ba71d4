//! `System.OperatingSystem`, and what the operating system says of itself.

use super::version::{Version, version_object};
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.OperatingSystem`.
pub static OPERATING_SYSTEM: FacadeType = FacadeType {
    interfaces: &["System.ICloneable"],
    members: &[
        property("System.PlatformID Platform {get;}", platform),
        property("string ServicePack {get;}", service_pack),
        property("version Version {get;}", version),
        property("string VersionString {get;}", version_string),
        method("System.Object Clone()", clone),
        method("static bool IsLinux()", is_linux),
        method("static bool IsMacOS()", is_mac_os),
        method("static bool IsWindows()", is_windows),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.OperatingSystem")
};

const HOOKS: Hooks = Hooks { to_string: Some(|_, value| Ok(text(value))), ..Hooks::NONE };

/// The payload: the kernel's version.
struct System([i32; 4]);

impl Payload for System {}

/// The operating system that runs this process.
pub fn current() -> Value {
    let release = rustix::system::uname().release().to_string_lossy().into_owned();
    let mut parts = [0; 4];
    for (part, digits) in parts.iter_mut().zip(release.split(['.', '-'])) {
        *part = digits.parse().unwrap_or(0);
    }
    Obj::new(named("System.OperatingSystem"), System(parts)).into()
}

/// The machine's name.
pub fn host_name() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

fn text(value: &Value) -> PsString {
    let system = value.cell().and_then(|obj| obj.get::<System>()).map_or([0; 4], |system| system.0);
    format!("Unix {}", system.map(|part| part.to_string()).join(".")).into()
}

fn version(call: &mut Call<'_>) -> Result<Value> {
    let Version(parts) = Version(call.this::<System>().0);
    Ok(version_object(parts))
}

fn version_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call.this).into())
}

fn service_pack(_: &mut Call<'_>) -> Result<Value> {
    Ok("".into())
}

fn platform(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.PlatformID"), 4))
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.clone())
}

fn is_linux(_: &mut Call<'_>) -> Result<Value> {
    Ok(cfg!(target_os = "linux").into())
}

fn is_windows(_: &mut Call<'_>) -> Result<Value> {
    Ok(cfg!(windows).into())
}

fn is_mac_os(_: &mut Call<'_>) -> Result<Value> {
    Ok(cfg!(target_os = "macos").into())
}
