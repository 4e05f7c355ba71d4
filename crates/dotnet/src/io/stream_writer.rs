//! `System.IO.StreamWriter`.

use super::file_stream::opened;
use super::path_text::full;
use super::text_file::encoding_argument;
use super::text_writer::Writer;
use crate::fault;
use crate::io::text_writer;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property, property_rw};
use pwsh_value::{Obj, Result, Value};

/// `System.IO.StreamWriter`.
pub static STREAM_WRITER: FacadeType = FacadeType {
    base: "System.IO.TextWriter",
    members: &[
        constructor("new(System.IO.Stream stream)", new),
        constructor("new(System.IO.Stream stream, System.Text.Encoding encoding)", new),
        constructor("new(System.IO.Stream stream, System.Text.Encoding encoding, int bufferSize)", new),
        constructor(
            "new(System.IO.Stream stream, System.Text.Encoding encoding = null, int bufferSize = -1, bool leaveOpen = False)",
            new,
        ),
        constructor("new(string path)", new),
        constructor("new(string path, bool append)", new),
        constructor("new(string path, bool append, System.Text.Encoding encoding)", new),
        constructor("new(string path, bool append, System.Text.Encoding encoding, int bufferSize)", new),
        property_rw("bool AutoFlush {get;set;}", auto_flush, set_auto_flush),
        property("System.IO.Stream BaseStream {get;}", base_stream),
        property("System.Text.Encoding Encoding {get;}", text_writer::encoding),
        method("void Close()", text_writer::close),
        method("void Flush()", text_writer::flush),
        method("void Write(char value)", text_writer::write),
        method("void Write(char[] buffer)", text_writer::write),
        method("void Write(char[] buffer, int index, int count)", text_writer::write),
        method("void Write(string value)", text_writer::write),
        method("void WriteLine(string value)", text_writer::write_line),
        method("void Write(string format, System.Object arg0)", text_writer::write),
        method("void Write(string format, System.Object arg0, System.Object arg1)", text_writer::write),
        method(
            "void Write(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            text_writer::write,
        ),
        method("void Write(string format, Params System.Object[] arg)", text_writer::write),
        method("void WriteLine(string format, System.Object arg0)", text_writer::write_line),
        method(
            "void WriteLine(string format, System.Object arg0, System.Object arg1)",
            text_writer::write_line,
        ),
        method(
            "void WriteLine(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            text_writer::write_line,
        ),
        method("void WriteLine(string format, Params System.Object[] arg)", text_writer::write_line),
    ],
    ..FacadeType::class("System.IO.StreamWriter")
};

/// A writer of UTF-8 over a stream.
pub fn writer_over(stream: Value) -> Value {
    Obj::new(named("System.IO.StreamWriter"), Writer::new(stream, Encoding::Utf8, false)).into()
}

/// `(path, append, encoding)` and `(stream, encoding, bufferSize, leaveOpen)`.
fn new(call: &mut Call<'_>) -> Result<Value> {
    let (stream, is_new) = match call.arg(0) {
        Value::String(_) => {
            let path = full(call.cx, call.arg(0).as_string())?;
            let append = matches!(call.args.get(1).map(Value::unwrapped), Some(Value::Bool(true)));
            let is_new = !append || std::fs::metadata(&path).map_or(0, |metadata| metadata.len()) == 0;
            (opened(&path, if append { 6 } else { 2 }, 2)?, is_new)
        }
        Value::Null | Value::Void => return Err(fault::null("stream")),
        _ => (call.args[0].clone(), true),
    };
    let encoding = call.args.iter().skip(1).find(|arg| arg.as_object().is_some());
    let (encoding, mark) = encoding_argument(encoding);
    let leave_open = call.args.len() > 3 && matches!(call.arg(3), Value::Bool(true));
    let writer = Writer::new(stream, encoding, leave_open);
    if mark && is_new {
        let stream = super::stream::stream_of(&writer.target);
        stream.map_or(Ok(()), |stream| stream.write(encoding.byte_order_mark()))?;
    }
    Ok(Obj::new(call.ty.clone(), writer).into())
}

fn base_stream(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Writer>().target.clone())
}

/// Every write goes to the stream at once, whatever is set here.
fn auto_flush(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn set_auto_flush(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}
