//! `System.IO.Compression.GZipStream` and `DeflateStream`.

use crate::fault;
use crate::io::stream;
use crate::io::stream::{Source, stream_object, stream_of};
use flate2::Compression;
use flate2::read::{DeflateDecoder, MultiGzDecoder};
use flate2::write::{DeflateEncoder, GzEncoder};
use pwsh_value::ty::{Call, FacadeType, constructor, method, property, property_rw};
use pwsh_value::{Error, Result, Value};
use std::io::{Cursor, Read, Write};

/// `System.IO.Compression.GZipStream`.
pub static GZIP_STREAM: FacadeType = FacadeType {
    base: "System.IO.Stream",
    members: &[
        constructor("new(System.IO.Stream stream, System.IO.Compression.CompressionMode mode)", gzip_new),
        constructor(
            "new(System.IO.Stream stream, System.IO.Compression.CompressionMode mode, bool leaveOpen)",
            gzip_new,
        ),
        constructor(
            "new(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel)",
            gzip_new,
        ),
        constructor(
            "new(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel, bool leaveOpen)",
            gzip_new,
        ),
        property("bool CanRead {get;}", stream::can_read),
        property("bool CanWrite {get;}", stream::can_write),
        property("bool CanSeek {get;}", stream::can_seek),
        property("long Length {get;}", stream::length),
        property_rw("long Position {get;set;}", stream::position, stream::set_position),
        method("void Flush()", stream::flush),
        method("long Seek(long offset, System.IO.SeekOrigin origin)", stream::seek),
        method("void SetLength(long value)", stream::set_length),
        method("int ReadByte()", stream::read_byte),
        method("int Read(byte[] buffer, int offset, int count)", stream::read),
        method("void Write(byte[] buffer, int offset, int count)", stream::write),
        method("void WriteByte(byte value)", stream::write_byte),
        method("void CopyTo(System.IO.Stream destination, int bufferSize)", stream::copy_to),
    ],
    ..FacadeType::class("System.IO.Compression.GZipStream")
};
/// `System.IO.Compression.DeflateStream`.
pub static DEFLATE_STREAM: FacadeType = FacadeType {
    base: "System.IO.Stream",
    members: &[
        constructor("new(System.IO.Stream stream, System.IO.Compression.CompressionMode mode)", deflate_new),
        constructor(
            "new(System.IO.Stream stream, System.IO.Compression.CompressionMode mode, bool leaveOpen)",
            deflate_new,
        ),
        constructor(
            "new(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel)",
            deflate_new,
        ),
        constructor(
            "new(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel, bool leaveOpen)",
            deflate_new,
        ),
        property("bool CanRead {get;}", stream::can_read),
        property("bool CanWrite {get;}", stream::can_write),
        property("bool CanSeek {get;}", stream::can_seek),
        property("long Length {get;}", stream::length),
        property_rw("long Position {get;set;}", stream::position, stream::set_position),
        method("void Flush()", stream::flush),
        method("long Seek(long offset, System.IO.SeekOrigin origin)", stream::seek),
        method("void SetLength(long value)", stream::set_length),
        method("int ReadByte()", stream::read_byte),
        method("int Read(byte[] buffer, int offset, int count)", stream::read),
        method("void Write(byte[] buffer, int offset, int count)", stream::write),
        method("void WriteByte(byte value)", stream::write_byte),
        method("void CopyTo(System.IO.Stream destination, int bufferSize)", stream::copy_to),
    ],
    ..FacadeType::class("System.IO.Compression.DeflateStream")
};

fn gzip_new(call: &mut Call<'_>) -> Result<Value> {
    let inflate = |bytes: &[u8]| {
        let mut out = Vec::new();
        MultiGzDecoder::new(bytes).read_to_end(&mut out).map(|_| out)
    };
    made(call, inflate, |bytes| finished(GzEncoder::new(Vec::new(), Compression::default()), bytes))
}

fn deflate_new(call: &mut Call<'_>) -> Result<Value> {
    let inflate = |bytes: &[u8]| {
        let mut out = Vec::new();
        DeflateDecoder::new(bytes).read_to_end(&mut out).map(|_| out)
    };
    made(call, inflate, |bytes| finished(DeflateEncoder::new(Vec::new(), Compression::default()), bytes))
}

/// An encoder that can be finished.
trait Finish: Write {
    fn end(self) -> std::io::Result<Vec<u8>>;
}

impl Finish for GzEncoder<Vec<u8>> {
    fn end(self) -> std::io::Result<Vec<u8>> {
        self.finish()
    }
}

impl Finish for DeflateEncoder<Vec<u8>> {
    fn end(self) -> std::io::Result<Vec<u8>> {
        self.finish()
    }
}

fn finished(mut encoder: impl Finish, bytes: &[u8]) -> Vec<u8> {
    // Writing to memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.end().unwrap_or_default()
}

/// `(stream, mode or level, leaveOpen)`. Decompression reads the other stream at once.
fn made(
    call: &Call<'_>,
    inflate: impl Fn(&[u8]) -> std::io::Result<Vec<u8>>,
    compress: fn(&[u8]) -> Vec<u8>,
) -> Result<Value> {
    let Some(stream) = stream_of(&call.args[0]) else { return Err(fault::null("stream")) };
    let is_mode = call.arg(1).ty().is_some_and(|ty| ty.name().is("System.IO.Compression.CompressionMode"));
    let leave_open = call.args.len() > 2 && call.bool(2);
    let source = if is_mode && call.number(1) == 0 {
        let bytes = stream.read_to_end()?;
        let inflated = inflate(&bytes).map_err(|_| {
            Error::new(
                "System.IO.InvalidDataException",
                "The archive entry was compressed using an unsupported compression method.",
            )
        })?;
        if !leave_open {
            stream.close()?;
        }
        Source::Inflated(Cursor::new(inflated))
    } else {
        Source::Deflating { bytes: Vec::new(), target: call.args[0].clone(), compress, leave_open }
    };
    Ok(stream_object(call.ty.clone(), source))
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::{Obj, Value};

    #[test]
    fn compressed_bytes_come_back() {
        let mut rt = Runtime::new();
        let mode = |number| {
            Value::enumeration(&pwsh_value::ty::named("System.IO.Compression.CompressionMode"), number)
        };
        let memory = rt.make("System.IO.MemoryStream", &[]).unwrap();
        let zip = rt.make("System.IO.Compression.GZipStream", &[memory.clone(), mode(1)]).unwrap();
        let data: Value = Obj::bytes(vec![7; 100]).into();
        rt.call(&zip, "Write", &[data, 0.into(), 100.into()]).unwrap();
        rt.call(&zip, "Dispose", &[]).unwrap();
        let bytes = rt.call(&memory, "ToArray", &[]).unwrap();
        let memory = rt.make("System.IO.MemoryStream", &[bytes]).unwrap();
        let zip = rt.make("System.IO.Compression.GZipStream", &[memory, mode(0)]).unwrap();
        let out = rt.make("System.IO.MemoryStream", &[]).unwrap();
        rt.call(&zip, "CopyTo", std::slice::from_ref(&out)).unwrap();
        let length = rt.get(&out, "Length");
        assert_eq!(rt.text(&length), "100");
    }
}
