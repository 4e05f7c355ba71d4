//! `System.Security.Cryptography.HashAlgorithm`, and the algorithms that its derived types name.

use crate::fault;
use crate::io::stream::stream_of;
use crate::system::bit_converter::bytes_argument;
use hmac::{Hmac, KeyInit, Mac};
use md5::Digest;
use parking_lot::Mutex;
use pwsh_value::payload::Array;
use pwsh_value::ty::{Call, FacadeType, Kind, method, named, property};
use pwsh_value::{Error, Obj, Payload, Result, Value};

/// `System.Security.Cryptography.HashAlgorithm`.
pub static HASH_ALGORITHM: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.IDisposable"],
    members: &[
        property("int HashSize {get;}", hash_size),
        property("byte[] Hash {get;}", hash),
        method("byte[] ComputeHash(byte[] buffer)", compute_hash),
        method("byte[] ComputeHash(byte[] buffer, int offset, int count)", compute_hash),
        method("byte[] ComputeHash(System.IO.Stream inputStream)", compute_hash),
        method("void Dispose()", dispose),
        method("void Clear()", clear),
        method(
            "int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)",
            transform_block,
        ),
        method(
            "byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)",
            transform_final_block,
        ),
        method("void Initialize()", initialize),
        property("int InputBlockSize {get;}", transform_block_size),
        property("int OutputBlockSize {get;}", transform_block_size),
        property("bool CanReuseTransform {get;}", yes),
        property("bool CanTransformMultipleBlocks {get;}", yes),
        method("static System.Security.Cryptography.HashAlgorithm Create()", create),
        method("static System.Security.Cryptography.HashAlgorithm Create(string hashName)", create),
    ],
    ..FacadeType::class("System.Security.Cryptography.HashAlgorithm")
};

/// An algorithm by its name, SHA-1 without one; null for a name that is none.
fn create(call: &mut Call<'_>) -> Result<Value> {
    let name = if call.args.is_empty() { "SHA1".to_owned() } else { call.str(0).to_string() };
    let short = name.rsplit('.').next().unwrap_or_default();
    let (algorithm, ty) = match Algorithm::find(short) {
        Some(Algorithm::Md5) => (Algorithm::Md5, "MD5"),
        Some(Algorithm::Sha1) => (Algorithm::Sha1, "SHA1"),
        Some(Algorithm::Sha256) => (Algorithm::Sha256, "SHA256"),
        Some(Algorithm::Sha384) => (Algorithm::Sha384, "SHA384"),
        Some(Algorithm::Sha512) => (Algorithm::Sha512, "SHA512"),
        None => return Ok(Value::Null),
    };
    Ok(hash_object(&format!("System.Security.Cryptography.{ty}"), algorithm, None))
}

/// Any number of bytes will do.
fn transform_block_size(_: &mut Call<'_>) -> Result<Value> {
    Ok(1.into())
}

fn yes(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

/// A hash function.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Algorithm {
    /// MD5.
    Md5,
    /// SHA-1.
    Sha1,
    /// SHA-2 of 256 bits.
    Sha256,
    /// SHA-2 of 384 bits.
    Sha384,
    /// SHA-2 of 512 bits.
    Sha512,
}

impl Algorithm {
    /// The algorithm of that name, in any casing and with or without a hyphen.
    pub fn find(name: &str) -> Option<Algorithm> {
        Some(match &*name.to_ascii_uppercase().replace('-', "") {
            "MD5" => Algorithm::Md5,
            "SHA1" | "SHA" => Algorithm::Sha1,
            "SHA256" => Algorithm::Sha256,
            "SHA384" => Algorithm::Sha384,
            "SHA512" => Algorithm::Sha512,
            _ => return None,
        })
    }

    /// The hash of `data`.
    pub fn hash(self, data: &[u8]) -> Vec<u8> {
        match self {
            Algorithm::Md5 => md5::Md5::digest(data).to_vec(),
            Algorithm::Sha1 => sha1::Sha1::digest(data).to_vec(),
            Algorithm::Sha256 => sha2::Sha256::digest(data).to_vec(),
            Algorithm::Sha384 => sha2::Sha384::digest(data).to_vec(),
            Algorithm::Sha512 => sha2::Sha512::digest(data).to_vec(),
        }
    }

    /// The HMAC of `data` under `key`.
    pub fn keyed_hash(self, key: &[u8], data: &[u8]) -> Vec<u8> {
        fn run<M: Mac + KeyInit>(key: &[u8], data: &[u8]) -> Vec<u8> {
            let mut mac = <M as KeyInit>::new_from_slice(key).expect("an HMAC takes a key of any length");
            mac.update(data);
            mac.finalize().into_bytes().to_vec()
        }
        match self {
            Algorithm::Md5 => run::<Hmac<md5::Md5>>(key, data),
            Algorithm::Sha1 => run::<Hmac<sha1::Sha1>>(key, data),
            Algorithm::Sha256 => run::<Hmac<sha2::Sha256>>(key, data),
            Algorithm::Sha384 => run::<Hmac<sha2::Sha384>>(key, data),
            Algorithm::Sha512 => run::<Hmac<sha2::Sha512>>(key, data),
        }
    }

    /// The length of a hash in bits.
    fn bits(self) -> i32 {
        match self {
            Algorithm::Md5 => 128,
            Algorithm::Sha1 => 160,
            Algorithm::Sha256 => 256,
            Algorithm::Sha384 => 384,
            Algorithm::Sha512 => 512,
        }
    }
}

/// The payload of hash objects.
pub struct Hasher {
    algorithm: Algorithm,
    /// The key of an HMAC.
    key: Option<Vec<u8>>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// What `TransformBlock` took in so far.
    waiting: Vec<u8>,
    /// The latest hash.
    hash: Option<Vec<u8>>,
}

impl Payload for Hasher {}

impl Hasher {
    fn run(&self, data: &[u8]) -> Vec<u8> {
        match &self.key {
            Some(key) => self.algorithm.keyed_hash(key, data),
            None => self.algorithm.hash(data),
        }
    }

    /// The key of an HMAC.
    pub fn key(&self) -> &[u8] {
        self.key.as_deref().unwrap_or_default()
    }
}

/// A hash object of a type, with a key where it is an HMAC.
pub fn hash_object(ty: &str, algorithm: Algorithm, key: Option<Vec<u8>>) -> Value {
    Obj::new(named(ty), Hasher { algorithm, key, state: Mutex::default() }).into()
}

/// The constructor of an HMAC: with a key, or a random one.
pub fn keyed(call: &Call<'_>, algorithm: Algorithm) -> Result<Value> {
    let key = if call.args.is_empty() {
        super::random_number_generator::bytes(64)
    } else {
        bytes_argument(call, 0, "key")?
    };
    let hasher = Hasher { algorithm, key: Some(key), state: Mutex::default() };
    Ok(Obj::new(call.ty.clone(), hasher).into())
}

/// The bytes in an argument, an array or what is left of a stream.
///
/// # Errors
/// `ArgumentNullException` under the name `parameter`.
pub fn data_argument(call: &Call<'_>, index: usize, parameter: &str) -> Result<Vec<u8>> {
    match call.args.get(index).and_then(stream_of) {
        Some(stream) => stream.read_to_end(),
        None => bytes_argument(call, index, parameter),
    }
}

fn compute_hash(call: &mut Call<'_>) -> Result<Value> {
    let mut data = data_argument(call, 0, "buffer")?;
    if call.args.len() == 3 {
        data = part(call, data)?;
    }
    let this = call.this::<Hasher>();
    let hash = this.run(&data);
    this.payload().state.lock().hash = Some(hash.clone());
    Ok(Obj::bytes(hash).into())
}

/// The part of the data that offset and count in arguments 1 and 2 name.
fn part(call: &Call<'_>, data: Vec<u8>) -> Result<Vec<u8>> {
    let range = usize::try_from(call.int(1)).ok().zip(usize::try_from(call.int(2)).ok());
    let range = range.filter(|(offset, count)| offset + count <= data.len());
    let message = "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.";
    let (offset, count) = range.ok_or_else(|| Error::argument(message, ""))?;
    Ok(data[offset..offset + count].to_vec())
}

fn transform_block(call: &mut Call<'_>) -> Result<Value> {
    let data = part(call, bytes_argument(call, 0, "inputBuffer")?)?;
    if let Some(output) = call.payload::<Array>(3) {
        let at = usize::try_from(call.int(4))
            .ok()
            .filter(|at| at + data.len() <= output.len())
            .ok_or_else(fault::index)?;
        data.iter().enumerate().for_each(|(offset, byte)| output.set(at + offset, Value::UInt8(*byte)));
    }
    call.this::<Hasher>().payload().state.lock().waiting.extend_from_slice(&data);
    Ok((data.len() as i32).into())
}

fn transform_final_block(call: &mut Call<'_>) -> Result<Value> {
    let data = part(call, bytes_argument(call, 0, "inputBuffer")?)?;
    let this = call.this::<Hasher>();
    let mut state = this.payload().state.lock();
    state.waiting.extend_from_slice(&data);
    let waiting = std::mem::take(&mut state.waiting);
    state.hash = Some(this.run(&waiting));
    Ok(Obj::bytes(data).into())
}

fn hash(call: &mut Call<'_>) -> Result<Value> {
    let hash = call.this::<Hasher>().payload().state.lock().hash.clone();
    match hash {
        Some(hash) => Ok(Obj::bytes(hash).into()),
        None => Ok(Value::Null),
    }
}

fn hash_size(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Hasher>().algorithm.bits().into())
}

fn initialize(call: &mut Call<'_>) -> Result<Value> {
    *call.this::<Hasher>().payload().state.lock() = State::default();
    Ok(Value::Void)
}

fn clear(call: &mut Call<'_>) -> Result<Value> {
    initialize(call)
}

fn dispose(call: &mut Call<'_>) -> Result<Value> {
    initialize(call)
}

#[cfg(test)]
mod tests {
    use super::Algorithm;
    use crate::system::hexadecimal::upper;
    use crate::testing::Runtime;
    use pwsh_value::{Obj, Value};

    #[test]
    fn known_hashes() {
        assert_eq!(upper(&Algorithm::Md5.hash(b"abc")), "900150983CD24FB0D6963F7D28E17F72");
        assert_eq!(upper(&Algorithm::Sha1.hash(b"abc")), "A9993E364706816ABA3E25717850C26C9CD0D89D");
        let mac = Algorithm::Sha256.keyed_hash(b"key", b"The quick brown fox jumps over the lazy dog");
        assert_eq!(upper(&mac), "F7BC83F430538424B13298E6AA6FB143EF4D59A14946175997479DBC2D1A3CD8");
    }

    #[test]
    fn an_object_hashes_again_and_again() {
        let mut rt = Runtime::new();
        let sha = rt.call_static("System.Security.Cryptography.SHA256", "Create", &[]).unwrap();
        let data: Value = Obj::bytes(b"abc".to_vec()).into();
        let first = rt.call_text(&sha, "ComputeHash", std::slice::from_ref(&data));
        assert_eq!(first, rt.call_text(&sha, "ComputeHash", &[data]));
        assert!(first.starts_with("186 120 22 191"), "{first}");
    }
}
