//! `System.Xml.XmlDocument`.

use super::xml_namespace_manager::name_table;
use super::xml_node::{Node, NodeKind, append, copy, detach, node, of, set_document};
use super::xml_writer::XmlWriter;
use super::{reading, writing, xml_element, xml_node_list};
use crate::fault;
use crate::io::failure;
use crate::io::path_text::full;
use crate::io::stream::stream_of;
use crate::io::text_file::{decoded, read_bytes, write_bytes};
use crate::io::text_reader::Reader;
use crate::io::text_writer::Writer;
use pwsh_value::payload::{Array, List};
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property, property_rw};
use pwsh_value::{Context, Error, Result, Value};

/// `System.Xml.XmlDocument`.
pub static XML_DOCUMENT: FacadeType = FacadeType {
    base: "System.Xml.XmlNode",
    members: &[
        constructor("new()", new),
        property("System.Xml.XmlElement DocumentElement {get;}", document_element),
        property_rw("bool PreserveWhitespace {get;set;}", preserve_whitespace, set_preserve_whitespace),
        method("System.Xml.XmlAttribute CreateAttribute(string name)", create_attribute),
        method("System.Xml.XmlCDataSection CreateCDataSection(string data)", create_c_data_section),
        method("System.Xml.XmlComment CreateComment(string data)", create_comment),
        method("System.Xml.XmlElement CreateElement(string name)", create_element),
        method(
            "System.Xml.XmlProcessingInstruction CreateProcessingInstruction(string target, string data)",
            create_processing_instruction,
        ),
        method(
            "System.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)",
            create_xml_declaration,
        ),
        method("System.Xml.XmlText CreateTextNode(string text)", create_text_node),
        method("System.Xml.XmlWhitespace CreateWhitespace(string text)", create_whitespace),
        method("System.Xml.XmlNodeList GetElementsByTagName(string name)", get_elements_by_tag_name),
        method(
            "System.Xml.XmlAttribute CreateAttribute(string qualifiedName, string namespaceURI)",
            create_attribute,
        ),
        method(
            "System.Xml.XmlElement CreateElement(string qualifiedName, string namespaceURI)",
            create_element,
        ),
        method("System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)", import_node),
        method("void Load(string filename)", load),
        method("void Load(System.IO.Stream inStream)", load),
        method("void Load(System.IO.TextReader txtReader)", load),
        method("void LoadXml(string xml)", load_xml),
        method("void Save(string filename)", save),
        method("void Save(System.IO.Stream outStream)", save),
        method("void Save(System.IO.TextWriter writer)", save),
        method("void Save(System.Xml.XmlWriter w)", save),
        property("System.Xml.XmlNameTable NameTable {get;}", name_table_of),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Xml.XmlDocument")
};

const HOOKS: Hooks = Hooks {
    convert_from: Some(|cx, _, value| match value.unwrapped() {
        Value::String(text) => reading::document(&text.to_str(), false).map(Some).map_err(of_conversion),
        Value::Object(obj) if obj.get::<Node>().is_some_and(|node| node.kind == NodeKind::Element) => {
            let document = node(NodeKind::Document, "#document", "", "");
            append(&document, &copy(value, true));
            Ok(Some(document))
        }
        Value::Object(obj) if obj.get::<Array>().is_some() || obj.get::<List>().is_some() => {
            of_lines(cx, value).map(Some)
        }
        _ => Ok(None),
    }),
    ..Hooks::NONE
};

/// The document whose lines the items of a collection are.
fn of_lines(cx: &mut dyn Context, lines: &Value) -> Result<Value> {
    let mut text = String::new();
    for line in cx.enumerate(lines)?.unwrap_or_default() {
        text.push_str(&cx.to_text(&line)?.to_str());
        text.push('\n');
    }
    reading::document(&text, false).map_err(of_conversion)
}

/// A conversion says of a text that ends too soon what it says of one that is no XML at all.
fn of_conversion(error: Error) -> Error {
    match error.message().to_str().starts_with("Unexpected end of file") {
        true => {
            Error::new("System.Xml.XmlException", "Data at the root level is invalid. Line 1, position 1.")
        }
        false => error,
    }
}

fn new(_: &mut Call<'_>) -> Result<Value> {
    Ok(node(NodeKind::Document, "#document", "", ""))
}

fn this<'a>(call: &Call<'a>) -> &'a Node {
    call.this::<Node>().payload()
}

fn document_element(call: &mut Call<'_>) -> Result<Value> {
    let root = this(call)
        .children()
        .into_iter()
        .find(|child| of(child).is_some_and(|c| c.kind == NodeKind::Element));
    Ok(root.unwrap_or_default())
}

/// Whether white space is kept; a document says so by its own value, which is empty otherwise.
fn preserve_whitespace(call: &mut Call<'_>) -> Result<Value> {
    Ok((!this(call).value().is_empty()).into())
}

fn set_preserve_whitespace(call: &mut Call<'_>) -> Result<Value> {
    this(call).set_value(if call.bool(0) { "preserve" } else { "" });
    Ok(Value::Void)
}

fn fill(call: &Call<'_>, text: &str) -> Result<Value> {
    let read = reading::document(text, !this(call).value().is_empty())?;
    this(call).children().iter().for_each(detach);
    for child in of(&read).map(Node::children).unwrap_or_default() {
        append(call.this, &child);
    }
    Ok(Value::Void)
}

fn load_xml(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("xml"));
    }
    fill(call, &call.str(0).to_str())
}

fn load(call: &mut Call<'_>) -> Result<Value> {
    let source = &call.args[0];
    let text = if let Some(stream) = stream_of(source) {
        decoded(&stream.read_to_end()?, Encoding::Utf8)
    } else if source.cell().is_some_and(|obj| obj.get::<Reader>().is_some()) {
        let text = call.cx.call_method(source, "ReadToEnd", Vec::new())?;
        text.as_string().map(ToString::to_string).unwrap_or_default()
    } else {
        let path = full(call.cx, call.arg(0).as_string())?;
        decoded(&read_bytes(&path)?, Encoding::Utf8)
    };
    fill(call, &text)
}

/// A table of names, for the namespace managers that ask for one.
fn name_table_of(_: &mut Call<'_>) -> Result<Value> {
    Ok(name_table())
}

fn save(call: &mut Call<'_>) -> Result<Value> {
    if let Some(writer) = call.payload::<XmlWriter>(0) {
        writer.node(call.this)?;
        writer.flush()?;
        return Ok(Value::Void);
    }
    let kept = !this(call).value().is_empty();
    let text = if kept { writing::outer(call.this) } else { writing::indented(call.this) };
    let target = &call.args[0];
    if let Some(stream) = stream_of(target) {
        stream.write(text.as_bytes())?;
    } else if let Some(writer) = target.cell().and_then(|obj| obj.get::<Writer>()) {
        writer.write(&text.into())?;
    } else {
        let path = full(call.cx, call.arg(0).as_string())?;
        if path.is_dir() {
            return Err(failure::of(&std::io::ErrorKind::IsADirectory.into(), &path));
        }
        write_bytes(&path, text.as_bytes())?;
    }
    Ok(Value::Void)
}

fn made(call: &Call<'_>, kind: NodeKind, name: &str, namespace: &str, value: &str) -> Result<Value> {
    let node = node(kind, name, namespace, value);
    set_document(&node, call.this);
    Ok(node)
}

/// `(name)`, `(qualifiedName, namespaceURI)` and `(prefix, localName, namespaceURI)`.
fn named(call: &Call<'_>, kind: NodeKind) -> Result<Value> {
    let text = |index: usize| call.str(index).to_string();
    let (name, namespace) = match call.args.len() {
        1 => (text(0), String::new()),
        2 => (text(0), text(1)),
        _ if text(0).is_empty() => (text(1), text(2)),
        _ => (format!("{}:{}", text(0), text(1)), text(2)),
    };
    if name.is_empty() {
        return Err(fault::argument(
            "The local name for elements or attributes cannot be null or an empty string.",
            "",
        ));
    }
    made(call, kind, &name, &namespace, "")
}

fn create_element(call: &mut Call<'_>) -> Result<Value> {
    named(call, NodeKind::Element)
}

fn create_attribute(call: &mut Call<'_>) -> Result<Value> {
    named(call, NodeKind::Attribute)
}

fn create_text_node(call: &mut Call<'_>) -> Result<Value> {
    made(call, NodeKind::Text, "#text", "", &call.str(0).to_str())
}

fn create_comment(call: &mut Call<'_>) -> Result<Value> {
    made(call, NodeKind::Comment, "#comment", "", &call.str(0).to_str())
}

fn create_c_data_section(call: &mut Call<'_>) -> Result<Value> {
    made(call, NodeKind::CData, "#cdata-section", "", &call.str(0).to_str())
}

fn create_whitespace(call: &mut Call<'_>) -> Result<Value> {
    made(call, NodeKind::Whitespace, "#whitespace", "", &call.str(0).to_str())
}

fn create_processing_instruction(call: &mut Call<'_>) -> Result<Value> {
    made(call, NodeKind::ProcessingInstruction, &call.str(0).to_str(), "", &call.str(1).to_str())
}

fn create_xml_declaration(call: &mut Call<'_>) -> Result<Value> {
    let mut text = format!("version=\"{}\"", call.str(0));
    for (index, name) in [(1, "encoding"), (2, "standalone")] {
        let value = call.str(index);
        if !value.is_empty() {
            text.push_str(&format!(" {name}=\"{value}\""));
        }
    }
    made(call, NodeKind::Declaration, "xml", "", &text)
}

fn import_node(call: &mut Call<'_>) -> Result<Value> {
    let made = copy(&call.args[0], call.bool(1));
    set_document(&made, call.this);
    Ok(made)
}

fn get_elements_by_tag_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(xml_node_list::list(xml_element::by_tag(call)))
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::{Context, Value};

    fn document(rt: &mut Runtime, text: &str) -> Value {
        let document = rt.make("System.Xml.XmlDocument", &[]).unwrap();
        rt.call(&document, "LoadXml", &[text.into()]).unwrap();
        document
    }

    #[test]
    fn reading_changing_writing() {
        let mut rt = Runtime::new();
        let document = document(&mut rt, "<?xml version=\"1.0\"?><r a='1'><b>x &lt; y</b><c/></r>");
        let root = rt.get(&document, "DocumentElement");
        let child = rt.call(&document, "CreateElement", &["d".into()]).unwrap();
        rt.set_property(&child, "InnerText", "t".into()).unwrap();
        rt.call(&root, "AppendChild", &[child]).unwrap();
        rt.call(&root, "SetAttribute", &["a".into(), "2".into()]).unwrap();
        let xml = rt.get(&document, "OuterXml");
        assert_eq!(rt.text(&xml), "<?xml version=\"1.0\"?><r a=\"2\"><b>x &lt; y</b><c /><d>t</d></r>");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let mut rt = Runtime::new();
        let document = rt.make("System.Xml.XmlDocument", &[]).unwrap();
        let error = Runtime::error(rt.call(&document, "LoadXml", &["<a><b></a>".into()]));
        assert_eq!(
            error,
            "System.Xml.XmlException: The 'b' start tag on line 1 position 5 does not match the end tag of 'a'. Line 1, position 9."
        );
    }

    #[test]
    fn paths_select_nodes() {
        let mut rt = Runtime::new();
        let document = document(&mut rt, "<r><a id='1'>x</a><a id='2'>y</a><s><a>z</a></s></r>");
        let mut count = |path: &str| {
            let found = rt.call(&document, "SelectNodes", &[path.into()]).unwrap();
            let count = rt.get(&found, "Count");
            rt.text(&count)
        };
        assert_eq!(count("//a"), "3");
        assert_eq!(count("/r/a[@id='2']"), "1");
        assert_eq!(count("/r/a[last()] | /r/s"), "2");
        assert_eq!(count("//a[text()='z']/.."), "1");
        let one = rt.call(&document, "SelectSingleNode", &["//a[2]/@id".into()]).unwrap();
        let value = rt.get(&one, "Value");
        assert_eq!(rt.text(&value), "2");
    }
}
