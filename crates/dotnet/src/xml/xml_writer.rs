//! `System.Xml.XmlWriter` and `XmlTextWriter`.

use super::xml_text::XmlText;
use super::xml_writer_settings::{Settings, settings_of};
use crate::fault;
use crate::io::path_text::full;
use crate::io::stream::stream_of;
use crate::io::text_file::write_bytes;
use crate::io::text_writer::Writer;
use crate::system::bit_converter::bytes_argument;
use crate::text::encoding::encoding_of;
use crate::text::string_builder::Builder;
use base64::Engine;
use parking_lot::Mutex;
use pwsh_value::text::encoding::{Encoding, EncodingName};
use pwsh_value::ty::{Call, Entry, FacadeType, Kind, constructor, method, named, property, property_rw};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.Xml.XmlWriter`.
pub static XML_WRITER: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.IDisposable"],
    members: MEMBERS,
    ..FacadeType::class("System.Xml.XmlWriter")
};

/// `System.Xml.XmlWellFormedWriter`: what `Create` gives.
pub static XML_WELL_FORMED_WRITER: FacadeType =
    FacadeType { base: "System.Xml.XmlWriter", ..FacadeType::class("System.Xml.XmlWellFormedWriter") };

/// `System.Xml.XmlTextWriter`.
pub static XML_TEXT_WRITER: FacadeType = FacadeType {
    base: "System.Xml.XmlWriter",
    members: &[
        constructor("new(System.IO.Stream w, System.Text.Encoding encoding)", new_text_writer),
        constructor("new(string filename, System.Text.Encoding encoding)", new_text_writer),
        constructor("new(System.IO.TextWriter w)", new_text_writer),
        property_rw("System.Xml.Formatting Formatting {get;set;}", formatting, set_formatting),
        property_rw("int Indentation {get;set;}", indentation, set_indentation),
        property_rw("char IndentChar {get;set;}", indent_char, set_indent_char),
    ],
    ..FacadeType::class("System.Xml.XmlTextWriter")
};

const MEMBERS: &[Entry] = &[
    property("System.Xml.WriteState WriteState {get;}", write_state),
    method("void WriteStartDocument()", write_start_document),
    method("void WriteStartDocument(bool standalone)", write_start_document),
    method("void WriteEndDocument()", write_end_document),
    method("void WriteDocType(string name, string pubid, string sysid, string subset)", write_doc_type),
    method("void WriteStartElement(string localName, string ns)", write_start_element),
    method("void WriteStartElement(string prefix, string localName, string ns)", write_start_element),
    method("void WriteStartElement(string localName)", write_start_element),
    method("void WriteEndElement()", write_end_element),
    method("void WriteFullEndElement()", write_full_end_element),
    method("void WriteAttributeString(string localName, string ns, string value)", write_attribute_string),
    method("void WriteAttributeString(string localName, string value)", write_attribute_string),
    method(
        "void WriteAttributeString(string prefix, string localName, string ns, string value)",
        write_attribute_string,
    ),
    method("void WriteStartAttribute(string localName, string ns)", write_start_attribute),
    method("void WriteStartAttribute(string prefix, string localName, string ns)", write_start_attribute),
    method("void WriteStartAttribute(string localName)", write_start_attribute),
    method("void WriteEndAttribute()", write_end_attribute),
    method("void WriteCData(string text)", write_c_data),
    method("void WriteComment(string text)", write_comment),
    method("void WriteProcessingInstruction(string name, string text)", write_processing_instruction),
    method("void WriteEntityRef(string name)", write_entity_ref),
    method("void WriteWhitespace(string ws)", write_whitespace),
    method("void WriteString(string text)", write_string),
    method("void WriteRaw(string data)", write_raw),
    method("void WriteBase64(byte[] buffer, int index, int count)", write_base64),
    method("void WriteValue(System.Object value)", write_value),
    method("void WriteValue(string value)", write_value),
    method("void WriteValue(bool value)", write_value),
    method("void WriteValue(datetime value)", write_value),
    method("void WriteValue(double value)", write_value),
    method("void WriteValue(decimal value)", write_value),
    method("void WriteValue(int value)", write_value),
    method("void WriteValue(long value)", write_value),
    method("void WriteElementString(string localName, string value)", write_element_string),
    method("void WriteElementString(string localName, string ns, string value)", write_element_string),
    method(
        "void WriteElementString(string prefix, string localName, string ns, string value)",
        write_element_string,
    ),
    method("void Flush()", flush),
    method("void Close()", close),
    method("void Dispose()", close),
    method("static System.Xml.XmlWriter Create(string outputFileName)", create),
    method(
        "static System.Xml.XmlWriter Create(string outputFileName, System.Xml.XmlWriterSettings settings)",
        create,
    ),
    method("static System.Xml.XmlWriter Create(System.IO.Stream output)", create),
    method(
        "static System.Xml.XmlWriter Create(System.IO.Stream output, System.Xml.XmlWriterSettings settings)",
        create,
    ),
    method("static System.Xml.XmlWriter Create(System.IO.TextWriter output)", create),
    method(
        "static System.Xml.XmlWriter Create(System.IO.TextWriter output, System.Xml.XmlWriterSettings settings)",
        create,
    ),
    method("static System.Xml.XmlWriter Create(System.Text.StringBuilder output)", create),
    method(
        "static System.Xml.XmlWriter Create(System.Text.StringBuilder output, System.Xml.XmlWriterSettings settings)",
        create,
    ),
];

/// The payload.
pub struct XmlWriter {
    text: Mutex<XmlText>,
    target: Target,
    /// The name of the encoding that a declaration tells.
    encoding: String,
}

/// Where the text goes.
enum Target {
    /// A stream, writer or string builder.
    Object(Value, Encoding),
    /// A file, with what was flushed so far.
    File(std::path::PathBuf, Encoding, Mutex<Vec<u8>>),
}

impl Payload for XmlWriter {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Target::Object(value, _) = &self.target {
            visit(value);
        }
    }
}

impl XmlWriter {
    fn new(call: &Call<'_>, settings: Settings, of_itself: bool) -> Result<XmlWriter> {
        let output = &call.args[0];
        let (encoding, mark) = settings.encoding;
        let name = |encoding: Encoding| EncodingName::of(encoding).web_name.to_owned();
        let (target, name) = if let Some(writer) = output.cell().and_then(|obj| obj.get::<Writer>()) {
            (Target::Object(output.clone(), encoding), name(writer.encoding))
        } else if output.cell().is_some_and(|obj| obj.get::<Builder>().is_some()) {
            (Target::Object(output.clone(), encoding), name(Encoding::Utf16))
        } else if let Some(stream) = stream_of(output) {
            if mark {
                stream.write(encoding.byte_order_mark())?;
            }
            (Target::Object(output.clone(), encoding), name(encoding))
        } else {
            let path = full(call.cx, call.arg(0).as_string())?;
            let start = if mark { encoding.byte_order_mark().to_vec() } else { Vec::new() };
            write_bytes(&path, &start)?;
            (Target::File(path, encoding, Mutex::new(start)), name(encoding))
        };
        let text = Mutex::new(XmlText::new(settings, of_itself.then(|| name.clone())));
        Ok(XmlWriter { text, target, encoding: name })
    }

    /// Writes a node with what is in it.
    ///
    /// # Errors
    /// `InvalidOperationException` where it cannot stand.
    pub fn node(&self, node: &Value) -> Result<()> {
        self.text.lock().node(node)
    }

    /// Sends on what was written.
    ///
    /// # Errors
    /// What the target gives.
    pub fn flush(&self) -> Result<()> {
        let text = self.text.lock().take();
        match &self.target {
            Target::Object(value, encoding) => {
                if let Some(writer) = value.cell().and_then(|obj| obj.get::<Writer>()) {
                    return writer.write(&text.into());
                }
                if let Some(builder) = value.cell().and_then(|obj| obj.get::<Builder>()) {
                    builder.push(&text.into());
                    return Ok(());
                }
                let mut bytes = Vec::new();
                encoding.encode(text.as_bytes(), &mut bytes);
                stream_of(value).map_or(Ok(()), |stream| stream.write(&bytes))
            }
            Target::File(path, encoding, written) => {
                let mut written = written.lock();
                encoding.encode(text.as_bytes(), &mut written);
                write_bytes(path, &written)
            }
        }
    }
}

fn create(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("output"));
    }
    let writer = XmlWriter::new(call, settings_of(call.args.get(1)), true)?;
    Ok(Obj::new(named("System.Xml.XmlWellFormedWriter"), writer).into())
}

fn new_text_writer(call: &mut Call<'_>) -> Result<Value> {
    let encoding = call.args.get(1).and_then(encoding_of).unwrap_or((Encoding::Utf8, false));
    let settings = Settings { encoding, close_output: true, ..Settings::default() };
    Ok(Obj::new(call.ty.clone(), XmlWriter::new(call, settings, false)?).into())
}

fn this<'a>(call: &Call<'a>) -> &'a XmlWriter {
    call.this::<XmlWriter>().payload()
}

fn with(call: &Call<'_>, write: impl FnOnce(&mut XmlText)) -> Result<Value> {
    write(&mut this(call).text.lock());
    Ok(Value::Void)
}

/// An argument's text, `None` for null.
fn text(call: &Call<'_>, index: usize) -> Option<String> {
    call.args.get(index)?.as_string().map(ToString::to_string)
}

fn write_state(call: &mut Call<'_>) -> Result<Value> {
    let state = if this(call).text.lock().depth() > 0 { 4 } else { 0 };
    Ok(Value::enumeration(&named("System.Xml.WriteState"), state))
}

/// `System.Xml.WriteState`.
pub static WRITE_STATE: FacadeType = FacadeType::enumeration(
    "System.Xml.WriteState",
    &[
        ("Start", 0),
        ("Prolog", 1),
        ("Element", 2),
        ("Attribute", 3),
        ("Content", 4),
        ("Closed", 5),
        ("Error", 6),
    ],
);

fn write_start_document(call: &mut Call<'_>) -> Result<Value> {
    let standalone = (!call.args.is_empty()).then(|| call.bool(0));
    let encoding = this(call).encoding.clone();
    with(call, |text| text.declaration(&encoding, standalone))
}

fn write_end_document(call: &mut Call<'_>) -> Result<Value> {
    this(call).text.lock().end_document()?;
    Ok(Value::Void)
}

fn write_doc_type(call: &mut Call<'_>) -> Result<Value> {
    let mut out = format!("<!DOCTYPE {}", call.str(0));
    match (text(call, 1), text(call, 2)) {
        (Some(public), system) => {
            out.push_str(&format!(" PUBLIC \"{public}\" \"{}\"", system.unwrap_or_default()))
        }
        (None, Some(system)) => out.push_str(&format!(" SYSTEM \"{system}\"")),
        (None, None) => {}
    }
    if let Some(subset) = text(call, 3) {
        out.push_str(&format!("[{subset}]"));
    }
    out.push('>');
    with(call, |text| text.markup(&out))
}

/// Prefix, local name and namespace among the first `count` arguments.
fn name(call: &Call<'_>, count: usize) -> Result<(Option<String>, String, Option<String>)> {
    let (prefix, local, namespace) = match count {
        1 => (None, text(call, 0), None),
        2 => (None, text(call, 0), text(call, 1)),
        _ => (text(call, 0), text(call, 1), text(call, 2)),
    };
    let local = local.filter(|local| !local.is_empty());
    let message = "The empty string '' is not a valid local name.";
    Ok((prefix, local.ok_or_else(|| fault::argument(message, ""))?, namespace))
}

fn write_start_element(call: &mut Call<'_>) -> Result<Value> {
    let (prefix, local, namespace) = name(call, call.args.len())?;
    with(call, |text| text.start_element(prefix.as_deref(), &local, namespace.as_deref()))
}

fn write_end_element(call: &mut Call<'_>) -> Result<Value> {
    this(call).text.lock().end_element(false)?;
    Ok(Value::Void)
}

fn write_full_end_element(call: &mut Call<'_>) -> Result<Value> {
    this(call).text.lock().end_element(true)?;
    Ok(Value::Void)
}

fn write_start_attribute(call: &mut Call<'_>) -> Result<Value> {
    let (prefix, local, namespace) = name(call, call.args.len())?;
    this(call).text.lock().start_attribute(prefix.as_deref(), &local, namespace.as_deref())?;
    Ok(Value::Void)
}

fn write_end_attribute(call: &mut Call<'_>) -> Result<Value> {
    with(call, XmlText::end_attribute)
}

fn write_attribute_string(call: &mut Call<'_>) -> Result<Value> {
    let last = call.args.len() - 1;
    let (prefix, local, namespace) = name(call, last)?;
    let value = text(call, last).unwrap_or_default();
    let mut text = this(call).text.lock();
    text.start_attribute(prefix.as_deref(), &local, namespace.as_deref())?;
    text.text(&value);
    text.end_attribute();
    Ok(Value::Void)
}

fn write_element_string(call: &mut Call<'_>) -> Result<Value> {
    let last = call.args.len() - 1;
    let (prefix, local, namespace) = name(call, last)?;
    let value = text(call, last).unwrap_or_default();
    let mut text = this(call).text.lock();
    text.start_element(prefix.as_deref(), &local, namespace.as_deref());
    if !value.is_empty() {
        text.text(&value);
    }
    text.end_element(false)?;
    Ok(Value::Void)
}

fn write_c_data(call: &mut Call<'_>) -> Result<Value> {
    let data = call.str(0);
    with(call, |text| text.raw(&format!("<![CDATA[{data}]]>")))
}

fn write_comment(call: &mut Call<'_>) -> Result<Value> {
    let comment = call.str(0);
    with(call, |text| text.markup(&format!("<!--{comment}-->")))
}

fn write_processing_instruction(call: &mut Call<'_>) -> Result<Value> {
    let (name, content) = (call.str(0), call.str(1));
    let space = if content.is_empty() { "" } else { " " };
    with(call, |text| text.markup(&format!("<?{name}{space}{content}?>")))
}

fn write_entity_ref(call: &mut Call<'_>) -> Result<Value> {
    let name = call.str(0);
    with(call, |text| text.raw(&format!("&{name};")))
}

fn write_whitespace(call: &mut Call<'_>) -> Result<Value> {
    let space = call.str(0).to_string();
    with(call, |text| text.white_space(&space))
}

fn write_string(call: &mut Call<'_>) -> Result<Value> {
    let content = call.str(0).to_string();
    with(call, |text| text.text(&content))
}

fn write_raw(call: &mut Call<'_>) -> Result<Value> {
    let content = call.str(0).to_string();
    with(call, |text| text.raw(&content))
}

fn write_base64(call: &mut Call<'_>) -> Result<Value> {
    let bytes = bytes_argument(call, 0, "buffer")?;
    let range = usize::try_from(call.int(1)).ok().zip(usize::try_from(call.int(2)).ok());
    let part = range
        .and_then(|(start, count)| bytes.get(start..start.checked_add(count)?))
        .ok_or_else(fault::index)?;
    let content = base64::engine::general_purpose::STANDARD.encode(part);
    with(call, |text| text.text(&content))
}

/// A value as XML Schema writes it.
fn write_value(call: &mut Call<'_>) -> Result<Value> {
    let content = match call.arg(0) {
        Value::Bool(truth) => truth.to_string(),
        Value::DateTime(_) => {
            let value = call.args[0].clone();
            let text =
                call.cx.call_method(&value, "ToString", vec!["yyyy-MM-ddTHH:mm:ss.FFFFFFFK".into()])?;
            text.as_string().map(ToString::to_string).unwrap_or_default()
        }
        value => call.cx.to_text(value)?.to_string(),
    };
    with(call, |text| text.text(&content))
}

fn flush(call: &mut Call<'_>) -> Result<Value> {
    this(call).flush()?;
    Ok(Value::Void)
}

fn close(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    this.text.lock().end_document()?;
    this.flush()?;
    let closes = this.text.lock().settings.close_output;
    if let Target::Object(target, _) = &this.target
        && closes
        && (stream_of(target).is_some() || target.cell().is_some_and(|obj| obj.get::<Writer>().is_some()))
    {
        call.cx.call_method(target, "Close", Vec::new())?;
    }
    Ok(Value::Void)
}

fn formatting(call: &mut Call<'_>) -> Result<Value> {
    let indent = this(call).text.lock().settings.indent;
    Ok(Value::enumeration(&named("System.Xml.Formatting"), indent.into()))
}

fn set_formatting(call: &mut Call<'_>) -> Result<Value> {
    let indent = call.number(0) == 1;
    with(call, |text| text.settings.indent = indent)
}

fn indentation(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).text.lock().settings.indent_chars.chars().count() as i32).into())
}

fn set_indentation(call: &mut Call<'_>) -> Result<Value> {
    let count = usize::try_from(call.int(0))
        .map_err(|_| fault::argument("Indentation value must be greater than 0.", ""))?;
    with(call, |text| {
        let each = text.settings.indent_chars.chars().next().unwrap_or(' ');
        text.settings.indent_chars = std::iter::repeat_n(each, count).collect();
    })
}

fn indent_char(call: &mut Call<'_>) -> Result<Value> {
    let each = this(call).text.lock().settings.indent_chars.chars().next().unwrap_or(' ');
    Ok(Value::Char(each as u16))
}

fn set_indent_char(call: &mut Call<'_>) -> Result<Value> {
    let each = char::from_u32(call.char(0).into()).unwrap_or(' ');
    with(call, |text| {
        let count = text.settings.indent_chars.chars().count();
        text.settings.indent_chars = std::iter::repeat_n(each, count).collect();
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::{Context, Value};

    #[test]
    fn elements_stand_on_lines_of_their_own_if_they_are_to() {
        let mut rt = Runtime::new();
        let settings = rt.make("System.Xml.XmlWriterSettings", &[]).unwrap();
        rt.set_property(&settings, "Indent", Value::Bool(true)).unwrap();
        let text = rt.make("System.IO.StringWriter", &[]).unwrap();
        let writer = rt.call_static("System.Xml.XmlWriter", "Create", &[text.clone(), settings]).unwrap();
        rt.call(&writer, "WriteStartElement", &["a".into()]).unwrap();
        rt.call(&writer, "WriteAttributeString", &["b".into(), "<".into()]).unwrap();
        rt.call(&writer, "WriteElementString", &["c".into(), "x".into()]).unwrap();
        rt.call(&writer, "WriteElementString", &["d".into(), "".into()]).unwrap();
        rt.call(&writer, "Close", &[]).unwrap();
        let expected =
            "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n<a b=\"&lt;\">\n  <c>x</c>\n  <d />\n</a>";
        assert_eq!(rt.text(&text), expected);
    }
}
