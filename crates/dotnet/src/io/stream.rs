//! `System.IO.Stream`, and the payload of all streams.

use super::failure;
use crate::fault;
use crate::system::bit_converter::bytes_argument;
use parking_lot::{Mutex, MutexGuard};
use pwsh_value::payload::Array;
use pwsh_value::ty::{Call, FacadeType, Kind, method, property, property_rw};
use pwsh_value::{Context, Error, Obj, Payload, Result, Type, Value, memory};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

/// `System.IO.Stream`.
pub static STREAM: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.MarshalByRefObject",
    interfaces: &["System.IDisposable"],
    members: &[
        property("bool CanRead {get;}", can_read),
        property("bool CanWrite {get;}", can_write),
        property("bool CanSeek {get;}", can_seek),
        property("long Length {get;}", length),
        property_rw("long Position {get;set;}", position, set_position),
        method("void CopyTo(System.IO.Stream destination)", copy_to),
        method("void CopyTo(System.IO.Stream destination, int bufferSize)", copy_to),
        method("void Dispose()", dispose),
        method("void Close()", close),
        method("void Flush()", flush),
        method("long Seek(long offset, System.IO.SeekOrigin origin)", seek),
        method("void SetLength(long value)", set_length),
        method("int Read(byte[] buffer, int offset, int count)", read),
        method("int ReadByte()", read_byte),
        method("void ReadExactly(byte[] buffer, int offset, int count)", read_exactly),
        method("void Write(byte[] buffer, int offset, int count)", write),
        method("void WriteByte(byte value)", write_byte),
    ],
    ..FacadeType::class("System.IO.Stream")
};

/// What is behind a stream.
pub enum Source {
    /// Bytes in memory, and where the next read or write is.
    Memory(io::Cursor<Vec<u8>>),
    /// A file, and what may be done with it.
    File {
        /// The open file.
        file: std::fs::File,
        /// Its path.
        path: PathBuf,
        /// Whether it was opened to be read.
        read: bool,
        /// Whether it was opened to be written.
        write: bool,
    },
    /// Another stream's bytes, decompressed as a whole when they are first read.
    Inflated(io::Cursor<Vec<u8>>),
    /// Bytes that are compressed into another stream when this one is closed.
    Deflating {
        /// What was written so far.
        bytes: Vec<u8>,
        /// The stream that gets the compressed bytes.
        target: Value,
        /// Makes the compressed bytes.
        compress: fn(&[u8]) -> Vec<u8>,
        /// Whether the other stream stays open.
        leave_open: bool,
    },
    /// The stream was closed; a memory stream's bytes can still be had.
    Closed(Vec<u8>),
}

/// The payload of every stream.
pub struct StreamObject(Mutex<Source>);

impl Payload for StreamObject {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Source::Deflating { target, .. } = &*self.0.lock() {
            visit(target);
        }
    }
}

/// A stream of type `ty`.
pub fn stream_object(ty: Type, source: Source) -> Value {
    Obj::new(ty, StreamObject(Mutex::new(source))).into()
}

/// The stream in a value.
pub fn stream_of(value: &Value) -> Option<&StreamObject> {
    value.cell().and_then(|obj| obj.get::<StreamObject>()).map(|stream| stream.payload())
}

impl StreamObject {
    /// What is behind it, locked; no script may run meanwhile.
    pub fn source(&self) -> MutexGuard<'_, Source> {
        self.0.lock()
    }

    /// Reads up to `count` bytes; none at the end.
    ///
    /// # Errors
    /// `ObjectDisposedException`, `NotSupportedException`, and what the operating system refuses.
    pub fn read(&self, count: usize) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match &mut *self.0.lock() {
            Source::Memory(cursor) | Source::Inflated(cursor) => {
                let _ = cursor.take(count as u64).read_to_end(&mut bytes);
            }
            Source::File { file, path, read: true, .. } => {
                bytes.resize(count.min(1 << 20), 0);
                let length = file.read(&mut bytes).map_err(|error| failure::of(&error, path))?;
                bytes.truncate(length);
            }
            Source::File { .. } | Source::Deflating { .. } => {
                return Err(fault::not_supported("Stream does not support reading."));
            }
            Source::Closed(_) => return Err(closed()),
        }
        Ok(bytes)
    }

    /// Reads all that is left.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_to_end(&self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        loop {
            let part = self.read(1 << 16)?;
            if part.is_empty() {
                return Ok(bytes);
            }
            bytes.extend(part);
        }
    }

    /// Writes all of `bytes`.
    ///
    /// # Errors
    /// `ObjectDisposedException`, `NotSupportedException`, and what the operating system refuses.
    pub fn write(&self, bytes: &[u8]) -> Result<()> {
        match &mut *self.0.lock() {
            Source::Memory(cursor) => {
                let _ = cursor.write_all(bytes);
            }
            Source::File { file, path, write: true, .. } => {
                file.write_all(bytes).map_err(|error| failure::of(&error, path))?;
            }
            Source::Deflating { bytes: waiting, .. } => waiting.extend_from_slice(bytes),
            Source::File { .. } | Source::Inflated(_) => {
                return Err(fault::not_supported("Stream does not support writing."));
            }
            Source::Closed(_) => return Err(closed()),
        }
        Ok(())
    }

    /// Closes it; a compressing stream writes what it has to the one behind it.
    ///
    /// # Errors
    /// What writing gives.
    pub fn close(&self) -> Result<()> {
        let mut locked = self.0.lock();
        let kept = match &mut *locked {
            Source::Memory(cursor) => std::mem::take(cursor.get_mut()),
            Source::Closed(bytes) => std::mem::take(bytes),
            _ => Vec::new(),
        };
        let source = std::mem::replace(&mut *locked, Source::Closed(kept));
        drop(locked);
        if let Source::Deflating { bytes, target, compress, leave_open } = source
            && let Some(target) = stream_of(&target)
        {
            target.write(&compress(&bytes))?;
            if !leave_open {
                target.close()?;
            }
        }
        Ok(())
    }

    fn with_position<R>(&self, run: impl FnOnce(&mut dyn SeekFile) -> io::Result<R>) -> Result<R> {
        match &mut *self.0.lock() {
            Source::Memory(cursor) => run(cursor).map_err(|error| match error.kind() {
                io::ErrorKind::OutOfMemory => memory::out_of_memory(),
                _ => seek_error(),
            }),
            Source::File { file, .. } => run(file).map_err(|_| seek_error()),
            Source::Inflated(_) | Source::Deflating { .. } => {
                Err(fault::not_supported("This operation is not supported."))
            }
            Source::Closed(_) => Err(closed()),
        }
    }
}

/// What can be sought and cut.
trait SeekFile {
    fn to(&mut self, place: SeekFrom) -> io::Result<u64>;
    fn size(&mut self) -> io::Result<u64>;
    fn resize(&mut self, size: u64) -> io::Result<()>;
}

impl SeekFile for io::Cursor<Vec<u8>> {
    fn to(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.seek(place)
    }
    fn size(&mut self) -> io::Result<u64> {
        Ok(self.get_ref().len() as u64)
    }
    fn resize(&mut self, size: u64) -> io::Result<()> {
        memory::resize(self.get_mut(), size as usize, 0).map_err(|_| io::ErrorKind::OutOfMemory)?;
        let position = self.position().min(size);
        self.set_position(position);
        Ok(())
    }
}

impl SeekFile for std::fs::File {
    fn to(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.seek(place)
    }
    fn size(&mut self) -> io::Result<u64> {
        self.metadata().map(|metadata| metadata.len())
    }
    fn resize(&mut self, size: u64) -> io::Result<()> {
        self.set_len(size)
    }
}

fn closed() -> Error {
    Error::new("System.ObjectDisposedException", "Cannot access a closed Stream.")
}

fn seek_error() -> Error {
    failure::io_exception("An attempt was made to move the position before the beginning of the stream.")
}

fn this<'a>(call: &Call<'a>) -> &'a StreamObject {
    call.this::<StreamObject>().payload()
}

/// `CanRead`.
pub fn can_read(call: &mut Call<'_>) -> Result<Value> {
    let source = this(call).source();
    Ok(matches!(*source, Source::Memory(_) | Source::Inflated(_) | Source::File { read: true, .. }).into())
}

/// `CanWrite`.
pub fn can_write(call: &mut Call<'_>) -> Result<Value> {
    let source = this(call).source();
    Ok(matches!(*source, Source::Memory(_) | Source::Deflating { .. } | Source::File { write: true, .. })
        .into())
}

/// `CanSeek`.
pub fn can_seek(call: &mut Call<'_>) -> Result<Value> {
    Ok(matches!(*this(call).source(), Source::Memory(_) | Source::File { .. }).into())
}

/// `Length`.
pub fn length(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).with_position(|file| file.size())? as i64).into())
}

/// `Position`.
pub fn position(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).with_position(|file| file.to(SeekFrom::Current(0)))? as i64).into())
}

/// Setting `Position`.
pub fn set_position(call: &mut Call<'_>) -> Result<Value> {
    let Ok(place) = u64::try_from(call.long(0)) else {
        return Err(fault::negative("value", call.long(0)));
    };
    this(call).with_position(|file| file.to(SeekFrom::Start(place)))?;
    Ok(Value::Void)
}

/// `Seek`.
pub fn seek(call: &mut Call<'_>) -> Result<Value> {
    let offset = call.long(0);
    let place = match call.number(1) {
        0 => SeekFrom::Start(u64::try_from(offset).map_err(|_| seek_error())?),
        1 => SeekFrom::Current(offset),
        _ => SeekFrom::End(offset),
    };
    Ok((this(call).with_position(|file| file.to(place))? as i64).into())
}

/// `SetLength`.
pub fn set_length(call: &mut Call<'_>) -> Result<Value> {
    let Ok(length) = u64::try_from(call.long(0)) else {
        return Err(fault::negative("value", call.long(0)));
    };
    this(call).with_position(|file| file.resize(length))?;
    Ok(Value::Void)
}

/// `Flush`.
pub fn flush(call: &mut Call<'_>) -> Result<Value> {
    if let Source::File { file, path, .. } = &mut *this(call).source() {
        file.flush().map_err(|error| failure::of(&error, path))?;
    }
    Ok(Value::Void)
}

/// `Close`.
pub fn close(call: &mut Call<'_>) -> Result<Value> {
    this(call).close()?;
    Ok(Value::Void)
}

/// `Dispose`.
pub fn dispose(call: &mut Call<'_>) -> Result<Value> {
    close(call)
}

/// Offset and count in arguments 1 and 2, checked against a buffer's length.
fn range(call: &Call<'_>, length: usize) -> Result<(usize, usize)> {
    let (offset, count) = (call.int(1), call.int(2));
    let Ok(offset) = usize::try_from(offset) else { return Err(fault::negative("offset", offset.into())) };
    let Ok(count) = usize::try_from(count) else { return Err(fault::negative("count", count.into())) };
    if offset + count > length {
        let message = "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.";
        return Err(Error::argument(message, ""));
    }
    Ok((offset, count))
}

/// `Read`.
pub fn read(call: &mut Call<'_>) -> Result<Value> {
    let Some(buffer) = call.payload::<Array>(0) else { return Err(fault::null("buffer")) };
    let (offset, count) = range(call, buffer.len())?;
    let bytes = this(call).read(count)?;
    for (at, byte) in bytes.iter().enumerate() {
        buffer.set(offset + at, Value::UInt8(*byte));
    }
    Ok((bytes.len() as i32).into())
}

/// `ReadExactly`.
pub fn read_exactly(call: &mut Call<'_>) -> Result<Value> {
    match read(call)? {
        Value::Int32(length) if length < call.int(2) => {
            Err(Error::new("System.IO.EndOfStreamException", "Unable to read beyond the end of the stream."))
        }
        _ => Ok(Value::Void),
    }
}

/// `ReadByte`: -1 at the end.
pub fn read_byte(call: &mut Call<'_>) -> Result<Value> {
    let bytes = this(call).read(1)?;
    Ok(bytes.first().map_or(-1, |byte| i32::from(*byte)).into())
}

/// `Write`.
pub fn write(call: &mut Call<'_>) -> Result<Value> {
    let bytes = bytes_argument(call, 0, "buffer")?;
    let (offset, count) = if call.args.len() > 2 { range(call, bytes.len())? } else { (0, bytes.len()) };
    this(call).write(&bytes[offset..offset + count])?;
    Ok(Value::Void)
}

/// `WriteByte`.
pub fn write_byte(call: &mut Call<'_>) -> Result<Value> {
    let Value::UInt8(byte) = *call.arg(0) else { return Ok(Value::Void) };
    this(call).write(&[byte])?;
    Ok(Value::Void)
}

/// `CopyTo`.
pub fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    let Some(target) = stream_of(&call.args[0]) else { return Err(fault::null("destination")) };
    let source = this(call);
    copy(call.cx, source, target)?;
    Ok(Value::Void)
}

/// Copies what is left of one stream to another.
///
/// # Errors
/// What reading and writing give.
pub fn copy(cx: &mut dyn Context, from: &StreamObject, to: &StreamObject) -> Result<()> {
    loop {
        cx.poll()?;
        let part = from.read(1 << 16)?;
        if part.is_empty() {
            return Ok(());
        }
        to.write(&part)?;
    }
}
