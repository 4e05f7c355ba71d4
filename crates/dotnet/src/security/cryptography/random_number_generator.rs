//! `System.Security.Cryptography.RandomNumberGenerator`.

use crate::fault;
use crate::system::hexadecimal;
use crate::system::object::Plain;
use pwsh_value::payload::Array;
use pwsh_value::ty::{Call, FacadeType, Kind, method, named};
use pwsh_value::{Error, Obj, PsString, Result, Value, memory};

/// `System.Security.Cryptography.RandomNumberGenerator`.
pub static RANDOM_NUMBER_GENERATOR: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.IDisposable"],
    members: &[
        method("static System.Security.Cryptography.RandomNumberGenerator Create()", create),
        method("void Dispose()", dispose),
        method("void GetBytes(byte[] data)", get_bytes),
        method("void GetBytes(byte[] data, int offset, int count)", get_bytes),
        method("void GetNonZeroBytes(byte[] data)", get_non_zero_bytes),
        method("static int GetInt32(int fromInclusive, int toExclusive)", get_int32),
        method("static int GetInt32(int toExclusive)", get_int32),
        method("static byte[] GetBytes(int count)", static_get_bytes),
        method("static string GetHexString(int stringLength, bool lowercase = False)", get_hex_string),
    ],
    ..FacadeType::class("System.Security.Cryptography.RandomNumberGenerator")
};

/// Random bytes from the operating system; the count is the program's own, not script's.
pub fn bytes(count: usize) -> Vec<u8> {
    let mut bytes = vec![0; count];
    fill(&mut bytes);
    bytes
}

fn fill(bytes: &mut [u8]) {
    let mut filled = 0;
    while filled < bytes.len() {
        match rustix::rand::getrandom(&mut bytes[filled..], rustix::rand::GetRandomFlags::empty()) {
            Ok(length) => filled += length,
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => panic!("the operating system gives no random numbers: {error}"),
        }
    }
}

/// Random bytes, so many as script asks for.
fn asked_for(count: usize) -> Result<Vec<u8>> {
    let mut bytes = memory::repeated(&[0], count)?;
    fill(&mut bytes);
    Ok(bytes)
}

fn below(limit: u64) -> u64 {
    // Numbers beyond the last whole multiple of the limit would favour the small ones.
    let last = u64::MAX - u64::MAX % limit;
    loop {
        let number = u64::from_le_bytes(bytes(8).try_into().expect("eight bytes"));
        if number < last {
            return number % limit;
        }
    }
}

fn create(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(named("System.Security.Cryptography.RandomNumberGenerator"), Plain).into())
}

fn static_get_bytes(call: &mut Call<'_>) -> Result<Value> {
    let count = usize::try_from(call.int(0)).map_err(|_| fault::negative("count", call.int(0).into()))?;
    Ok(Obj::bytes(asked_for(count)?).into())
}

fn get_bytes(call: &mut Call<'_>) -> Result<Value> {
    let Some(buffer) = call.payload::<Array>(0) else { return Err(fault::null("data")) };
    let (start, count) = if call.args.len() == 3 {
        let range = usize::try_from(call.int(1)).ok().zip(usize::try_from(call.int(2)).ok());
        range.filter(|(start, count)| start + count <= buffer.len()).ok_or_else(fault::index)?
    } else {
        (0, buffer.len())
    };
    for (offset, byte) in asked_for(count)?.into_iter().enumerate() {
        buffer.set(start + offset, Value::UInt8(byte));
    }
    Ok(Value::Void)
}

fn get_non_zero_bytes(call: &mut Call<'_>) -> Result<Value> {
    let Some(buffer) = call.payload::<Array>(0) else { return Err(fault::null("data")) };
    for at in 0..buffer.len() {
        buffer.set(at, Value::UInt8(below(255) as u8 + 1));
    }
    Ok(Value::Void)
}

fn get_int32(call: &mut Call<'_>) -> Result<Value> {
    let (least, limit) = if call.args.len() == 1 { (0, call.int(0)) } else { (call.int(0), call.int(1)) };
    if least >= limit {
        return Err(Error::argument("Range of random number does not contain at least one possibility.", ""));
    }
    let range = i64::from(limit) - i64::from(least);
    Ok(((i64::from(least) + below(range as u64) as i64) as i32).into())
}

fn get_hex_string(call: &mut Call<'_>) -> Result<Value> {
    let length =
        usize::try_from(call.int(0)).map_err(|_| fault::negative("stringLength", call.int(0).into()))?;
    let mut text = hexadecimal::upper(&asked_for(length.div_ceil(2))?);
    text.truncate(length);
    if call.args.len() > 1 && call.bool(1) {
        text.make_ascii_lowercase();
    }
    Ok(PsString::from(text).into())
}

fn dispose(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn more_bytes_than_there_is_room_for_are_out_of_memory() {
        let mut rt = Runtime::new();
        let generator = "System.Security.Cryptography.RandomNumberGenerator";
        let error = Runtime::error(rt.call_static(generator, "GetBytes", &[i32::MAX.into()]));
        assert!(error.starts_with("System.OutOfMemoryException"), "{error}");
    }
}
