//! `System.IO.BinaryWriter`.

use super::stream::{StreamObject, stream_of};
use super::text_file::encoding_argument;
use crate::fault;
use crate::system::bit_converter::{bytes_argument, number_bytes};
use pwsh_value::payload::{Array, Decimal};
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, constructor, method, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.IO.BinaryWriter`.
pub static BINARY_WRITER: FacadeType = FacadeType {
    interfaces: &["System.IDisposable"],
    members: &[
        constructor("new(System.IO.Stream output)", new),
        constructor("new(System.IO.Stream output, System.Text.Encoding encoding)", new),
        constructor("new(System.IO.Stream output, System.Text.Encoding encoding, bool leaveOpen)", new),
        property("System.IO.Stream BaseStream {get;}", base_stream),
        method("void Close()", close),
        method("void Dispose()", close),
        method("void Flush()", flush),
        method("long Seek(int offset, System.IO.SeekOrigin origin)", seek),
        method("void Write(bool value)", write),
        method("void Write(byte value)", write),
        method("void Write(sbyte value)", write),
        method("void Write(byte[] buffer)", write),
        method("void Write(byte[] buffer, int index, int count)", write),
        method("void Write(char ch)", write),
        method("void Write(char[] chars)", write),
        method("void Write(double value)", write),
        method("void Write(decimal value)", write),
        method("void Write(short value)", write),
        method("void Write(ushort value)", write),
        method("void Write(int value)", write),
        method("void Write(uint value)", write),
        method("void Write(long value)", write),
        method("void Write(ulong value)", write),
        method("void Write(float value)", write),
        method("void Write(string value)", write),
        method("void Write7BitEncodedInt(int value)", write_seven_bit),
        method("void Write7BitEncodedInt64(long value)", write_seven_bit),
    ],
    ..FacadeType::class("System.IO.BinaryWriter")
};

/// The payload.
struct BinaryWriter {
    stream: Value,
    encoding: Encoding,
    leave_open: bool,
}

impl Payload for BinaryWriter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.stream);
    }
}

impl BinaryWriter {
    fn stream(&self) -> Result<&StreamObject> {
        stream_of(&self.stream).ok_or_else(|| fault::null("output"))
    }
}

/// A number by sevens of bits, the least first, each but the last with its high bit set.
pub fn seven_bits(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7F {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

fn this<'a>(call: &Call<'a>) -> &'a BinaryWriter {
    call.this::<BinaryWriter>().payload()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    if stream_of(call.arg(0)).is_none() {
        return Err(fault::null("output"));
    }
    let (encoding, _) = encoding_argument(call.args.get(1));
    let leave_open = call.args.len() > 2 && call.bool(2);
    Ok(Obj::new(call.ty.clone(), BinaryWriter { stream: call.args[0].clone(), encoding, leave_open }).into())
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

/// All that was written has reached the stream.
fn flush(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn seek(call: &mut Call<'_>) -> Result<Value> {
    let stream = this(call).stream.clone();
    let args = vec![i64::from(call.int(0)).into(), call.args[1].clone()];
    call.cx.call_method(&stream, "Seek", args)
}

/// The bytes of the arguments: of a text its length comes first.
fn bytes(call: &Call<'_>) -> Result<Vec<u8>> {
    let encoding = this(call).encoding;
    let encoded = |text: &pwsh_value::PsString| {
        let mut bytes = Vec::new();
        encoding.encode(text.as_wtf8(), &mut bytes);
        bytes
    };
    if let Some(array) = call.payload::<Array>(0) {
        if array.to_vec().iter().any(|item| matches!(item, Value::Char(_))) {
            let units: Vec<u16> = array
                .to_vec()
                .iter()
                .filter_map(|v| if let Value::Char(u) = v { Some(*u) } else { None })
                .collect();
            return Ok(encoded(&pwsh_value::PsString::from_utf16(&units)));
        }
        let bytes = bytes_argument(call, 0, "buffer")?;
        if call.args.len() < 3 {
            return Ok(bytes);
        }
        let range = usize::try_from(call.int(1)).ok().zip(usize::try_from(call.int(2)).ok());
        let part = range.and_then(|(start, count)| bytes.get(start..start + count).map(<[u8]>::to_vec));
        return part.ok_or_else(fault::index);
    }
    if let Some(number) = call.payload::<Decimal>(0) {
        return Ok(number.payload().0.serialize().to_vec());
    }
    Ok(match call.arg(0) {
        Value::String(text) => {
            let text = encoded(text);
            [seven_bits(text.len() as u64), text].concat()
        }
        Value::Char(unit) => encoded(&pwsh_value::PsString::from_utf16(&[*unit])),
        Value::Null | Value::Void => return Err(fault::null("value")),
        number => number_bytes(number),
    })
}

fn write(call: &mut Call<'_>) -> Result<Value> {
    let bytes = bytes(call)?;
    this(call).stream()?.write(&bytes)?;
    Ok(Value::Void)
}

fn write_seven_bit(call: &mut Call<'_>) -> Result<Value> {
    let number = match call.arg(0) {
        Value::Int64(number) => *number as u64,
        _ => u64::from(call.int(0) as u32),
    };
    this(call).stream()?.write(&seven_bits(number))?;
    Ok(Value::Void)
}
