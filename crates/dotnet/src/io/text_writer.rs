//! `System.IO.TextWriter`, and the payload of its derived types.

use super::stream::stream_of;
use crate::fault;
use crate::globalization::provider::{culture_of, current};
use crate::system::composite;
use crate::text::encoding::encoding_object;
use crate::text::string_builder::Builder;
use parking_lot::Mutex;
use pwsh_value::payload::Array;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, Kind, method, property, property_rw};
use pwsh_value::{Payload, PsString, Result, Value};

/// `System.IO.TextWriter`.
pub static TEXT_WRITER: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.MarshalByRefObject",
    interfaces: &["System.IDisposable"],
    members: &[
        property("System.Text.Encoding Encoding {get;}", encoding),
        property_rw("string NewLine {get;set;}", new_line, set_new_line),
        method("void Close()", close),
        method("void Dispose()", dispose),
        method("void Flush()", flush),
        method("void Write(char value)", write),
        method("void Write(char[] buffer)", write),
        method("void Write(char[] buffer, int index, int count)", write),
        method("void Write(bool value)", write),
        method("void Write(int value)", write),
        method("void Write(uint value)", write),
        method("void Write(long value)", write),
        method("void Write(ulong value)", write),
        method("void Write(float value)", write),
        method("void Write(double value)", write),
        method("void Write(decimal value)", write),
        method("void Write(string value)", write),
        method("void Write(System.Object value)", write),
        method("void Write(string format, System.Object arg0)", write),
        method("void Write(string format, System.Object arg0, System.Object arg1)", write),
        method(
            "void Write(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            write,
        ),
        method("void Write(string format, Params System.Object[] arg)", write),
        method("void WriteLine()", write_line),
        method("void WriteLine(char value)", write_line),
        method("void WriteLine(char[] buffer)", write_line),
        method("void WriteLine(char[] buffer, int index, int count)", write_line),
        method("void WriteLine(bool value)", write_line),
        method("void WriteLine(int value)", write_line),
        method("void WriteLine(uint value)", write_line),
        method("void WriteLine(long value)", write_line),
        method("void WriteLine(ulong value)", write_line),
        method("void WriteLine(float value)", write_line),
        method("void WriteLine(double value)", write_line),
        method("void WriteLine(decimal value)", write_line),
        method("void WriteLine(string value)", write_line),
        method("void WriteLine(System.Object value)", write_line),
        method("void WriteLine(string format, System.Object arg0)", write_line),
        method("void WriteLine(string format, System.Object arg0, System.Object arg1)", write_line),
        method(
            "void WriteLine(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            write_line,
        ),
        method("void WriteLine(string format, Params System.Object[] arg)", write_line),
    ],
    ..FacadeType::class("System.IO.TextWriter")
};

/// The payload of writers: where text goes, and how.
pub struct Writer {
    /// The stream or the string builder that gets the text.
    pub target: Value,
    /// The encoding into a stream.
    pub encoding: Encoding,
    /// Whether closing leaves the stream open.
    pub leave_open: bool,
    /// What ends a line.
    new_line: Mutex<PsString>,
}

impl Payload for Writer {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.target);
    }
}

impl Writer {
    /// A writer of text into a stream or string builder.
    pub fn new(target: Value, encoding: Encoding, leave_open: bool) -> Writer {
        Writer { target, encoding, leave_open, new_line: Mutex::new("\n".into()) }
    }

    /// Writes text.
    ///
    /// # Errors
    /// What the stream gives.
    pub fn write(&self, text: &PsString) -> Result<()> {
        if let Some(builder) = self.target.cell().and_then(|obj| obj.get::<Builder>()) {
            builder.push(text);
            return Ok(());
        }
        let mut bytes = Vec::new();
        self.encoding.encode(text.as_wtf8(), &mut bytes);
        stream_of(&self.target).map_or(Ok(()), |stream| stream.write(&bytes))
    }
}

fn this<'a>(call: &Call<'a>) -> &'a Writer {
    call.this::<Writer>().payload()
}

/// The text of the arguments: one value, part of a `char[]`, or a format with its arguments.
fn text(call: &mut Call<'_>) -> Result<PsString> {
    if let (Some(format), [_, rest @ ..]) = (call.arg(0).as_string(), call.args)
        && !rest.is_empty()
    {
        let args = match rest {
            [one] => one
                .cell()
                .and_then(|obj| obj.get::<Array>())
                .map_or_else(|| vec![one.clone()], |a| a.to_vec()),
            many => many.to_vec(),
        };
        let culture = current(call.cx);
        return composite::fill(call.cx, format, &args, &culture);
    }
    if let Some(array) = call.payload::<Array>(0) {
        let units: Vec<u16> = array
            .to_vec()
            .iter()
            .filter_map(|v| if let Value::Char(unit) = v { Some(*unit) } else { None })
            .collect();
        if call.args.len() == 3 {
            let range = usize::try_from(call.int(1)).ok().zip(usize::try_from(call.int(2)).ok());
            let (start, count) = range.filter(|(s, c)| s + c <= units.len()).ok_or_else(fault::index)?;
            return Ok(PsString::from_utf16(&units[start..start + count]));
        }
        return Ok(PsString::from_utf16(&units));
    }
    match call.arg(0) {
        Value::Null | Value::Void => Ok(PsString::empty()),
        value => {
            let culture = culture_of(call.cx, &Value::Null);
            composite::text_of(call.cx, value, "", &culture)
        }
    }
}

/// `Write`.
pub fn write(call: &mut Call<'_>) -> Result<Value> {
    let text = text(call)?;
    this(call).write(&text)?;
    Ok(Value::Void)
}

/// `WriteLine`.
pub fn write_line(call: &mut Call<'_>) -> Result<Value> {
    if !call.args.is_empty() {
        write(call)?;
    }
    let end = this(call).new_line.lock().clone();
    this(call).write(&end)?;
    Ok(Value::Void)
}

/// `NewLine`.
pub fn new_line(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).new_line.lock().clone().into())
}

/// Setting `NewLine`.
pub fn set_new_line(call: &mut Call<'_>) -> Result<Value> {
    *this(call).new_line.lock() = if call.arg(0).is_null() { "\n".into() } else { call.str(0) };
    Ok(Value::Void)
}

/// `Encoding`.
pub fn encoding(call: &mut Call<'_>) -> Result<Value> {
    Ok(encoding_object(this(call).encoding, false))
}

/// `Flush`: what is written goes to the stream at once.
pub fn flush(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

/// `Close`.
pub fn close(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    match stream_of(&this.target) {
        Some(stream) if !this.leave_open => stream.close()?,
        _ => {}
    }
    Ok(Value::Void)
}

/// `Dispose`.
pub fn dispose(call: &mut Call<'_>) -> Result<Value> {
    close(call)
}
