//! `System.Security.Cryptography.MD5`.

use super::hash_algorithm::{Algorithm, data_argument, hash_object};
use pwsh_value::ty::{Call, FacadeType, Kind, method, property};
use pwsh_value::{Obj, Result, Value};

/// `System.Security.Cryptography.MD5`.
pub static MD5: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Security.Cryptography.HashAlgorithm",
    members: &[
        property("static int HashSizeInBits {get;}", hash_size_in_bits),
        property("static int HashSizeInBytes {get;}", hash_size_in_bytes),
        method("static System.Security.Cryptography.MD5 Create()", create),
        method("static System.Security.Cryptography.MD5 Create(string algName)", create),
        method("static byte[] HashData(byte[] source)", hash_data),
        method("static byte[] HashData(System.IO.Stream source)", hash_data),
    ],
    ..FacadeType::class("System.Security.Cryptography.MD5")
};

fn create(_: &mut Call<'_>) -> Result<Value> {
    Ok(hash_object("System.Security.Cryptography.MD5", Algorithm::Md5, None))
}

fn hash_data(call: &mut Call<'_>) -> Result<Value> {
    let data = data_argument(call, 0, "source")?;
    Ok(Obj::bytes(Algorithm::Md5.hash(&data)).into())
}

fn hash_size_in_bits(_: &mut Call<'_>) -> Result<Value> {
    Ok(128.into())
}

fn hash_size_in_bytes(_: &mut Call<'_>) -> Result<Value> {
    Ok(16.into())
}
