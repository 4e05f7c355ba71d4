//! `System.Convert`.

use super::boolean;
use super::integer::{Integer, whole};
use super::number_text::{formatted, parse_error};
use super::object::type_argument;
use crate::fault;
use crate::globalization::provider::culture_of;
use crate::system::{base64, hexadecimal};
use num_traits::ToPrimitive;
use pwsh_value::text::number::parse::{parse_decimal, parse_double, parse_integer, parse_single};
use pwsh_value::text::number::{Number, NumberStyles};
use pwsh_value::ty::{Call, FacadeType, known, method, named, property};
use pwsh_value::{Error, Obj, PsString, Result, Type, Value};
use rust_decimal::Decimal;

/// `System.Convert`.
pub static CONVERT: FacadeType = FacadeType {
    members: &[
        property("static System.Object DBNull {get;}", db_null),
        method("static System.TypeCode GetTypeCode(System.Object value)", get_type_code),
        method("static bool IsDBNull(System.Object value)", is_db_null),
        method("static System.Object ChangeType(System.Object value, System.TypeCode typeCode)", change_type),
        method(
            "static System.Object ChangeType(System.Object value, System.TypeCode typeCode, System.IFormatProvider provider)",
            change_type,
        ),
        method("static System.Object ChangeType(System.Object value, type conversionType)", change_type),
        method(
            "static System.Object ChangeType(System.Object value, type conversionType, System.IFormatProvider provider)",
            change_type,
        ),
        method("static bool ToBoolean(System.Object value)", to_boolean),
        method("static bool ToBoolean(System.Object value, System.IFormatProvider provider)", to_boolean),
        method("static bool ToBoolean(bool value)", to_boolean),
        method("static bool ToBoolean(sbyte value)", to_boolean),
        method("static bool ToBoolean(char value)", to_boolean),
        method("static bool ToBoolean(byte value)", to_boolean),
        method("static bool ToBoolean(short value)", to_boolean),
        method("static bool ToBoolean(ushort value)", to_boolean),
        method("static bool ToBoolean(int value)", to_boolean),
        method("static bool ToBoolean(uint value)", to_boolean),
        method("static bool ToBoolean(long value)", to_boolean),
        method("static bool ToBoolean(ulong value)", to_boolean),
        method("static bool ToBoolean(string value)", to_boolean),
        method("static bool ToBoolean(string value, System.IFormatProvider provider)", to_boolean),
        method("static bool ToBoolean(float value)", to_boolean),
        method("static bool ToBoolean(double value)", to_boolean),
        method("static bool ToBoolean(decimal value)", to_boolean),
        method("static bool ToBoolean(datetime value)", to_boolean),
        method("static char ToChar(System.Object value)", to_char),
        method("static char ToChar(System.Object value, System.IFormatProvider provider)", to_char),
        method("static char ToChar(bool value)", to_char),
        method("static char ToChar(char value)", to_char),
        method("static char ToChar(sbyte value)", to_char),
        method("static char ToChar(byte value)", to_char),
        method("static char ToChar(short value)", to_char),
        method("static char ToChar(ushort value)", to_char),
        method("static char ToChar(int value)", to_char),
        method("static char ToChar(uint value)", to_char),
        method("static char ToChar(long value)", to_char),
        method("static char ToChar(ulong value)", to_char),
        method("static char ToChar(string value)", to_char),
        method("static char ToChar(string value, System.IFormatProvider provider)", to_char),
        method("static char ToChar(float value)", to_char),
        method("static char ToChar(double value)", to_char),
        method("static char ToChar(decimal value)", to_char),
        method("static char ToChar(datetime value)", to_char),
        method("static sbyte ToSByte(System.Object value)", to_s_byte),
        method("static sbyte ToSByte(System.Object value, System.IFormatProvider provider)", to_s_byte),
        method("static sbyte ToSByte(bool value)", to_s_byte),
        method("static sbyte ToSByte(sbyte value)", to_s_byte),
        method("static sbyte ToSByte(char value)", to_s_byte),
        method("static sbyte ToSByte(byte value)", to_s_byte),
        method("static sbyte ToSByte(short value)", to_s_byte),
        method("static sbyte ToSByte(ushort value)", to_s_byte),
        method("static sbyte ToSByte(int value)", to_s_byte),
        method("static sbyte ToSByte(uint value)", to_s_byte),
        method("static sbyte ToSByte(long value)", to_s_byte),
        method("static sbyte ToSByte(ulong value)", to_s_byte),
        method("static sbyte ToSByte(float value)", to_s_byte),
        method("static sbyte ToSByte(double value)", to_s_byte),
        method("static sbyte ToSByte(decimal value)", to_s_byte),
        method("static sbyte ToSByte(string value)", to_s_byte),
        method("static sbyte ToSByte(string value, System.IFormatProvider provider)", to_s_byte),
        method("static sbyte ToSByte(datetime value)", to_s_byte),
        method("static byte ToByte(System.Object value)", to_byte),
        method("static byte ToByte(System.Object value, System.IFormatProvider provider)", to_byte),
        method("static byte ToByte(bool value)", to_byte),
        method("static byte ToByte(byte value)", to_byte),
        method("static byte ToByte(char value)", to_byte),
        method("static byte ToByte(sbyte value)", to_byte),
        method("static byte ToByte(short value)", to_byte),
        method("static byte ToByte(ushort value)", to_byte),
        method("static byte ToByte(int value)", to_byte),
        method("static byte ToByte(uint value)", to_byte),
        method("static byte ToByte(long value)", to_byte),
        method("static byte ToByte(ulong value)", to_byte),
        method("static byte ToByte(float value)", to_byte),
        method("static byte ToByte(double value)", to_byte),
        method("static byte ToByte(decimal value)", to_byte),
        method("static byte ToByte(string value)", to_byte),
        method("static byte ToByte(string value, System.IFormatProvider provider)", to_byte),
        method("static byte ToByte(datetime value)", to_byte),
        method("static short ToInt16(System.Object value)", to_int16),
        method("static short ToInt16(System.Object value, System.IFormatProvider provider)", to_int16),
        method("static short ToInt16(bool value)", to_int16),
        method("static short ToInt16(char value)", to_int16),
        method("static short ToInt16(sbyte value)", to_int16),
        method("static short ToInt16(byte value)", to_int16),
        method("static short ToInt16(ushort value)", to_int16),
        method("static short ToInt16(int value)", to_int16),
        method("static short ToInt16(uint value)", to_int16),
        method("static short ToInt16(short value)", to_int16),
        method("static short ToInt16(long value)", to_int16),
        method("static short ToInt16(ulong value)", to_int16),
        method("static short ToInt16(float value)", to_int16),
        method("static short ToInt16(double value)", to_int16),
        method("static short ToInt16(decimal value)", to_int16),
        method("static short ToInt16(string value)", to_int16),
        method("static short ToInt16(string value, System.IFormatProvider provider)", to_int16),
        method("static short ToInt16(datetime value)", to_int16),
        method("static ushort ToUInt16(System.Object value)", to_u_int16),
        method("static ushort ToUInt16(System.Object value, System.IFormatProvider provider)", to_u_int16),
        method("static ushort ToUInt16(bool value)", to_u_int16),
        method("static ushort ToUInt16(char value)", to_u_int16),
        method("static ushort ToUInt16(sbyte value)", to_u_int16),
        method("static ushort ToUInt16(byte value)", to_u_int16),
        method("static ushort ToUInt16(short value)", to_u_int16),
        method("static ushort ToUInt16(int value)", to_u_int16),
        method("static ushort ToUInt16(ushort value)", to_u_int16),
        method("static ushort ToUInt16(uint value)", to_u_int16),
        method("static ushort ToUInt16(long value)", to_u_int16),
        method("static ushort ToUInt16(ulong value)", to_u_int16),
        method("static ushort ToUInt16(float value)", to_u_int16),
        method("static ushort ToUInt16(double value)", to_u_int16),
        method("static ushort ToUInt16(decimal value)", to_u_int16),
        method("static ushort ToUInt16(string value)", to_u_int16),
        method("static ushort ToUInt16(string value, System.IFormatProvider provider)", to_u_int16),
        method("static ushort ToUInt16(datetime value)", to_u_int16),
        method("static int ToInt32(System.Object value)", to_int32),
        method("static int ToInt32(System.Object value, System.IFormatProvider provider)", to_int32),
        method("static int ToInt32(bool value)", to_int32),
        method("static int ToInt32(char value)", to_int32),
        method("static int ToInt32(sbyte value)", to_int32),
        method("static int ToInt32(byte value)", to_int32),
        method("static int ToInt32(short value)", to_int32),
        method("static int ToInt32(ushort value)", to_int32),
        method("static int ToInt32(uint value)", to_int32),
        method("static int ToInt32(int value)", to_int32),
        method("static int ToInt32(long value)", to_int32),
        method("static int ToInt32(ulong value)", to_int32),
        method("static int ToInt32(float value)", to_int32),
        method("static int ToInt32(double value)", to_int32),
        method("static int ToInt32(decimal value)", to_int32),
        method("static int ToInt32(string value)", to_int32),
        method("static int ToInt32(string value, System.IFormatProvider provider)", to_int32),
        method("static int ToInt32(datetime value)", to_int32),
        method("static uint ToUInt32(System.Object value)", to_u_int32),
        method("static uint ToUInt32(System.Object value, System.IFormatProvider provider)", to_u_int32),
        method("static uint ToUInt32(bool value)", to_u_int32),
        method("static uint ToUInt32(char value)", to_u_int32),
        method("static uint ToUInt32(sbyte value)", to_u_int32),
        method("static uint ToUInt32(byte value)", to_u_int32),
        method("static uint ToUInt32(short value)", to_u_int32),
        method("static uint ToUInt32(ushort value)", to_u_int32),
        method("static uint ToUInt32(int value)", to_u_int32),
        method("static uint ToUInt32(uint value)", to_u_int32),
        method("static uint ToUInt32(long value)", to_u_int32),
        method("static uint ToUInt32(ulong value)", to_u_int32),
        method("static uint ToUInt32(float value)", to_u_int32),
        method("static uint ToUInt32(double value)", to_u_int32),
        method("static uint ToUInt32(decimal value)", to_u_int32),
        method("static uint ToUInt32(string value)", to_u_int32),
        method("static uint ToUInt32(string value, System.IFormatProvider provider)", to_u_int32),
        method("static uint ToUInt32(datetime value)", to_u_int32),
        method("static long ToInt64(System.Object value)", to_int64),
        method("static long ToInt64(System.Object value, System.IFormatProvider provider)", to_int64),
        method("static long ToInt64(bool value)", to_int64),
        method("static long ToInt64(char value)", to_int64),
        method("static long ToInt64(sbyte value)", to_int64),
        method("static long ToInt64(byte value)", to_int64),
        method("static long ToInt64(short value)", to_int64),
        method("static long ToInt64(ushort value)", to_int64),
        method("static long ToInt64(int value)", to_int64),
        method("static long ToInt64(uint value)", to_int64),
        method("static long ToInt64(ulong value)", to_int64),
        method("static long ToInt64(long value)", to_int64),
        method("static long ToInt64(float value)", to_int64),
        method("static long ToInt64(double value)", to_int64),
        method("static long ToInt64(decimal value)", to_int64),
        method("static long ToInt64(string value)", to_int64),
        method("static long ToInt64(string value, System.IFormatProvider provider)", to_int64),
        method("static long ToInt64(datetime value)", to_int64),
        method("static ulong ToUInt64(System.Object value)", to_u_int64),
        method("static ulong ToUInt64(System.Object value, System.IFormatProvider provider)", to_u_int64),
        method("static ulong ToUInt64(bool value)", to_u_int64),
        method("static ulong ToUInt64(char value)", to_u_int64),
        method("static ulong ToUInt64(sbyte value)", to_u_int64),
        method("static ulong ToUInt64(byte value)", to_u_int64),
        method("static ulong ToUInt64(short value)", to_u_int64),
        method("static ulong ToUInt64(ushort value)", to_u_int64),
        method("static ulong ToUInt64(int value)", to_u_int64),
        method("static ulong ToUInt64(uint value)", to_u_int64),
        method("static ulong ToUInt64(long value)", to_u_int64),
        method("static ulong ToUInt64(ulong value)", to_u_int64),
        method("static ulong ToUInt64(float value)", to_u_int64),
        method("static ulong ToUInt64(double value)", to_u_int64),
        method("static ulong ToUInt64(decimal value)", to_u_int64),
        method("static ulong ToUInt64(string value)", to_u_int64),
        method("static ulong ToUInt64(string value, System.IFormatProvider provider)", to_u_int64),
        method("static ulong ToUInt64(datetime value)", to_u_int64),
        method("static float ToSingle(System.Object value)", to_single),
        method("static float ToSingle(System.Object value, System.IFormatProvider provider)", to_single),
        method("static float ToSingle(sbyte value)", to_single),
        method("static float ToSingle(byte value)", to_single),
        method("static float ToSingle(char value)", to_single),
        method("static float ToSingle(short value)", to_single),
        method("static float ToSingle(ushort value)", to_single),
        method("static float ToSingle(int value)", to_single),
        method("static float ToSingle(uint value)", to_single),
        method("static float ToSingle(long value)", to_single),
        method("static float ToSingle(ulong value)", to_single),
        method("static float ToSingle(float value)", to_single),
        method("static float ToSingle(double value)", to_single),
        method("static float ToSingle(decimal value)", to_single),
        method("static float ToSingle(string value)", to_single),
        method("static float ToSingle(string value, System.IFormatProvider provider)", to_single),
        method("static float ToSingle(bool value)", to_single),
        method("static float ToSingle(datetime value)", to_single),
        method("static double ToDouble(System.Object value)", to_double),
        method("static double ToDouble(System.Object value, System.IFormatProvider provider)", to_double),
        method("static double ToDouble(sbyte value)", to_double),
        method("static double ToDouble(byte value)", to_double),
        method("static double ToDouble(short value)", to_double),
        method("static double ToDouble(char value)", to_double),
        method("static double ToDouble(ushort value)", to_double),
        method("static double ToDouble(int value)", to_double),
        method("static double ToDouble(uint value)", to_double),
        method("static double ToDouble(long value)", to_double),
        method("static double ToDouble(ulong value)", to_double),
        method("static double ToDouble(float value)", to_double),
        method("static double ToDouble(double value)", to_double),
        method("static double ToDouble(decimal value)", to_double),
        method("static double ToDouble(string value)", to_double),
        method("static double ToDouble(string value, System.IFormatProvider provider)", to_double),
        method("static double ToDouble(bool value)", to_double),
        method("static double ToDouble(datetime value)", to_double),
        method("static decimal ToDecimal(System.Object value)", to_decimal),
        method("static decimal ToDecimal(System.Object value, System.IFormatProvider provider)", to_decimal),
        method("static decimal ToDecimal(sbyte value)", to_decimal),
        method("static decimal ToDecimal(byte value)", to_decimal),
        method("static decimal ToDecimal(char value)", to_decimal),
        method("static decimal ToDecimal(short value)", to_decimal),
        method("static decimal ToDecimal(ushort value)", to_decimal),
        method("static decimal ToDecimal(int value)", to_decimal),
        method("static decimal ToDecimal(uint value)", to_decimal),
        method("static decimal ToDecimal(long value)", to_decimal),
        method("static decimal ToDecimal(ulong value)", to_decimal),
        method("static decimal ToDecimal(float value)", to_decimal),
        method("static decimal ToDecimal(double value)", to_decimal),
        method("static decimal ToDecimal(string value)", to_decimal),
        method("static decimal ToDecimal(string value, System.IFormatProvider provider)", to_decimal),
        method("static decimal ToDecimal(decimal value)", to_decimal),
        method("static decimal ToDecimal(bool value)", to_decimal),
        method("static decimal ToDecimal(datetime value)", to_decimal),
        method("static datetime ToDateTime(datetime value)", to_date_time),
        method("static datetime ToDateTime(System.Object value)", to_date_time),
        method(
            "static datetime ToDateTime(System.Object value, System.IFormatProvider provider)",
            to_date_time,
        ),
        method("static datetime ToDateTime(string value)", to_date_time),
        method("static datetime ToDateTime(string value, System.IFormatProvider provider)", to_date_time),
        method("static datetime ToDateTime(sbyte value)", to_date_time),
        method("static datetime ToDateTime(byte value)", to_date_time),
        method("static datetime ToDateTime(short value)", to_date_time),
        method("static datetime ToDateTime(ushort value)", to_date_time),
        method("static datetime ToDateTime(int value)", to_date_time),
        method("static datetime ToDateTime(uint value)", to_date_time),
        method("static datetime ToDateTime(long value)", to_date_time),
        method("static datetime ToDateTime(ulong value)", to_date_time),
        method("static datetime ToDateTime(bool value)", to_date_time),
        method("static datetime ToDateTime(char value)", to_date_time),
        method("static datetime ToDateTime(float value)", to_date_time),
        method("static datetime ToDateTime(double value)", to_date_time),
        method("static datetime ToDateTime(decimal value)", to_date_time),
        method("static string ToString(System.Object value)", to_string),
        method("static string ToString(System.Object value, System.IFormatProvider provider)", to_string),
        method("static string ToString(bool value)", to_string),
        method("static string ToString(bool value, System.IFormatProvider provider)", to_string),
        method("static string ToString(char value)", to_string),
        method("static string ToString(char value, System.IFormatProvider provider)", to_string),
        method("static string ToString(sbyte value)", to_string),
        method("static string ToString(sbyte value, System.IFormatProvider provider)", to_string),
        method("static string ToString(byte value)", to_string),
        method("static string ToString(byte value, System.IFormatProvider provider)", to_string),
        method("static string ToString(short value)", to_string),
        method("static string ToString(short value, System.IFormatProvider provider)", to_string),
        method("static string ToString(ushort value)", to_string),
        method("static string ToString(ushort value, System.IFormatProvider provider)", to_string),
        method("static string ToString(int value)", to_string),
        method("static string ToString(int value, System.IFormatProvider provider)", to_string),
        method("static string ToString(uint value)", to_string),
        method("static string ToString(uint value, System.IFormatProvider provider)", to_string),
        method("static string ToString(long value)", to_string),
        method("static string ToString(long value, System.IFormatProvider provider)", to_string),
        method("static string ToString(ulong value)", to_string),
        method("static string ToString(ulong value, System.IFormatProvider provider)", to_string),
        method("static string ToString(float value)", to_string),
        method("static string ToString(float value, System.IFormatProvider provider)", to_string),
        method("static string ToString(double value)", to_string),
        method("static string ToString(double value, System.IFormatProvider provider)", to_string),
        method("static string ToString(decimal value)", to_string),
        method("static string ToString(decimal value, System.IFormatProvider provider)", to_string),
        method("static string ToString(datetime value)", to_string),
        method("static string ToString(datetime value, System.IFormatProvider provider)", to_string),
        method("static string ToString(string value)", to_string),
        method("static string ToString(string value, System.IFormatProvider provider)", to_string),
        method("static byte ToByte(string value, int fromBase)", to_byte),
        method("static sbyte ToSByte(string value, int fromBase)", to_s_byte),
        method("static short ToInt16(string value, int fromBase)", to_int16),
        method("static ushort ToUInt16(string value, int fromBase)", to_u_int16),
        method("static int ToInt32(string value, int fromBase)", to_int32),
        method("static uint ToUInt32(string value, int fromBase)", to_u_int32),
        method("static long ToInt64(string value, int fromBase)", to_int64),
        method("static ulong ToUInt64(string value, int fromBase)", to_u_int64),
        method("static string ToString(byte value, int toBase)", to_string),
        method("static string ToString(short value, int toBase)", to_string),
        method("static string ToString(int value, int toBase)", to_string),
        method("static string ToString(long value, int toBase)", to_string),
        method("static string ToBase64String(byte[] inArray)", to_base64_string),
        method(
            "static string ToBase64String(byte[] inArray, System.Base64FormattingOptions options)",
            to_base64_string,
        ),
        method("static string ToBase64String(byte[] inArray, int offset, int length)", to_base64_string),
        method(
            "static string ToBase64String(byte[] inArray, int offset, int length, System.Base64FormattingOptions options)",
            to_base64_string,
        ),
        method("static byte[] FromBase64String(string s)", from_base64_string),
        method("static byte[] FromHexString(string s)", from_hex_string),
        method("static string ToHexString(byte[] inArray)", to_hex_string),
        method("static string ToHexString(byte[] inArray, int offset, int length)", to_hex_string),
        method("static string ToHexStringLower(byte[] inArray)", to_hex_string_lower),
        method("static string ToHexStringLower(byte[] inArray, int offset, int length)", to_hex_string_lower),
    ],
    ..FacadeType::static_class("System.Convert")
};

macro_rules! integers {
    ($($name:ident = $rust:ty, $text:literal;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            to_integer::<$rust>(call, $text)
        }
    )*};
}

integers! {
    to_s_byte = i8, "a signed byte";
    to_byte = u8, "an unsigned byte";
    to_int16 = i16, "an Int16";
    to_u_int16 = u16, "a UInt16";
    to_int32 = i32, "an Int32";
    to_u_int32 = u32, "a UInt32";
    to_int64 = i64, "an Int64";
    to_u_int64 = u64, "a UInt64";
}

fn invalid_cast(from: &Value, to: &str) -> Error {
    let from = from.ty().map_or_else(PsString::empty, Type::short_name);
    Error::new("System.InvalidCastException", format!("Invalid cast from '{from}' to '{to}'."))
}

fn not_convertible() -> Error {
    Error::new("System.InvalidCastException", "Object must implement IConvertible.")
}

/// `ToInt32` and its kin: from any type, or from text in base 2, 8, 10 or 16.
fn to_integer<T: Integer>(call: &Call<'_>, article: &str) -> Result<Value> {
    let too_large = || fault::overflow(format!("Value was either too large or too small for {article}."));
    let value = call.arg(0);
    if let Some(number) = whole(value) {
        return Ok(T::try_from(number).map_err(|_| too_large())?.value());
    }
    let number = match value {
        Value::Null | Value::Void => 0,
        Value::Bool(truth) => i128::from(*truth),
        Value::Char(unit) => i128::from(*unit),
        Value::Single(_) | Value::Double(_) => {
            let real = match *value {
                Value::Single(v) => f64::from(v),
                Value::Double(v) => v,
                _ => 0.0,
            };
            if !real.is_finite() {
                return Err(too_large());
            }
            real.round_ties_even() as i128
        }
        Value::String(text) => return integer_of_text::<T>(call, text),
        Value::DateTime(_) => return Err(invalid_cast(value, &type_name::<T>())),
        other => match super::decimal::of(other) {
            Some(number) => number.round().to_i128().unwrap_or(0),
            None => match enum_number(other) {
                Some(number) => number.into(),
                None => return Err(not_convertible()),
            },
        },
    };
    Ok(T::try_from(number).map_err(|_| too_large())?.value())
}

fn type_name<T: Integer>() -> String {
    T::LEAST.value().ty().map(|ty| ty.short_name().to_string()).unwrap_or_default()
}

fn enum_number(value: &Value) -> Option<i64> {
    value.cell().and_then(|obj| obj.get::<pwsh_value::payload::EnumNumber>()).map(|number| number.payload().0)
}

fn integer_of_text<T: Integer>(call: &Call<'_>, text: &PsString) -> Result<Value> {
    let base = match call.args.get(1).map(Value::unwrapped) {
        Some(Value::Int32(base)) => *base,
        _ => {
            let culture = culture_of(call.cx, call.args.get(1).unwrap_or(&Value::Null));
            let parsed = parse_integer::<T>(&text.to_str(), NumberStyles::INTEGER, &culture.number);
            return Ok(parsed.map_err(|error| parse_error(&error))?.value());
        }
    };
    let radix = match base {
        2 | 8 | 10 | 16 => base as u32,
        _ => return Err(Error::argument("Invalid Base.", "")),
    };
    if radix == 10 {
        let culture = pwsh_value::text::culture::Culture::invariant();
        let parsed = parse_integer::<T>(&text.to_str(), NumberStyles::INTEGER, &culture.number);
        return Ok(parsed.map_err(|error| parse_error(&error))?.value());
    }
    let text = text.to_str();
    let prefixed = radix == 16 && (text.starts_with("0x") || text.starts_with("0X"));
    let digits = if prefixed { &text[2..] } else { &text };
    if digits.is_empty() {
        let message =
            "Index was out of range. Must be non-negative and less than the size of the collection.";
        return Err(fault::out_of_range(message, "startIndex"));
    }
    let none = "Could not find any recognizable digits.";
    let mut bits: u128 = 0;
    for (at, digit) in digits.chars().enumerate() {
        let message =
            if at == 0 { none } else { "Additional non-parsable characters are at the end of the string." };
        let digit = digit.to_digit(radix).ok_or_else(|| fault::format(message))?;
        bits = bits.saturating_mul(radix.into()).saturating_add(digit.into());
    }
    if bits > u128::from(u64::MAX >> (64 - T::BITS)) {
        return Err(fault::overflow(format!(
            "Value was either too large or too small for a {}.",
            type_name::<T>()
        )));
    }
    Ok(T::from_bits(bits as u64).value())
}

/// A value as a real number.
fn real(call: &Call<'_>, name: &str) -> Result<f64> {
    let value = call.arg(0);
    if let Some(number) = whole(value) {
        return Ok(number as f64);
    }
    Ok(match value {
        Value::Null | Value::Void => 0.0,
        Value::Bool(truth) => f64::from(u8::from(*truth)),
        Value::Single(v) => f64::from(*v),
        Value::Double(v) => *v,
        Value::String(text) => {
            let culture = culture_of(call.cx, call.args.get(1).unwrap_or(&Value::Null));
            let styles = NumberStyles::FLOAT | NumberStyles::ALLOW_THOUSANDS;
            let text = text.to_str();
            let parsed = if name == "Single" {
                parse_single(&text, styles, &culture.number).map(f64::from)
            } else {
                parse_double(&text, styles, &culture.number)
            };
            parsed.map_err(|error| parse_error(&error))?
        }
        Value::Char(_) | Value::DateTime(_) => return Err(invalid_cast(value, name)),
        other => match super::decimal::of(other) {
            Some(number) => number.to_f64().unwrap_or(0.0),
            None => enum_number(other).ok_or_else(not_convertible)? as f64,
        },
    })
}

fn to_double(call: &mut Call<'_>) -> Result<Value> {
    Ok(real(call, "Double")?.into())
}

fn to_single(call: &mut Call<'_>) -> Result<Value> {
    Ok((real(call, "Single")? as f32).into())
}

fn to_decimal(call: &mut Call<'_>) -> Result<Value> {
    match call.arg(0) {
        Value::Null | Value::Void => Ok(Decimal::ZERO.into()),
        Value::Bool(truth) => Ok(Decimal::from(u8::from(*truth)).into()),
        Value::String(text) => {
            let culture = culture_of(call.cx, call.args.get(1).unwrap_or(&Value::Null));
            let parsed = parse_decimal(&text.to_str(), NumberStyles::NUMBER, &culture.number);
            Ok(parsed.map_err(|error| parse_error(&error))?.into())
        }
        value @ (Value::Char(_) | Value::DateTime(_)) => Err(invalid_cast(value, "Decimal")),
        value => call.cx.convert(value, &known().decimal),
    }
}

fn to_boolean(call: &mut Call<'_>) -> Result<Value> {
    let value = call.arg(0);
    if let Some(number) = whole(value) {
        return Ok((number != 0).into());
    }
    Ok(match value {
        Value::Null | Value::Void => false,
        Value::Bool(truth) => *truth,
        Value::String(text) => {
            let text = text.to_str();
            boolean::read(&text).ok_or_else(|| boolean::not_boolean(&text))?
        }
        Value::Char(_) | Value::DateTime(_) => return Err(invalid_cast(value, "Boolean")),
        _ => real(call, "Boolean")? != 0.0,
    }
    .into())
}

fn to_char(call: &mut Call<'_>) -> Result<Value> {
    let value = call.arg(0);
    let too_large = || fault::overflow("Value was either too large or too small for a character.");
    if let Some(number) = whole(value) {
        return Ok(Value::Char(u16::try_from(number).map_err(|_| too_large())?));
    }
    match value {
        Value::Null | Value::Void if call.args.len() == 1 => Ok(Value::Char(0)),
        Value::Char(unit) => Ok(Value::Char(*unit)),
        Value::String(text) if text.len() == 1 => Ok(Value::Char(text.unit(0).unwrap_or(0))),
        Value::String(_) => Err(fault::format("String must be exactly one character long.")),
        other => Err(invalid_cast(other, "Char")),
    }
}

fn to_date_time(call: &mut Call<'_>) -> Result<Value> {
    match call.arg(0) {
        Value::Null | Value::Void => {
            Ok(pwsh_value::DateTime::new(0, pwsh_value::DateTimeKind::Unspecified).into())
        }
        Value::DateTime(date) => Ok((*date).into()),
        Value::String(text) => {
            let provider = call.args.get(1).cloned().unwrap_or_default();
            let ty = known().datetime.clone();
            let args = [Value::String(text.clone()), provider];
            super::date_time::parse(&mut Call {
                cx: call.cx,
                ty: &ty,
                this: &Value::Null,
                args: &args,
                type_args: &[],
            })
        }
        other => Err(invalid_cast(other, "DateTime")),
    }
}

/// `ToString`, of an integer also in base 2, 8, 10 or 16.
fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let value = call.arg(0);
    if let (Some(number), Some(Value::Int32(base))) = (whole(value), call.args.get(1).map(Value::unwrapped)) {
        let bits = match *value {
            Value::UInt8(v) => u64::from(v),
            Value::Int16(v) => u64::from(v as u16),
            Value::Int64(v) => v as u64,
            _ => u64::from(number as u32),
        };
        return Ok(match base {
            2 => format!("{bits:b}"),
            8 => format!("{bits:o}"),
            10 => number.to_string(),
            16 => format!("{bits:x}"),
            _ => return Err(Error::argument("Invalid Base.", "")),
        }
        .into());
    }
    let culture = culture_of(call.cx, call.args.get(1).unwrap_or(&Value::Null));
    match value {
        Value::Null | Value::Void => Ok("".into()),
        Value::Double(v) => Ok(formatted(Number::Double(*v), "", &culture)?.into()),
        other => Ok(super::composite::text_of(call.cx, other, "", &culture)?.into()),
    }
}

fn change_type(call: &mut Call<'_>) -> Result<Value> {
    let value = call.arg(0);
    let target = match type_argument(call, 1) {
        Some(ty) => ty.clone(),
        None if call.arg(1).is_null() => return Err(fault::null("conversionType")),
        None => {
            let code = call.number(1);
            let name = named("System.TypeCode").enum_values().unwrap_or_default().1;
            let name = name.into_iter().find(|(_, number)| *number == code).map(|(name, _)| name);
            named(&format!("System.{}", name.unwrap_or_else(PsString::empty)))
        }
    };
    if value.is_null() && target.is_value_type() {
        return Err(Error::new(
            "System.InvalidCastException",
            "Null object cannot be converted to a value type.",
        ));
    }
    if value.ty() == Some(&target) || value.is_null() {
        return Ok(value.clone());
    }
    let to: Option<fn(&mut Call<'_>) -> Result<Value>> = match &*target.name().to_str() {
        "System.Boolean" => Some(to_boolean),
        "System.Char" => Some(to_char),
        "System.SByte" => Some(to_s_byte),
        "System.Byte" => Some(to_byte),
        "System.Int16" => Some(to_int16),
        "System.UInt16" => Some(to_u_int16),
        "System.Int32" => Some(to_int32),
        "System.UInt32" => Some(to_u_int32),
        "System.Int64" => Some(to_int64),
        "System.UInt64" => Some(to_u_int64),
        "System.Single" => Some(to_single),
        "System.Double" => Some(to_double),
        "System.Decimal" => Some(to_decimal),
        "System.DateTime" => Some(to_date_time),
        "System.String" => Some(to_string),
        _ => None,
    };
    let Some(to) = to else {
        let from = value.ty().map_or_else(PsString::empty, |ty| ty.name().clone());
        let text = format!("Invalid cast from '{from}' to '{}'.", target.name());
        return Err(Error::new("System.InvalidCastException", text));
    };
    let provider = call.args.get(2).cloned().unwrap_or_default();
    let args = [value.clone(), provider];
    to(&mut Call { cx: call.cx, ty: call.ty, this: call.this, args: &args, type_args: &[] })
}

fn get_type_code(call: &mut Call<'_>) -> Result<Value> {
    Ok(super::type_code::code_of(call.arg(0).ty()))
}

fn is_db_null(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.arg(0).ty().is_some_and(|ty| ty.name().is("System.DBNull")).into())
}

fn db_null(_: &mut Call<'_>) -> Result<Value> {
    Ok(super::db_null::db_null_object())
}

/// The bytes of an array argument, all or the part that two numbers name.
fn bytes(call: &Call<'_>) -> Result<Vec<u8>> {
    let bytes = super::bit_converter::bytes_argument(call, 0, "inArray")?;
    if call.args.len() < 3 || !matches!(call.arg(1), Value::Int32(_)) {
        return Ok(bytes);
    }
    let range = usize::try_from(call.int(1)).ok().zip(usize::try_from(call.int(2)).ok());
    let range = range.filter(|(start, count)| start + count <= bytes.len());
    let message = "Offset and length must refer to a position in the string.";
    let (start, count) = range.ok_or_else(|| fault::out_of_range(message, "offset"))?;
    Ok(bytes[start..start + count].to_vec())
}

fn to_base64_string(call: &mut Call<'_>) -> Result<Value> {
    let last = call.args.len() - 1;
    let lines =
        last > 0 && call.payload::<pwsh_value::payload::EnumNumber>(last).is_some() && call.number(last) == 1;
    Ok(base64::encode(&bytes(call)?, lines).into())
}

fn from_base64_string(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("s"));
    }
    Ok(Obj::bytes(base64::decode(&call.str(0).to_str())?).into())
}

fn to_hex_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(hexadecimal::upper(&bytes(call)?).into())
}

fn to_hex_string_lower(call: &mut Call<'_>) -> Result<Value> {
    Ok(hexadecimal::upper(&bytes(call)?).to_lowercase().into())
}

fn from_hex_string(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("s"));
    }
    Ok(Obj::bytes(hexadecimal::read(&call.str(0).to_str())?).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    const CONVERT: &str = "System.Convert";

    #[test]
    fn bases_and_rounding() {
        let mut rt = Runtime::new();
        let number = rt.call_static(CONVERT, "ToInt32", &["ff".into(), 16.into()]).unwrap();
        assert_eq!(rt.text(&number), "255");
        let text = rt.call_static(CONVERT, "ToString", &[10.into(), 2.into()]).unwrap();
        assert_eq!(rt.text(&text), "1010");
        let even = rt.call_static(CONVERT, "ToInt32", &[2.5.into()]).unwrap();
        assert!(even.same(&Value::Int32(2)));
        let error = Runtime::error(rt.call_static(CONVERT, "ToByte", &[300.into()]));
        assert_eq!(
            error,
            "System.OverflowException: Value was either too large or too small for an unsigned byte."
        );
    }

    #[test]
    fn bytes_as_text() {
        let mut rt = Runtime::new();
        let bytes = rt.call_static(CONVERT, "FromBase64String", &["aGk=".into()]).unwrap();
        assert_eq!(rt.text(&bytes), "104 105");
        let hex = rt.call_static(CONVERT, "ToHexString", &[bytes]).unwrap();
        assert_eq!(rt.text(&hex), "6869");
    }
}
