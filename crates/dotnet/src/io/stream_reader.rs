//! `System.IO.StreamReader`.

use super::file_stream::opened;
use super::path_text::full;
use super::text_file::encoding_argument;
use super::text_reader::Reader;
use crate::fault;
use crate::io::text_reader;
use crate::text::encoding::encoding_object;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property};
use pwsh_value::{Obj, Result, Value};

/// `System.IO.StreamReader`.
pub static STREAM_READER: FacadeType = FacadeType {
    base: "System.IO.TextReader",
    members: &[
        constructor("new(System.IO.Stream stream)", new),
        constructor("new(System.IO.Stream stream, bool detectEncodingFromByteOrderMarks)", new),
        constructor("new(System.IO.Stream stream, System.Text.Encoding encoding)", new),
        constructor(
            "new(System.IO.Stream stream, System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks)",
            new,
        ),
        constructor(
            "new(System.IO.Stream stream, System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks, int bufferSize)",
            new,
        ),
        constructor(
            "new(System.IO.Stream stream, System.Text.Encoding encoding = null, bool detectEncodingFromByteOrderMarks = True, int bufferSize = -1, bool leaveOpen = False)",
            new,
        ),
        constructor("new(string path)", new),
        constructor("new(string path, bool detectEncodingFromByteOrderMarks)", new),
        constructor("new(string path, System.Text.Encoding encoding)", new),
        constructor(
            "new(string path, System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks)",
            new,
        ),
        constructor(
            "new(string path, System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks, int bufferSize)",
            new,
        ),
        property("System.Text.Encoding CurrentEncoding {get;}", current_encoding),
        property("System.IO.Stream BaseStream {get;}", base_stream),
        property("bool EndOfStream {get;}", end_of_stream),
        method("void Close()", text_reader::close),
        method("int Peek()", text_reader::peek),
        method("int Read()", text_reader::read),
        method("int Read(char[] buffer, int index, int count)", text_reader::read),
        method("string ReadToEnd()", text_reader::read_to_end),
        method("int ReadBlock(char[] buffer, int index, int count)", text_reader::read_block),
        method("string ReadLine()", text_reader::read_line),
    ],
    ..FacadeType::class("System.IO.StreamReader")
};

/// A reader of UTF-8 over a stream.
pub fn reader_over(stream: Value) -> Value {
    Obj::new(named("System.IO.StreamReader"), Reader::of_stream(stream, Encoding::Utf8, false)).into()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let stream = match call.arg(0) {
        Value::String(_) => opened(&full(call.cx, call.arg(0).as_string())?, 3, 1)?,
        Value::Null | Value::Void => return Err(fault::null("stream")),
        _ => call.args[0].clone(),
    };
    let (encoding, _) = encoding_argument(call.args.get(1));
    let leave_open = call.args.len() > 4 && call.bool(4);
    Ok(Obj::new(call.ty.clone(), Reader::of_stream(stream, encoding, leave_open)).into())
}

fn base_stream(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Reader>().stream.clone())
}

fn current_encoding(call: &mut Call<'_>) -> Result<Value> {
    Ok(encoding_object(call.this::<Reader>().encoding, true))
}

fn end_of_stream(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Reader>().is_at_end()?.into())
}
