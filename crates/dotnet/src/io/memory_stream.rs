//! `System.IO.MemoryStream`.

use super::stream::{Source, StreamObject, stream_object, stream_of};
use crate::fault;
use crate::io::stream;
use crate::system::bit_converter::bytes_argument;
use pwsh_value::ty::{Call, FacadeType, constructor, method, property, property_rw};
use pwsh_value::{Obj, Result, Value};
use std::io::Cursor;

/// `System.IO.MemoryStream`.
pub static MEMORY_STREAM: FacadeType = FacadeType {
    base: "System.IO.Stream",
    members: &[
        constructor("new()", new),
        constructor("new(int capacity)", new),
        constructor("new(byte[] buffer)", new),
        constructor("new(byte[] buffer, bool writable)", new),
        constructor("new(byte[] buffer, int index, int count)", new),
        constructor("new(byte[] buffer, int index, int count, bool writable)", new),
        constructor("new(byte[] buffer, int index, int count, bool writable, bool publiclyVisible)", new),
        property("bool CanRead {get;}", stream::can_read),
        property("bool CanSeek {get;}", stream::can_seek),
        property("bool CanWrite {get;}", stream::can_write),
        property("int Capacity {get;}", capacity),
        property("long Length {get;}", stream::length),
        property_rw("long Position {get;set;}", stream::position, stream::set_position),
        method("void Flush()", stream::flush),
        method("byte[] GetBuffer()", get_buffer),
        method("int Read(byte[] buffer, int offset, int count)", stream::read),
        method("int ReadByte()", stream::read_byte),
        method("void CopyTo(System.IO.Stream destination, int bufferSize)", stream::copy_to),
        method("long Seek(long offset, System.IO.SeekOrigin loc)", stream::seek),
        method("void SetLength(long value)", stream::set_length),
        method("byte[] ToArray()", to_array),
        method("void Write(byte[] buffer, int offset, int count)", stream::write),
        method("void WriteByte(byte value)", stream::write_byte),
        method("void WriteTo(System.IO.Stream stream)", write_to),
    ],
    ..FacadeType::class("System.IO.MemoryStream")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    let bytes = match call.args.first().map(Value::unwrapped) {
        None | Some(Value::Int32(_)) => Vec::new(),
        Some(_) => {
            let bytes = bytes_argument(call, 0, "buffer")?;
            match (call.args.get(1).map(Value::unwrapped), call.args.get(2).map(Value::unwrapped)) {
                (Some(Value::Int32(start)), Some(Value::Int32(count))) => {
                    let range = usize::try_from(*start).ok().zip(usize::try_from(*count).ok());
                    let range = range.filter(|(start, count)| start + count <= bytes.len());
                    let (start, count) = range.ok_or_else(fault::index)?;
                    bytes[start..start + count].to_vec()
                }
                _ => bytes,
            }
        }
    };
    Ok(stream_object(call.ty.clone(), Source::Memory(Cursor::new(bytes))))
}

/// The bytes, also after the stream was closed.
fn bytes(call: &Call<'_>) -> Vec<u8> {
    match &*call.this::<StreamObject>().source() {
        Source::Memory(cursor) => cursor.get_ref().clone(),
        Source::Closed(bytes) => bytes.clone(),
        _ => Vec::new(),
    }
}

fn to_array(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::bytes(bytes(call)).into())
}

fn get_buffer(call: &mut Call<'_>) -> Result<Value> {
    to_array(call)
}

fn capacity(call: &mut Call<'_>) -> Result<Value> {
    Ok((bytes(call).len() as i32).into())
}

fn write_to(call: &mut Call<'_>) -> Result<Value> {
    let Some(target) = stream_of(&call.args[0]) else { return Err(fault::null("stream")) };
    target.write(&bytes(call))?;
    Ok(Value::Void)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::{Obj, Value};

    #[test]
    fn writing_seeking_reading() {
        let mut rt = Runtime::new();
        let stream = rt.make("System.IO.MemoryStream", &[]).unwrap();
        let bytes: Value = Obj::bytes(vec![1, 2, 3]).into();
        rt.call(&stream, "Write", &[bytes, 0.into(), 3.into()]).unwrap();
        pwsh_value::Context::set_property(&mut rt, &stream, "Position", Value::Int64(1)).unwrap();
        assert_eq!(rt.call_text(&stream, "ReadByte", &[]), "2");
        assert_eq!(rt.call_text(&stream, "ToArray", &[]), "1 2 3");
        rt.call(&stream, "ToArray", &[]).unwrap();
        let length = rt.get(&stream, "Length");
        assert_eq!(rt.text(&length), "3");
    }
}
