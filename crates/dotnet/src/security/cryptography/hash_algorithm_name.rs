//! `System.Security.Cryptography.HashAlgorithmName`.

use crate::system::object;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.Security.Cryptography.HashAlgorithmName`.
pub static HASH_ALGORITHM_NAME: FacadeType = FacadeType {
    interfaces: &["System.IEquatable[System.Security.Cryptography.HashAlgorithmName]"],
    members: &[
        constructor("new(string name)", new),
        property("static System.Security.Cryptography.HashAlgorithmName MD5 {get;}", |_| Ok(made("MD5"))),
        property("static System.Security.Cryptography.HashAlgorithmName SHA1 {get;}", |_| Ok(made("SHA1"))),
        property("static System.Security.Cryptography.HashAlgorithmName SHA256 {get;}", |_| {
            Ok(made("SHA256"))
        }),
        property("static System.Security.Cryptography.HashAlgorithmName SHA384 {get;}", |_| {
            Ok(made("SHA384"))
        }),
        property("static System.Security.Cryptography.HashAlgorithmName SHA512 {get;}", |_| {
            Ok(made("SHA512"))
        }),
        property("string Name {get;}", name),
        method("bool Equals(System.Object obj)", object::equals),
    ],
    hooks: Hooks {
        to_string: Some(|_, value| Ok(name_of(value).unwrap_or_default().into())),
        equals: Some(|_, a, b| Ok(a.ty() == b.ty() && name_of(a) == name_of(b))),
        convert_from: Some(|_, _, value| Ok(value.as_string().map(|name| made(&name.to_str())))),
        default: Some(|| made("")),
        ..Hooks::NONE
    },
    ..FacadeType::structure("System.Security.Cryptography.HashAlgorithmName")
};

/// The payload.
struct AlgorithmName(PsString);

impl Payload for AlgorithmName {}

fn made(name: &str) -> Value {
    Obj::new(named("System.Security.Cryptography.HashAlgorithmName"), AlgorithmName(name.into())).into()
}

/// The name in a `HashAlgorithmName`, `None` for other values.
pub fn name_of(value: &Value) -> Option<String> {
    value.cell().and_then(|obj| obj.get::<AlgorithmName>()).map(|name| name.0.to_string())
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(made(&call.str(0).to_str()))
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(name_of(call.this).into())
}
