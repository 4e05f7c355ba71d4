//! `System.Security.Cryptography.HMACSHA256`.

use super::hash_algorithm::{Algorithm, data_argument, keyed};
use crate::system::bit_converter::bytes_argument;
use pwsh_value::ty::{Call, FacadeType, constructor, method};
use pwsh_value::{Obj, Result, Value};

/// `System.Security.Cryptography.HMACSHA256`.
pub static HMAC_SHA256: FacadeType = FacadeType {
    base: "System.Security.Cryptography.HMAC",
    members: &[
        constructor("new()", new),
        constructor("new(byte[] key)", new),
        method("static byte[] HashData(byte[] key, byte[] source)", hash_data),
        method("static byte[] HashData(byte[] key, System.IO.Stream source)", hash_data),
    ],
    ..FacadeType::class("System.Security.Cryptography.HMACSHA256")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    keyed(call, Algorithm::Sha256)
}

fn hash_data(call: &mut Call<'_>) -> Result<Value> {
    let (key, data) = (bytes_argument(call, 0, "key")?, data_argument(call, 1, "source")?);
    Ok(Obj::bytes(Algorithm::Sha256.keyed_hash(&key, &data)).into())
}
