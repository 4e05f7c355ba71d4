//! `System.IO.TextReader`, and the payload of its derived types.

use super::stream::stream_of;
use super::text_file::{decoded, next_line};
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::payload::Array;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, Kind, method};
use pwsh_value::{Error, Payload, Result, Value};

/// `System.IO.TextReader`.
pub static TEXT_READER: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.MarshalByRefObject",
    interfaces: &["System.IDisposable"],
    members: &[
        method("void Close()", close),
        method("void Dispose()", dispose),
        method("int Peek()", peek),
        method("int Read()", read),
        method("int Read(char[] buffer, int index, int count)", read),
        method("string ReadToEnd()", read_to_end),
        method("int ReadBlock(char[] buffer, int index, int count)", read_block),
        method("string ReadLine()", read_line),
    ],
    ..FacadeType::class("System.IO.TextReader")
};

/// The payload of readers: text, taken from a stream when it is first read.
pub struct Reader {
    /// The stream behind a `StreamReader`.
    pub stream: Value,
    /// The encoding where no mark says another.
    pub encoding: Encoding,
    /// Whether closing leaves the stream open.
    pub leave_open: bool,
    state: Mutex<State>,
}

struct State {
    /// `None` until the stream was read.
    text: Option<String>,
    /// How many bytes of the text were read.
    passed: usize,
    closed: bool,
}

impl Payload for Reader {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.stream);
    }
}

impl Reader {
    /// A reader of text.
    pub fn of_text(text: String) -> Reader {
        let state = Mutex::new(State { text: Some(text), passed: 0, closed: false });
        Reader { stream: Value::Null, encoding: Encoding::Utf16, leave_open: true, state }
    }

    /// A reader of a stream.
    pub fn of_stream(stream: Value, encoding: Encoding, leave_open: bool) -> Reader {
        let state = Mutex::new(State { text: None, passed: 0, closed: false });
        Reader { stream, encoding, leave_open, state }
    }

    /// Works on what is not read yet; the function says how many bytes of it are read now.
    fn take<R>(&self, take: impl FnOnce(&str) -> (R, usize)) -> Result<R> {
        let mut state = self.state.lock();
        if state.closed {
            return Err(Error::new(
                "System.ObjectDisposedException",
                "Cannot read from a closed TextReader.",
            ));
        }
        if state.text.is_none() {
            let bytes =
                stream_of(&self.stream).map_or_else(|| Ok(Vec::new()), |stream| stream.read_to_end())?;
            state.text = Some(decoded(&bytes, self.encoding));
        }
        let passed = state.passed;
        let (result, length) = take(&state.text.as_deref().unwrap_or_default()[passed..]);
        state.passed += length;
        Ok(result)
    }

    /// Closes it and, unless told otherwise, the stream behind it.
    ///
    /// # Errors
    /// What closing the stream gives.
    pub fn close(&self) -> Result<()> {
        self.state.lock().closed = true;
        match stream_of(&self.stream) {
            Some(stream) if !self.leave_open => stream.close(),
            _ => Ok(()),
        }
    }

    /// Whether all was read.
    ///
    /// # Errors
    /// What reading gives.
    pub fn is_at_end(&self) -> Result<bool> {
        self.take(|rest| (rest.is_empty(), 0))
    }
}

fn this<'a>(call: &Call<'a>) -> &'a Reader {
    call.this::<Reader>().payload()
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

/// `Peek`: -1 at the end.
pub fn peek(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).take(|rest| (rest.encode_utf16().next().map_or(-1, i32::from), 0))?.into())
}

/// `Read`: the next character or -1, or characters into a buffer.
pub fn read(call: &mut Call<'_>) -> Result<Value> {
    if !call.args.is_empty() {
        return read_block(call);
    }
    let next = this(call).take(|rest| match rest.chars().next() {
        Some(c) => (i32::from(c.encode_utf16(&mut [0; 2])[0]), c.len_utf8()),
        None => (-1, 0),
    })?;
    Ok(next.into())
}

/// `ReadBlock`.
pub fn read_block(call: &mut Call<'_>) -> Result<Value> {
    let Some(buffer) = call.payload::<Array>(0) else { return Err(fault::null("buffer")) };
    let range = usize::try_from(call.int(1)).ok().zip(usize::try_from(call.int(2)).ok());
    let range = range.filter(|(start, count)| start + count <= buffer.len());
    let (start, count) = range.ok_or_else(fault::index)?;
    let units = this(call).take(|rest| {
        let (mut units, mut length) = (Vec::new(), 0);
        for c in rest.chars() {
            if units.len() + c.len_utf16() > count {
                break;
            }
            units.extend_from_slice(c.encode_utf16(&mut [0; 2]));
            length += c.len_utf8();
        }
        (units, length)
    })?;
    for (at, unit) in units.iter().enumerate() {
        buffer.set(start + at, Value::Char(*unit));
    }
    Ok((units.len() as i32).into())
}

/// `ReadLine`: null at the end.
pub fn read_line(call: &mut Call<'_>) -> Result<Value> {
    let line = this(call).take(|rest| {
        if rest.is_empty() {
            return (None, 0);
        }
        let (line, length) = next_line(rest);
        (Some(line.to_owned()), length)
    })?;
    Ok(line.into())
}

/// `ReadToEnd`.
pub fn read_to_end(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).take(|rest| (rest.to_owned(), rest.len()))?.into())
}
