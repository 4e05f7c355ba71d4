//! `System.IO.StringWriter`.

use super::text_writer::Writer;
use crate::io::text_writer;
use crate::text::string_builder::{Builder, builder_object};
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property};
use pwsh_value::{Obj, PsString, Result, Value};

/// `System.IO.StringWriter`.
pub static STRING_WRITER: FacadeType = FacadeType {
    base: "System.IO.TextWriter",
    members: &[
        constructor("new()", new),
        constructor("new(System.IFormatProvider formatProvider)", new),
        constructor("new(System.Text.StringBuilder sb)", new),
        constructor("new(System.Text.StringBuilder sb, System.IFormatProvider formatProvider)", new),
        property("System.Text.Encoding Encoding {get;}", text_writer::encoding),
        method("void Close()", text_writer::close),
        method("System.Text.StringBuilder GetStringBuilder()", get_string_builder),
        method("void Write(char value)", text_writer::write),
        method("void Write(char[] buffer, int index, int count)", text_writer::write),
        method("void Write(string value)", text_writer::write),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.IO.StringWriter")
};

const HOOKS: Hooks = Hooks { to_string: Some(|_, value| Ok(text_of(value))), ..Hooks::NONE };

fn text_of(value: &Value) -> PsString {
    let writer = value.cell().and_then(|obj| obj.get::<Writer>());
    let target = writer.map(|writer| writer.payload().target.clone()).unwrap_or_default();
    let builder = target.cell().and_then(|obj| obj.get::<Builder>());
    builder.map_or_else(PsString::empty, |builder| builder.text())
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let builder =
        call.args.first().filter(|value| value.cell().is_some_and(|obj| obj.get::<Builder>().is_some()));
    let target = builder.cloned().unwrap_or_else(builder_object);
    Ok(Obj::new(call.ty.clone(), Writer::new(target, Encoding::Utf16, true)).into())
}

fn get_string_builder(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Writer>().target.clone())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn writing_text_and_lines() {
        let mut rt = Runtime::new();
        let writer = rt.make("System.IO.StringWriter", &[]).unwrap();
        rt.call(&writer, "Write", &["a{0}".into(), 1.into()]).unwrap();
        rt.call(&writer, "WriteLine", &["!".into()]).unwrap();
        assert_eq!(rt.text(&writer), "a1!\n");
    }
}
