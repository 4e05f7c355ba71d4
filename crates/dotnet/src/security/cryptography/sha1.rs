//! `System.Security.Cryptography.SHA1`.

use super::hash_algorithm::{Algorithm, data_argument, hash_object};
use pwsh_value::ty::{Call, FacadeType, Kind, method, property};
use pwsh_value::{Obj, Result, Value};

/// `System.Security.Cryptography.SHA1`.
pub static SHA1: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Security.Cryptography.HashAlgorithm",
    members: &[
        property("static int HashSizeInBits {get;}", hash_size_in_bits),
        property("static int HashSizeInBytes {get;}", hash_size_in_bytes),
        method("static System.Security.Cryptography.SHA1 Create()", create),
        method("static System.Security.Cryptography.SHA1 Create(string hashName)", create),
        method("static byte[] HashData(byte[] source)", hash_data),
        method("static byte[] HashData(System.IO.Stream source)", hash_data),
    ],
    ..FacadeType::class("System.Security.Cryptography.SHA1")
};

fn create(_: &mut Call<'_>) -> Result<Value> {
    Ok(hash_object("System.Security.Cryptography.SHA1", Algorithm::Sha1, None))
}

fn hash_data(call: &mut Call<'_>) -> Result<Value> {
    let data = data_argument(call, 0, "source")?;
    Ok(Obj::bytes(Algorithm::Sha1.hash(&data)).into())
}

fn hash_size_in_bits(_: &mut Call<'_>) -> Result<Value> {
    Ok(160.into())
}

fn hash_size_in_bytes(_: &mut Call<'_>) -> Result<Value> {
    Ok(20.into())
}
