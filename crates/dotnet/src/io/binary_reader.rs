//! `System.IO.BinaryReader`.

use super::stream::{StreamObject, stream_of};
use super::text_file::encoding_argument;
use crate::fault;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, constructor, known, method, property};
use pwsh_value::{Error, Obj, Payload, Result, Value};
use rust_decimal::Decimal;

/// `System.IO.BinaryReader`.
pub static BINARY_READER: FacadeType = FacadeType {
    interfaces: &["System.IDisposable"],
    members: &[
        constructor("new(System.IO.Stream input)", new),
        constructor("new(System.IO.Stream input, System.Text.Encoding encoding)", new),
        constructor("new(System.IO.Stream input, System.Text.Encoding encoding, bool leaveOpen)", new),
        property("System.IO.Stream BaseStream {get;}", base_stream),
        method("void Close()", close),
        method("void Dispose()", close),
        method("int PeekChar()", peek_char),
        method("int Read()", read),
        method("byte ReadByte()", read_byte),
        method("sbyte ReadSByte()", read_s_byte),
        method("bool ReadBoolean()", read_boolean),
        method("char ReadChar()", read_char),
        method("short ReadInt16()", read_int16),
        method("ushort ReadUInt16()", read_u_int16),
        method("int ReadInt32()", read_int32),
        method("uint ReadUInt32()", read_u_int32),
        method("long ReadInt64()", read_int64),
        method("ulong ReadUInt64()", read_u_int64),
        method("float ReadSingle()", read_single),
        method("double ReadDouble()", read_double),
        method("decimal ReadDecimal()", read_decimal),
        method("string ReadString()", read_string),
        method("char[] ReadChars(int count)", read_chars),
        method("byte[] ReadBytes(int count)", read_bytes),
        method("int Read7BitEncodedInt()", read_seven_bit),
        method("long Read7BitEncodedInt64()", read_seven_bit_long),
    ],
    ..FacadeType::class("System.IO.BinaryReader")
};

/// The payload.
struct BinaryReader {
    stream: Value,
    encoding: Encoding,
    leave_open: bool,
}

impl Payload for BinaryReader {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.stream);
    }
}

fn end_of_stream() -> Error {
    Error::new("System.IO.EndOfStreamException", "Unable to read beyond the end of the stream.")
}

impl BinaryReader {
    fn stream(&self) -> Result<&StreamObject> {
        stream_of(&self.stream).ok_or_else(|| fault::null("input"))
    }

    /// At most so many bytes.
    fn take(&self, count: usize) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        while bytes.len() < count {
            let more = self.stream()?.read(count - bytes.len())?;
            if more.is_empty() {
                break;
            }
            bytes.extend(more);
        }
        Ok(bytes)
    }

    /// Exactly so many bytes.
    fn exactly<const N: usize>(&self) -> Result<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| end_of_stream())
    }

    /// One character: as many bytes as its encoding takes; `None` at the end.
    fn character(&self) -> Result<Option<char>> {
        let mut bytes = self.take(if self.encoding == Encoding::Utf16 { 2 } else { 1 })?;
        let Some(first) = bytes.first() else { return Ok(None) };
        if self.encoding == Encoding::Utf8 {
            let more = match first {
                0xC0..0xE0 => 1,
                0xE0..0xF0 => 2,
                0xF0.. => 3,
                _ => 0,
            };
            bytes.extend(self.take(more)?);
        }
        Ok(self.text(&bytes).chars().next())
    }

    fn text(&self, bytes: &[u8]) -> String {
        let mut text = String::new();
        self.encoding.decode(bytes, &mut text);
        text
    }

    fn seven_bits(&self) -> Result<u64> {
        let mut number = 0;
        for shift in (0..70).step_by(7) {
            let [byte] = self.exactly::<1>()?;
            number |= u64::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(fault::format("Too many bytes in what should have been a 7-bit encoded integer."))
    }
}

fn this<'a>(call: &Call<'a>) -> &'a BinaryReader {
    call.this::<BinaryReader>().payload()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    if stream_of(call.arg(0)).is_none() {
        return Err(fault::null("input"));
    }
    let (encoding, _) = encoding_argument(call.args.get(1));
    let leave_open = call.args.len() > 2 && call.bool(2);
    Ok(Obj::new(call.ty.clone(), BinaryReader { stream: call.args[0].clone(), encoding, leave_open }).into())
}

fn base_stream(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).stream.clone())
}

fn close(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    if !this.leave_open {
        this.stream()?.close()?;
    }
    Ok(Value::Void)
}

fn code(c: Option<char>) -> Value {
    c.map_or(-1, |c| i32::from(c.encode_utf16(&mut [0; 2])[0])).into()
}

fn read(call: &mut Call<'_>) -> Result<Value> {
    Ok(code(this(call).character()?))
}

fn peek_char(call: &mut Call<'_>) -> Result<Value> {
    let stream = this(call).stream.clone();
    let before = call.cx.get_property(&stream, "Position")?;
    let next = code(this(call).character()?);
    call.cx.set_property(&stream, "Position", before)?;
    Ok(next)
}

macro_rules! numbers {
    ($($name:ident = $rust:ty, $variant:ident;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            Ok(Value::$variant(<$rust>::from_le_bytes(this(call).exactly()?)))
        }
    )*};
}

numbers! {
    read_byte = u8, UInt8;
    read_s_byte = i8, Int8;
    read_int16 = i16, Int16;
    read_u_int16 = u16, UInt16;
    read_int32 = i32, Int32;
    read_u_int32 = u32, UInt32;
    read_int64 = i64, Int64;
    read_u_int64 = u64, UInt64;
    read_single = f32, Single;
    read_double = f64, Double;
}

fn read_boolean(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).exactly::<1>()?[0] != 0).into())
}

fn read_char(call: &mut Call<'_>) -> Result<Value> {
    let c = this(call).character()?.ok_or_else(end_of_stream)?;
    Ok(Value::Char(c.encode_utf16(&mut [0; 2])[0]))
}

fn read_decimal(call: &mut Call<'_>) -> Result<Value> {
    Ok(Decimal::deserialize(this(call).exactly()?).into())
}

fn read_string(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    let length = this.seven_bits()? as usize;
    let bytes = this.take(length)?;
    if bytes.len() < length {
        return Err(end_of_stream());
    }
    Ok(this.text(&bytes).into())
}

fn count(call: &Call<'_>) -> Result<usize> {
    usize::try_from(call.int(0)).map_err(|_| fault::negative("count", call.int(0).into()))
}

fn read_chars(call: &mut Call<'_>) -> Result<Value> {
    let mut chars = Vec::new();
    for _ in 0..count(call)? {
        let Some(c) = this(call).character()? else { break };
        chars.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| Value::Char(*unit)));
    }
    Ok(Obj::typed_array(&known().char, chars).into())
}

fn read_bytes(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::bytes(this(call).take(count(call)?)?).into())
}

fn read_seven_bit(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).seven_bits()? as i32).into())
}

fn read_seven_bit_long(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).seven_bits()? as i64).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::{Context, Value};

    #[test]
    fn what_was_written_is_read() {
        let mut rt = Runtime::new();
        let stream = rt.make("System.IO.MemoryStream", &[]).unwrap();
        let writer = rt.make("System.IO.BinaryWriter", std::slice::from_ref(&stream)).unwrap();
        rt.call(&writer, "Write", &["hé".into()]).unwrap();
        rt.call(&writer, "Write", &[258.into()]).unwrap();
        rt.set_property(&stream, "Position", Value::Int64(0)).unwrap();
        let reader = rt.make("System.IO.BinaryReader", &[stream]).unwrap();
        assert_eq!(rt.call_text(&reader, "ReadString", &[]), "hé");
        assert_eq!(rt.call_text(&reader, "ReadInt32", &[]), "258");
    }
}
