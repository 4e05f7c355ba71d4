//! `System.Security.Cryptography.Rfc2898DeriveBytes`: PBKDF2 (RFC 2898 5.2).

use super::hash_algorithm::Algorithm;
use super::hash_algorithm_name::name_of;
use crate::fault;
use crate::system::bit_converter::bytes_argument;
use parking_lot::Mutex;
use pwsh_value::payload::Array;
use pwsh_value::ty::{Call, FacadeType, constructor, method, property};
use pwsh_value::{Obj, Payload, Result, Value, memory};

/// `System.Security.Cryptography.Rfc2898DeriveBytes`.
pub static RFC2898_DERIVE_BYTES: FacadeType = FacadeType {
    interfaces: &["System.IDisposable"],
    members: &[
        constructor("new(string password, byte[] salt)", new),
        constructor("new(string password, byte[] salt, int iterations)", new),
        constructor("new(byte[] password, byte[] salt, int iterations)", new),
        constructor(
            "new(byte[] password, byte[] salt, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)",
            new,
        ),
        constructor(
            "new(string password, byte[] salt, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)",
            new,
        ),
        property("int IterationCount {get;}", iteration_count),
        property("byte[] Salt {get;}", salt),
        method("byte[] GetBytes(int cb)", get_bytes),
        method("void Reset()", reset),
        method("void Dispose()", dispose),
        method(
            "static byte[] Pbkdf2(byte[] password, byte[] salt, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, int outputLength)",
            pbkdf2,
        ),
        method(
            "static byte[] Pbkdf2(string password, byte[] salt, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, int outputLength)",
            pbkdf2,
        ),
    ],
    ..FacadeType::class("System.Security.Cryptography.Rfc2898DeriveBytes")
};

/// The payload.
struct Derivation {
    password: Vec<u8>,
    salt: Vec<u8>,
    iterations: usize,
    algorithm: Algorithm,
    /// How many bytes were given out.
    given: Mutex<usize>,
}

impl Payload for Derivation {}

impl Derivation {
    /// The key's first `length` bytes.
    fn key(&self, length: usize) -> Result<Vec<u8>> {
        let mut key = memory::room(length)?;
        for block in 1_u32.. {
            if key.len() >= length {
                break;
            }
            let first = [&self.salt[..], &block.to_be_bytes()].concat();
            let mut last = self.algorithm.keyed_hash(&self.password, &first);
            let mut sum = last.clone();
            for _ in 1..self.iterations {
                last = self.algorithm.keyed_hash(&self.password, &last);
                sum.iter_mut().zip(&last).for_each(|(sum, byte)| *sum ^= byte);
            }
            key.extend(sum);
        }
        key.truncate(length);
        Ok(key)
    }

    fn of(call: &Call<'_>) -> Result<Derivation> {
        let password = match call.payload::<Array>(0) {
            Some(_) => bytes_argument(call, 0, "password")?,
            None => call.str(0).to_string().into_bytes(),
        };
        let iterations = if call.args.len() > 2 { call.int(2) } else { 1000 };
        let iterations = usize::try_from(iterations).ok().filter(|count| *count > 0);
        let algorithm = call.args.get(3).and_then(name_of).and_then(|name| Algorithm::find(&name));
        Ok(Derivation {
            password,
            salt: bytes_argument(call, 1, "salt")?,
            iterations: iterations
                .ok_or_else(|| fault::out_of_range("Positive number required.", "iterations"))?,
            algorithm: algorithm.unwrap_or(Algorithm::Sha1),
            given: Mutex::new(0),
        })
    }
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Derivation::of(call)?).into())
}

fn this<'a>(call: &Call<'a>) -> &'a Derivation {
    call.this::<Derivation>().payload()
}

fn iteration_count(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).iterations as i32).into())
}

fn salt(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::bytes(this(call).salt.clone()).into())
}

fn length(call: &Call<'_>, index: usize) -> Result<usize> {
    usize::try_from(call.int(index)).map_err(|_| fault::out_of_range("Positive number required.", "cb"))
}

/// The next bytes of the key.
fn get_bytes(call: &mut Call<'_>) -> Result<Value> {
    let (this, length) = (this(call), length(call, 0)?);
    let mut given = this.given.lock();
    let start = *given;
    *given += length;
    Ok(Obj::bytes(this.key(*given)?[start..].to_vec()).into())
}

fn reset(call: &mut Call<'_>) -> Result<Value> {
    *this(call).given.lock() = 0;
    Ok(Value::Void)
}

fn dispose(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn pbkdf2(call: &mut Call<'_>) -> Result<Value> {
    let length = length(call, 4)?;
    Ok(Obj::bytes(Derivation::of(call)?.key(length)?).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::{Obj, Value};

    /// RFC 6070's second case.
    #[test]
    fn a_known_key() {
        let mut rt = Runtime::new();
        let salt: Value = Obj::bytes(b"salt".to_vec()).into();
        let args = ["password".into(), salt, 2.into()];
        let derivation = rt.make("System.Security.Cryptography.Rfc2898DeriveBytes", &args).unwrap();
        let key = rt.call(&derivation, "GetBytes", &[4.into()]).unwrap();
        assert_eq!(rt.text(&key), "234 108 1 77");
    }
}
