//! `System.Runtime.InteropServices.RuntimeInformation` and `OSPlatform`.

use crate::system::object;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.Runtime.InteropServices.RuntimeInformation`.
pub static RUNTIME_INFORMATION: FacadeType = FacadeType {
    members: &[
        property("static string FrameworkDescription {get;}", framework_description),
        property("static string RuntimeIdentifier {get;}", runtime_identifier),
        property("static string OSDescription {get;}", os_description),
        property("static System.Runtime.InteropServices.Architecture OSArchitecture {get;}", architecture),
        property(
            "static System.Runtime.InteropServices.Architecture ProcessArchitecture {get;}",
            architecture,
        ),
        method(
            "static bool IsOSPlatform(System.Runtime.InteropServices.OSPlatform osPlatform)",
            is_os_platform,
        ),
    ],
    ..FacadeType::static_class("System.Runtime.InteropServices.RuntimeInformation")
};

/// `System.Runtime.InteropServices.OSPlatform`.
pub static OS_PLATFORM: FacadeType = FacadeType {
    interfaces: &["System.IEquatable[System.Runtime.InteropServices.OSPlatform]"],
    members: &[
        property("static System.Runtime.InteropServices.OSPlatform FreeBSD {get;}", |_| {
            Ok(platform("FREEBSD"))
        }),
        property("static System.Runtime.InteropServices.OSPlatform Linux {get;}", |_| Ok(platform("LINUX"))),
        property("static System.Runtime.InteropServices.OSPlatform OSX {get;}", |_| Ok(platform("OSX"))),
        property("static System.Runtime.InteropServices.OSPlatform Windows {get;}", |_| {
            Ok(platform("WINDOWS"))
        }),
        method("static System.Runtime.InteropServices.OSPlatform Create(string osPlatform)", create),
        method("bool Equals(System.Object obj)", object::equals),
    ],
    hooks: Hooks {
        to_string: Some(|_, value| Ok(of(value).unwrap_or_else(PsString::empty))),
        equals: Some(|_, a, b| {
            let both = of(a).zip(of(b));
            Ok(both.is_some_and(|(a, b)| a.eq_ignore_case(&b)))
        }),
        default: Some(|| platform("")),
        ..Hooks::NONE
    },
    ..FacadeType::structure("System.Runtime.InteropServices.OSPlatform")
};

/// The payload of an `OSPlatform`.
struct Platform(PsString);

impl Payload for Platform {}

fn platform(name: &str) -> Value {
    Obj::new(named("System.Runtime.InteropServices.OSPlatform"), Platform(name.into())).into()
}

fn of(value: &Value) -> Option<PsString> {
    value.cell().and_then(|obj| obj.get::<Platform>()).map(|platform| platform.0.clone())
}

fn create(call: &mut Call<'_>) -> Result<Value> {
    Ok(platform(&call.str(0).to_str()))
}

fn is_os_platform(call: &mut Call<'_>) -> Result<Value> {
    Ok(of(call.arg(0)).is_some_and(|name| name.is("linux")).into())
}

/// The framework whose behaviour this program has.
fn framework_description(_: &mut Call<'_>) -> Result<Value> {
    Ok(".NET 10.0.0".into())
}

fn runtime_identifier(_: &mut Call<'_>) -> Result<Value> {
    let machine = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    Ok(format!("linux-{machine}").into())
}

fn os_description(_: &mut Call<'_>) -> Result<Value> {
    let pretty = std::fs::read_to_string("/etc/os-release").ok().and_then(|text| {
        let line = text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
        Some(line.trim_matches('"').to_owned())
    });
    Ok(pretty.unwrap_or_else(|| "Linux".into()).into())
}

fn architecture(_: &mut Call<'_>) -> Result<Value> {
    let number = if cfg!(target_arch = "aarch64") { 3 } else { 1 };
    Ok(Value::enumeration(&named("System.Runtime.InteropServices.Architecture"), number))
}
