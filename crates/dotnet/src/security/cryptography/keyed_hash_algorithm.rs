//! `System.Security.Cryptography.KeyedHashAlgorithm` and `HMAC`.

use super::hash_algorithm::Hasher;
use pwsh_value::ty::{Call, FacadeType, Kind, property};
use pwsh_value::{Obj, Result, Value};

/// `System.Security.Cryptography.KeyedHashAlgorithm`.
pub static KEYED_HASH_ALGORITHM: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Security.Cryptography.HashAlgorithm",
    members: &[property("byte[] Key {get;}", key)],
    ..FacadeType::class("System.Security.Cryptography.KeyedHashAlgorithm")
};
/// `System.Security.Cryptography.HMAC`.
pub static HMAC: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Security.Cryptography.KeyedHashAlgorithm",
    ..FacadeType::class("System.Security.Cryptography.HMAC")
};

fn key(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::bytes(call.this::<Hasher>().key().to_vec()).into())
}
