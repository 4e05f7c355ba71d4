//! `System.IO.StringReader`.

use super::text_reader::Reader;
use crate::fault;
use crate::io::text_reader;
use pwsh_value::ty::{Call, FacadeType, constructor, method};
use pwsh_value::{Obj, Result, Value};

/// `System.IO.StringReader`.
pub static STRING_READER: FacadeType = FacadeType {
    base: "System.IO.TextReader",
    members: &[
        constructor("new(string s)", new),
        method("void Close()", text_reader::close),
        method("int Peek()", text_reader::peek),
        method("int Read()", text_reader::read),
        method("int Read(char[] buffer, int index, int count)", text_reader::read),
        method("string ReadToEnd()", text_reader::read_to_end),
        method("string ReadLine()", text_reader::read_line),
    ],
    ..FacadeType::class("System.IO.StringReader")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("s"));
    }
    Ok(Obj::new(call.ty.clone(), Reader::of_text(call.str(0).to_string())).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn lines_then_the_rest() {
        let mut rt = Runtime::new();
        let reader = rt.make("System.IO.StringReader", &["a\r\nb\nc".into()]).unwrap();
        assert_eq!(rt.call_text(&reader, "ReadLine", &[]), "a");
        assert_eq!(rt.call_text(&reader, "ReadToEnd", &[]), "b\nc");
        assert_eq!(rt.call_text(&reader, "Peek", &[]), "-1");
    }
}
