//! `System.Security.Cryptography.Aes`, and the transforms of its CBC and ECB modes.

use super::random_number_generator::bytes as random;
use crate::fault;
use crate::system::bit_converter::bytes_argument;
use ::aes::cipher::{Block, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use ::aes::{Aes128, Aes192, Aes256};
use parking_lot::Mutex;
use pwsh_value::payload::Array;
use pwsh_value::ty::{Call, FacadeType, Kind, constructor, method, named, property, property_rw};
use pwsh_value::{Error, Obj, Payload, Result, Value};
use zeroize::Zeroizing;

/// `System.Security.Cryptography.SymmetricAlgorithm`.
pub static SYMMETRIC_ALGORITHM: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.IDisposable"],
    members: &[
        property_rw("byte[] Key {get;set;}", key, set_key),
        property_rw("byte[] IV {get;set;}", iv, set_iv),
        property_rw("int KeySize {get;set;}", key_size, set_key_size),
        property_rw("int BlockSize {get;set;}", block_size, set_block_size),
        property_rw("System.Security.Cryptography.CipherMode Mode {get;set;}", mode, set_mode),
        property_rw("System.Security.Cryptography.PaddingMode Padding {get;set;}", padding, set_padding),
        method("void GenerateKey()", generate_key),
        method("void GenerateIV()", generate_iv),
        method("System.Security.Cryptography.ICryptoTransform CreateEncryptor()", create_encryptor),
        method("System.Security.Cryptography.ICryptoTransform CreateDecryptor()", create_decryptor),
        method(
            "System.Security.Cryptography.ICryptoTransform CreateEncryptor(byte[] rgbKey, byte[] rgbIV)",
            create_encryptor,
        ),
        method(
            "System.Security.Cryptography.ICryptoTransform CreateDecryptor(byte[] rgbKey, byte[] rgbIV)",
            create_decryptor,
        ),
        method("void Clear()", dispose),
        method("void Dispose()", dispose),
    ],
    ..FacadeType::class("System.Security.Cryptography.SymmetricAlgorithm")
};

/// `System.Security.Cryptography.Aes`.
pub static AES: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Security.Cryptography.SymmetricAlgorithm",
    members: &[
        method("static System.Security.Cryptography.Aes Create()", create),
        method("static System.Security.Cryptography.Aes Create(string algorithmName)", create),
    ],
    ..FacadeType::class("System.Security.Cryptography.Aes")
};

/// `System.Security.Cryptography.AesImplementation`: what `Create` gives.
pub static AES_IMPLEMENTATION: FacadeType = FacadeType {
    base: "System.Security.Cryptography.Aes",
    ..FacadeType::class("System.Security.Cryptography.AesImplementation")
};

/// `System.Security.Cryptography.AesManaged`.
pub static AES_MANAGED: FacadeType = FacadeType {
    base: "System.Security.Cryptography.Aes",
    members: &[constructor("new()", new)],
    ..FacadeType::class("System.Security.Cryptography.AesManaged")
};

/// `System.Security.Cryptography.AesCryptoServiceProvider`.
pub static AES_CRYPTO_SERVICE_PROVIDER: FacadeType = FacadeType {
    base: "System.Security.Cryptography.Aes",
    members: &[constructor("new()", new)],
    ..FacadeType::class("System.Security.Cryptography.AesCryptoServiceProvider")
};

/// `System.Security.Cryptography.ICryptoTransform`.
pub static I_CRYPTO_TRANSFORM: FacadeType = FacadeType {
    interfaces: &["System.IDisposable"],
    ..FacadeType::interface("System.Security.Cryptography.ICryptoTransform")
};

/// `System.Security.Cryptography.UniversalCryptoTransform`: an encryptor or decryptor.
pub static UNIVERSAL_CRYPTO_TRANSFORM: FacadeType = FacadeType {
    interfaces: &["System.Security.Cryptography.ICryptoTransform", "System.IDisposable"],
    members: &[
        property("int InputBlockSize {get;}", transform_block_size),
        property("int OutputBlockSize {get;}", transform_block_size),
        property("bool CanReuseTransform {get;}", yes),
        property("bool CanTransformMultipleBlocks {get;}", yes),
        method(
            "int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)",
            transform_block,
        ),
        method(
            "byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)",
            transform_final_block,
        ),
        method("void Dispose()", dispose),
    ],
    ..FacadeType::class("System.Security.Cryptography.UniversalCryptoTransform")
};

/// Bytes in a block.
const BLOCK: usize = 16;

/// The payload of an algorithm: what its transforms start from.
struct Settings(Mutex<State>);

#[derive(Clone)]
struct State {
    key: Zeroizing<Vec<u8>>,
    iv: Vec<u8>,
    /// `CipherMode`: 1 for CBC, 2 for ECB.
    mode: i64,
    /// `PaddingMode`: 1 none, 2 PKCS #7, 3 zeros, 4 ANSI X.923.
    padding: i64,
}

impl Payload for Settings {}

fn settings(ty: pwsh_value::Type) -> Result<Value> {
    let state = State { key: random(32).into(), iv: random(BLOCK), mode: 1, padding: 2 };
    Ok(Obj::new(ty, Settings(Mutex::new(state))).into())
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    settings(call.ty.clone())
}

fn create(_: &mut Call<'_>) -> Result<Value> {
    settings(named("System.Security.Cryptography.AesImplementation"))
}

fn cryptographic(message: &str) -> Error {
    Error::new("System.Security.Cryptography.CryptographicException", message)
}

fn with<R>(call: &Call<'_>, work: impl FnOnce(&mut State) -> R) -> R {
    work(&mut call.this::<Settings>().payload().0.lock())
}

fn key(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::bytes(with(call, |state| state.key.to_vec())).into())
}

/// A key of 128, 192 or 256 bits.
fn checked_key(key: Vec<u8>) -> Result<Zeroizing<Vec<u8>>> {
    if [16, 24, 32].contains(&key.len()) {
        return Ok(key.into());
    }
    Err(cryptographic("Specified key is not a valid size for this algorithm."))
}

fn checked_iv(iv: Vec<u8>) -> Result<Vec<u8>> {
    if iv.len() == BLOCK {
        return Ok(iv);
    }
    Err(cryptographic(
        "Specified initialization vector (IV) does not match the block size for this algorithm.",
    ))
}

fn set_key(call: &mut Call<'_>) -> Result<Value> {
    let key = checked_key(bytes_argument(call, 0, "value")?)?;
    with(call, |state| state.key = key);
    Ok(Value::Void)
}

fn iv(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::bytes(with(call, |state| state.iv.clone())).into())
}

fn set_iv(call: &mut Call<'_>) -> Result<Value> {
    let iv = checked_iv(bytes_argument(call, 0, "value")?)?;
    with(call, |state| state.iv = iv);
    Ok(Value::Void)
}

fn key_size(call: &mut Call<'_>) -> Result<Value> {
    Ok(with(call, |state| state.key.len() as i32 * 8).into())
}

/// A new size asks for a new key.
fn set_key_size(call: &mut Call<'_>) -> Result<Value> {
    let length = usize::try_from(call.int(0) / 8).unwrap_or(0);
    let key = checked_key(random(length))?;
    with(call, |state| state.key = key);
    Ok(Value::Void)
}

fn block_size(_: &mut Call<'_>) -> Result<Value> {
    Ok((BLOCK as i32 * 8).into())
}

fn set_block_size(call: &mut Call<'_>) -> Result<Value> {
    if call.int(0) == BLOCK as i32 * 8 {
        return Ok(Value::Void);
    }
    Err(cryptographic("Specified block size is not valid for this algorithm."))
}

fn mode(call: &mut Call<'_>) -> Result<Value> {
    let mode = with(call, |state| state.mode);
    Ok(Value::enumeration(&named("System.Security.Cryptography.CipherMode"), mode))
}

fn set_mode(call: &mut Call<'_>) -> Result<Value> {
    let mode = call.number(0);
    if ![1, 2].contains(&mode) {
        return Err(cryptographic("Specified cipher mode is not valid for this algorithm."));
    }
    with(call, |state| state.mode = mode);
    Ok(Value::Void)
}

fn padding(call: &mut Call<'_>) -> Result<Value> {
    let padding = with(call, |state| state.padding);
    Ok(Value::enumeration(&named("System.Security.Cryptography.PaddingMode"), padding))
}

fn set_padding(call: &mut Call<'_>) -> Result<Value> {
    let padding = call.number(0);
    if !(1..=4).contains(&padding) {
        return Err(cryptographic("Specified padding mode is not valid for this algorithm."));
    }
    with(call, |state| state.padding = padding);
    Ok(Value::Void)
}

fn generate_key(call: &mut Call<'_>) -> Result<Value> {
    let length = with(call, |state| state.key.len());
    let key = random(length);
    with(call, |state| state.key = key.into());
    Ok(Value::Void)
}

fn generate_iv(call: &mut Call<'_>) -> Result<Value> {
    let iv = random(BLOCK);
    with(call, |state| state.iv = iv);
    Ok(Value::Void)
}

fn dispose(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn yes(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

/// The payload of an encryptor or decryptor.
struct Transform {
    encrypts: bool,
    start: State,
    /// What the next block is chained to, and input that fills no block yet.
    progress: Mutex<(Vec<u8>, Vec<u8>)>,
}

impl Payload for Transform {}

fn transform(call: &mut Call<'_>, encrypts: bool) -> Result<Value> {
    let mut start = with(call, |state| state.clone());
    if call.args.len() == 2 {
        start.key = checked_key(bytes_argument(call, 0, "rgbKey")?)?;
        if !call.arg(1).is_null() {
            start.iv = checked_iv(bytes_argument(call, 1, "rgbIV")?)?;
        }
    }
    let progress = Mutex::new((start.iv.clone(), Vec::new()));
    let ty = named("System.Security.Cryptography.UniversalCryptoTransform");
    Ok(Obj::new(ty, Transform { encrypts, start, progress }).into())
}

fn create_encryptor(call: &mut Call<'_>) -> Result<Value> {
    transform(call, true)
}

fn create_decryptor(call: &mut Call<'_>) -> Result<Value> {
    transform(call, false)
}

fn transform_block_size(_: &mut Call<'_>) -> Result<Value> {
    Ok((BLOCK as i32).into())
}

/// One block through the cipher itself.
fn cipher(key: &[u8], encrypts: bool, bytes: &[u8]) -> Option<Vec<u8>> {
    fn run<C: KeyInit + BlockCipherEncrypt + BlockCipherDecrypt>(
        key: &[u8],
        encrypts: bool,
        bytes: &[u8],
    ) -> Option<Vec<u8>> {
        let cipher = C::new_from_slice(key).ok()?;
        let mut block = Block::<C>::try_from(bytes).ok()?;
        if encrypts {
            cipher.encrypt_block(&mut block)
        } else {
            cipher.decrypt_block(&mut block)
        }
        Some(block.to_vec())
    }
    match key.len() {
        16 => run::<Aes128>(key, encrypts, bytes),
        24 => run::<Aes192>(key, encrypts, bytes),
        _ => run::<Aes256>(key, encrypts, bytes),
    }
}

fn xor(a: &[u8], b: &[u8]) -> Vec<u8> {
    a.iter().zip(b).map(|(a, b)| a ^ b).collect()
}

impl Transform {
    /// Whole blocks, each chained to the one before it.
    fn blocks(&self, chain: &mut Vec<u8>, input: &[u8]) -> Vec<u8> {
        let chained = self.start.mode == 1;
        let mut out = Vec::with_capacity(input.len());
        for block in input.chunks_exact(BLOCK) {
            let before = if chained && self.encrypts { xor(block, chain) } else { block.to_vec() };
            let after = cipher(&self.start.key, self.encrypts, &before).unwrap_or_default();
            let done = if chained && !self.encrypts { xor(&after, chain) } else { after };
            *chain = if self.encrypts { done.clone() } else { block.to_vec() };
            out.extend(done);
        }
        out
    }

    fn padded(&self, mut input: Vec<u8>) -> Result<Vec<u8>> {
        let missing = BLOCK - input.len() % BLOCK;
        match self.start.padding {
            2 => input.resize(input.len() + missing, missing as u8),
            4 => {
                input.resize(input.len() + missing - 1, 0);
                input.push(missing as u8);
            }
            3 => input.resize(input.len().next_multiple_of(BLOCK), 0),
            _ if missing == BLOCK => {}
            _ => return Err(cryptographic("The input data is not a complete block.")),
        }
        Ok(input)
    }

    fn unpadded(&self, mut out: Vec<u8>) -> Result<Vec<u8>> {
        if [1, 3].contains(&self.start.padding) {
            return Ok(out);
        }
        let invalid = || cryptographic("Padding is invalid and cannot be removed.");
        let count = usize::from(*out.last().ok_or_else(invalid)?);
        let tail =
            out.len().checked_sub(count).filter(|_| (1..=BLOCK).contains(&count)).ok_or_else(invalid)?;
        let expected = if self.start.padding == 2 { count as u8 } else { 0 };
        if out[tail..out.len() - 1].iter().any(|byte| *byte != expected) {
            return Err(invalid());
        }
        out.truncate(tail);
        Ok(out)
    }
}

/// The part of the input that the arguments name.
fn input(call: &Call<'_>) -> Result<Vec<u8>> {
    let bytes = bytes_argument(call, 0, "inputBuffer")?;
    let range = usize::try_from(call.int(1)).ok().zip(usize::try_from(call.int(2)).ok());
    range
        .and_then(|(start, count)| bytes.get(start..start.checked_add(count)?).map(<[u8]>::to_vec))
        .ok_or_else(fault::index)
}

fn transform_block(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Transform>().payload();
    let input = input(call)?;
    let mut progress = this.progress.lock();
    let (chain, rest) = &mut *progress;
    rest.extend(input);
    // A decryptor keeps the last block back: it may be padding.
    let keep = usize::from(!this.encrypts && ![1, 3].contains(&this.start.padding));
    let count = (rest.len().saturating_sub(keep) / BLOCK) * BLOCK;
    let ready: Vec<u8> = rest.drain(..count).collect();
    let out = this.blocks(chain, &ready);
    let Some(target) = call.payload::<Array>(3) else { return Err(fault::null("outputBuffer")) };
    let start = usize::try_from(call.int(4)).ok().filter(|start| start + out.len() <= target.len());
    let start = start.ok_or_else(fault::index)?;
    out.iter().enumerate().for_each(|(at, byte)| target.set(start + at, (*byte).into()));
    Ok((out.len() as i32).into())
}

/// The rest; afterwards the transform begins anew.
fn transform_final_block(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Transform>().payload();
    let input = input(call)?;
    let mut progress = this.progress.lock();
    let (mut chain, mut rest) = std::mem::replace(&mut *progress, (this.start.iv.clone(), Vec::new()));
    rest.extend(input);
    if this.encrypts {
        let padded = this.padded(rest)?;
        return Ok(Obj::bytes(this.blocks(&mut chain, &padded)).into());
    }
    if !rest.len().is_multiple_of(BLOCK) {
        return Err(cryptographic("The input data is not a complete block."));
    }
    let out = this.blocks(&mut chain, &rest);
    Ok(Obj::bytes(if out.is_empty() { out } else { this.unpadded(out)? }).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::{Context, Obj, Value};

    #[test]
    fn what_is_encrypted_comes_back() {
        let mut rt = Runtime::new();
        let bytes = |bytes: Vec<u8>| -> Value { Obj::bytes(bytes).into() };
        let aes = rt.call_static("System.Security.Cryptography.Aes", "Create", &[]).unwrap();
        rt.set_property(&aes, "Key", bytes((1..=16).collect())).unwrap();
        let through = |rt: &mut Runtime, what: &str, data: Value, length: i32| {
            let transform = rt.call(&aes, what, &[]).unwrap();
            rt.call(&transform, "TransformFinalBlock", &[data, 0.into(), length.into()]).unwrap()
        };
        let hidden = through(&mut rt, "CreateEncryptor", bytes(vec![1, 2, 3]), 3);
        let back = through(&mut rt, "CreateDecryptor", hidden, 16);
        assert_eq!(rt.text(&back), "1 2 3");
    }
}
