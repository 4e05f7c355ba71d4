//! `System.BitConverter`, in the order of bytes of the machine: little-endian.

use super::hexadecimal;
use crate::fault;
use pwsh_value::payload::{Array, Elements};
use pwsh_value::ty::{Call, FacadeType, method, property};
use pwsh_value::{Obj, Result, Value};

/// `System.BitConverter`.
pub static BIT_CONVERTER: FacadeType = FacadeType {
    members: &[
        property("static bool IsLittleEndian {get;}", is_little_endian),
        method("static byte[] GetBytes(bool value)", get_bytes),
        method("static byte[] GetBytes(char value)", get_bytes),
        method("static byte[] GetBytes(short value)", get_bytes),
        method("static byte[] GetBytes(int value)", get_bytes),
        method("static byte[] GetBytes(long value)", get_bytes),
        method("static byte[] GetBytes(ushort value)", get_bytes),
        method("static byte[] GetBytes(uint value)", get_bytes),
        method("static byte[] GetBytes(ulong value)", get_bytes),
        method("static byte[] GetBytes(float value)", get_bytes),
        method("static byte[] GetBytes(double value)", get_bytes),
        method("static char ToChar(byte[] value, int startIndex)", to_char),
        method("static short ToInt16(byte[] value, int startIndex)", to_int16),
        method("static int ToInt32(byte[] value, int startIndex)", to_int32),
        method("static long ToInt64(byte[] value, int startIndex)", to_int64),
        method("static ushort ToUInt16(byte[] value, int startIndex)", to_u_int16),
        method("static uint ToUInt32(byte[] value, int startIndex)", to_u_int32),
        method("static ulong ToUInt64(byte[] value, int startIndex)", to_u_int64),
        method("static float ToSingle(byte[] value, int startIndex)", to_single),
        method("static double ToDouble(byte[] value, int startIndex)", to_double),
        method("static string ToString(byte[] value, int startIndex, int length)", to_string),
        method("static string ToString(byte[] value)", to_string),
        method("static string ToString(byte[] value, int startIndex)", to_string),
        method("static bool ToBoolean(byte[] value, int startIndex)", to_boolean),
        method("static long DoubleToInt64Bits(double value)", double_to_int64_bits),
        method("static double Int64BitsToDouble(long value)", int64_bits_to_double),
        method("static int SingleToInt32Bits(float value)", single_to_int32_bits),
        method("static float Int32BitsToSingle(int value)", int32_bits_to_single),
        method("static ulong DoubleToUInt64Bits(double value)", double_to_u_int64_bits),
    ],
    ..FacadeType::static_class("System.BitConverter")
};

/// The bytes in a `byte[]` argument.
///
/// # Errors
/// `ArgumentNullException` under the name `parameter`.
pub fn bytes_argument(call: &Call<'_>, index: usize, parameter: &str) -> Result<Vec<u8>> {
    let Some(array) = call.payload::<Array>(index) else { return Err(fault::null(parameter)) };
    Ok(array.with(|elements| match elements {
        Elements::UInt8(bytes) => bytes.clone(),
        other => other.to_vec().iter().filter_map(super::integer::whole).map(|number| number as u8).collect(),
    }))
}

fn is_little_endian(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn get_bytes(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::bytes(number_bytes(call.arg(0))).into())
}

/// The bytes of a number, character or truth in memory; none for other values.
pub fn number_bytes(value: &Value) -> Vec<u8> {
    match *value.unwrapped() {
        Value::Bool(v) => vec![u8::from(v)],
        Value::UInt8(v) => vec![v],
        Value::Int8(v) => v.to_le_bytes().to_vec(),
        Value::Char(v) | Value::UInt16(v) => v.to_le_bytes().to_vec(),
        Value::Int16(v) => v.to_le_bytes().to_vec(),
        Value::Int32(v) => v.to_le_bytes().to_vec(),
        Value::UInt32(v) => v.to_le_bytes().to_vec(),
        Value::Int64(v) => v.to_le_bytes().to_vec(),
        Value::UInt64(v) => v.to_le_bytes().to_vec(),
        Value::Single(v) => v.to_le_bytes().to_vec(),
        Value::Double(v) => v.to_le_bytes().to_vec(),
        _ => Vec::new(),
    }
}

/// `N` bytes from the start in the second argument.
fn read<const N: usize>(call: &Call<'_>) -> Result<[u8; N]> {
    let bytes = bytes_argument(call, 0, "value")?;
    let start = usize::try_from(call.int(1)).ok().filter(|start| *start < bytes.len());
    let message = "Index was out of range. Must be non-negative and less than the size of the collection.";
    let start = start.ok_or_else(|| fault::out_of_range(message, "startIndex"))?;
    let part = bytes.get(start..start + N).and_then(|part| part.try_into().ok());
    let message = "Destination array is not long enough to copy all the items in the collection. Check array index and length.";
    part.ok_or_else(|| fault::argument(message, "value"))
}

macro_rules! readers {
    ($($name:ident = $rust:ty, $variant:ident;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            Ok(Value::$variant(<$rust>::from_le_bytes(read(call)?)))
        }
    )*};
}

readers! {
    to_char = u16, Char;
    to_int16 = i16, Int16;
    to_u_int16 = u16, UInt16;
    to_int32 = i32, Int32;
    to_u_int32 = u32, UInt32;
    to_int64 = i64, Int64;
    to_u_int64 = u64, UInt64;
    to_single = f32, Single;
    to_double = f64, Double;
}

fn to_boolean(call: &mut Call<'_>) -> Result<Value> {
    Ok((read::<1>(call)?[0] != 0).into())
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let bytes = bytes_argument(call, 0, "value")?;
    let start = if call.args.len() > 1 { usize::try_from(call.int(1)).unwrap_or(usize::MAX) } else { 0 };
    let message = "Index was out of range. Must be non-negative and less than the size of the collection.";
    if start > bytes.len() {
        return Err(fault::out_of_range(message, "startIndex"));
    }
    let count = if call.args.len() > 2 {
        usize::try_from(call.int(2)).unwrap_or(usize::MAX)
    } else {
        bytes.len() - start
    };
    let part = start.checked_add(count).and_then(|end| bytes.get(start..end));
    let part = part.ok_or_else(|| fault::out_of_range("Value must be positive.", "length"))?;
    Ok(part.iter().map(|byte| hexadecimal::upper(&[*byte])).collect::<Vec<_>>().join("-").into())
}

fn double_to_int64_bits(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.double(0).to_bits() as i64).into())
}

fn double_to_u_int64_bits(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.double(0).to_bits().into())
}

fn int64_bits_to_double(call: &mut Call<'_>) -> Result<Value> {
    Ok(f64::from_bits(call.long(0) as u64).into())
}

fn single_to_int32_bits(call: &mut Call<'_>) -> Result<Value> {
    let Value::Single(number) = *call.arg(0) else { return Ok(0.into()) };
    Ok((number.to_bits() as i32).into())
}

fn int32_bits_to_single(call: &mut Call<'_>) -> Result<Value> {
    Ok(f32::from_bits(call.int(0) as u32).into())
}
