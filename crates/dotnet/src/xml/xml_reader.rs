//! `System.Xml.XmlReader`: a document node after node. It is read as a whole when the reader is made.

use super::reading;
use super::writing;
use super::xml_node::{Node, NodeKind, of};
use crate::fault;
use crate::io::path_text::full;
use crate::io::stream::stream_of;
use crate::io::text_file::{decoded, read_bytes};
use crate::io::text_reader::Reader as TextReader;
use parking_lot::Mutex;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::{Call, FacadeType, Kind, constructor, method, named, property, property_rw};
use pwsh_value::{Error, Obj, Payload, Result, Value};

/// `System.Xml.XmlReader`.
pub static XML_READER: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.IDisposable"],
    members: &[
        property("System.Xml.XmlNodeType NodeType {get;}", node_type),
        property("string Name {get;}", name),
        property("string LocalName {get;}", local_name),
        property("string NamespaceURI {get;}", namespace_uri),
        property("string Prefix {get;}", prefix),
        property("bool HasValue {get;}", has_value),
        property("string Value {get;}", value),
        property("int Depth {get;}", depth),
        property("bool IsEmptyElement {get;}", is_empty_element),
        property("int AttributeCount {get;}", attribute_count),
        property("string Item(int i) {get;}", get_attribute),
        property("string Item(string name) {get;}", get_attribute),
        property("bool EOF {get;}", eof),
        property("bool HasAttributes {get;}", has_attributes),
        method("string GetAttribute(string name)", get_attribute),
        method("string GetAttribute(int i)", get_attribute),
        method("bool MoveToAttribute(string name)", move_to_attribute),
        method("void MoveToAttribute(int i)", move_to_attribute),
        method("bool MoveToFirstAttribute()", move_to_first_attribute),
        method("bool MoveToNextAttribute()", move_to_next_attribute),
        method("bool MoveToElement()", move_to_element),
        method("System.Xml.XmlNodeType MoveToContent()", move_to_content),
        method("bool Read()", read),
        method("void Skip()", skip),
        method("string ReadInnerXml()", read_inner_xml),
        method("string ReadOuterXml()", read_outer_xml),
        method("string ReadElementContentAsString()", read_element_content),
        method("int ReadElementContentAsInt()", |call| read_element_number(call, "System.Int32")),
        method("long ReadElementContentAsLong()", |call| read_element_number(call, "System.Int64")),
        method("double ReadElementContentAsDouble()", |call| read_element_number(call, "System.Double")),
        method("string ReadString()", read_string),
        method("void ReadStartElement()", read_start_element),
        method("void ReadStartElement(string name)", read_start_element),
        method("void ReadEndElement()", read_end_element),
        method("bool IsStartElement()", is_start_element),
        method("bool IsStartElement(string name)", is_start_element),
        method("bool ReadToFollowing(string name)", read_to_following),
        method("bool ReadToDescendant(string name)", read_to_descendant),
        method("bool ReadToNextSibling(string name)", read_to_next_sibling),
        method("void Close()", close),
        method("void Dispose()", close),
        method("static System.Xml.XmlReader Create(string inputUri)", create),
        method(
            "static System.Xml.XmlReader Create(string inputUri, System.Xml.XmlReaderSettings settings)",
            create,
        ),
        method("static System.Xml.XmlReader Create(System.IO.Stream input)", create),
        method(
            "static System.Xml.XmlReader Create(System.IO.Stream input, System.Xml.XmlReaderSettings settings)",
            create,
        ),
        method("static System.Xml.XmlReader Create(System.IO.TextReader input)", create),
        method(
            "static System.Xml.XmlReader Create(System.IO.TextReader input, System.Xml.XmlReaderSettings settings)",
            create,
        ),
    ],
    ..FacadeType::class("System.Xml.XmlReader")
};

/// `System.Xml.XmlTextReaderImpl`: what `Create` gives.
pub static XML_TEXT_READER_IMPL: FacadeType =
    FacadeType { base: "System.Xml.XmlReader", ..FacadeType::class("System.Xml.XmlTextReaderImpl") };

/// `System.Xml.XmlTextReader`.
pub static XML_TEXT_READER: FacadeType = FacadeType {
    base: "System.Xml.XmlReader",
    members: &[
        constructor("new(string url)", new),
        constructor("new(System.IO.Stream input)", new),
        constructor("new(System.IO.TextReader input)", new),
    ],
    ..FacadeType::class("System.Xml.XmlTextReader")
};

/// `System.Xml.XmlNodeReader`.
pub static XML_NODE_READER: FacadeType = FacadeType {
    base: "System.Xml.XmlReader",
    members: &[constructor("new(System.Xml.XmlNode node)", new_of_node)],
    ..FacadeType::class("System.Xml.XmlNodeReader")
};

/// `System.Xml.XmlReaderSettings`.
pub static XML_READER_SETTINGS: FacadeType = FacadeType {
    members: &[
        constructor("new()", new_settings),
        property_rw("bool IgnoreWhitespace {get;set;}", ignore_whitespace, set_ignore_whitespace),
    ],
    ..FacadeType::class("System.Xml.XmlReaderSettings")
};

/// The payload of settings: whether white space between elements is left out.
struct Settings(Mutex<bool>);

impl Payload for Settings {}

/// A place that `Read` stops at.
#[derive(Clone)]
struct Stop {
    node: Value,
    depth: usize,
    /// Whether it is the node's end tag.
    end: bool,
}

/// The payload.
struct Reader {
    stops: Vec<Stop>,
    state: Mutex<State>,
}

#[derive(Clone, Copy, Default)]
struct State {
    /// How many stops were reached.
    reached: usize,
    /// The attribute that the reader stands on.
    attribute: Option<usize>,
}

impl Payload for Reader {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.stops.iter().for_each(|stop| visit(&stop.node));
    }
}

/// The stops of a node and what is in it.
fn stops(node: &Value, depth: usize, out: &mut Vec<Stop>) {
    let Some(found) = of(node) else { return };
    if found.kind == NodeKind::Document {
        found.children().iter().for_each(|child| stops(child, depth, out));
        return;
    }
    out.push(Stop { node: node.clone(), depth, end: false });
    if found.kind == NodeKind::Element && !is_empty(found) {
        found.children().iter().for_each(|child| stops(child, depth + 1, out));
        out.push(Stop { node: node.clone(), depth, end: true });
    }
}

fn is_empty(node: &Node) -> bool {
    node.children().is_empty() && !node.is_open()
}

fn reader(ty: pwsh_value::Type, root: &Value) -> Value {
    let mut all = Vec::new();
    stops(root, 0, &mut all);
    Obj::new(ty, Reader { stops: all, state: Mutex::default() }).into()
}

fn document(call: &mut Call<'_>) -> Result<Value> {
    let source = call.args[0].clone();
    let text = if let Some(stream) = stream_of(&source) {
        decoded(&stream.read_to_end()?, Encoding::Utf8)
    } else if source.cell().is_some_and(|obj| obj.get::<TextReader>().is_some()) {
        let text = call.cx.call_method(&source, "ReadToEnd", Vec::new())?;
        text.as_string().map(ToString::to_string).unwrap_or_default()
    } else {
        decoded(&read_bytes(&full(call.cx, source.as_string())?)?, Encoding::Utf8)
    };
    let settings =
        call.args.get(1).and_then(|settings| settings.cell()).and_then(|obj| obj.get::<Settings>());
    let keep_space = !settings.is_some_and(|settings| *settings.0.lock());
    reading::document(&text, keep_space)
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(reader(call.ty.clone(), &document(call)?))
}

fn create(call: &mut Call<'_>) -> Result<Value> {
    Ok(reader(named("System.Xml.XmlTextReaderImpl"), &document(call)?))
}

fn new_of_node(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("node"));
    }
    Ok(reader(call.ty.clone(), &call.args[0]))
}

fn new_settings(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Settings(Mutex::new(false))).into())
}

fn ignore_whitespace(call: &mut Call<'_>) -> Result<Value> {
    let ignore = *call.this::<Settings>().0.lock();
    Ok(ignore.into())
}

fn set_ignore_whitespace(call: &mut Call<'_>) -> Result<Value> {
    *call.this::<Settings>().0.lock() = call.bool(0);
    Ok(Value::Void)
}

fn this<'a>(call: &Call<'a>) -> &'a Reader {
    call.this::<Reader>().payload()
}

impl Reader {
    /// Where the reader stands; `None` before the first and behind the last node.
    fn stop(&self) -> Option<&Stop> {
        let reached = self.state.lock().reached;
        reached.checked_sub(1).and_then(|at| self.stops.get(at))
    }

    fn advance(&self) -> bool {
        let mut state = self.state.lock();
        state.attribute = None;
        state.reached = (state.reached + 1).min(self.stops.len() + 1);
        state.reached <= self.stops.len()
    }

    /// The node that the reader stands on: an attribute or the node itself.
    fn node(&self) -> Option<Value> {
        let stop = self.stop()?;
        match self.state.lock().attribute {
            Some(at) => of(&stop.node)?.attributes().get(at).cloned(),
            None => Some(stop.node.clone()),
        }
    }

    fn is_element(&self, wanted: Option<&str>) -> bool {
        self.stop().is_some_and(|stop| {
            let node = of(&stop.node);
            !stop.end
                && node.is_some_and(|n| n.kind == NodeKind::Element && wanted.is_none_or(|w| n.name == w))
        })
    }

    /// Goes to the next stop behind the node and what is in it.
    fn pass(&self) -> bool {
        let Some(from) = self.stop().cloned() else { return self.advance() };
        if from.end || !of(&from.node).is_some_and(|node| node.kind == NodeKind::Element && !is_empty(node)) {
            return self.advance();
        }
        while self.advance() {
            if self.stop().is_some_and(|stop| stop.end && stop.node.same(&from.node)) {
                return self.advance();
            }
        }
        false
    }

    fn attributes(&self) -> Vec<Value> {
        let stop = self.stop().filter(|stop| !stop.end);
        stop.and_then(|stop| of(&stop.node)).map(Node::attributes).unwrap_or_default()
    }
}

fn with_node<R: Default>(call: &Call<'_>, read: impl FnOnce(&Node) -> R) -> R {
    this(call).node().as_ref().and_then(of).map(read).unwrap_or_default()
}

fn node_type(call: &mut Call<'_>) -> Result<Value> {
    let end = this(call).stop().is_some_and(|stop| stop.end);
    let number = if end { 15 } else { with_node(call, |node| node.kind as i64) };
    Ok(Value::enumeration(&named("System.Xml.XmlNodeType"), number))
}

/// Nodes without a name of their own have none here.
fn own_name(name: &str) -> String {
    if name.starts_with('#') { String::new() } else { name.to_owned() }
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(with_node(call, |node| own_name(&node.name)).into())
}

fn local_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(with_node(call, |node| own_name(node.local_name())).into())
}

fn prefix(call: &mut Call<'_>) -> Result<Value> {
    Ok(with_node(call, |node| node.name.split_once(':').map_or("", |(prefix, _)| prefix).to_owned()).into())
}

fn namespace_uri(call: &mut Call<'_>) -> Result<Value> {
    Ok(with_node(call, |node| node.namespace.clone()).into())
}

fn has_value(call: &mut Call<'_>) -> Result<Value> {
    Ok((with_node(call, |node| node.kind != NodeKind::Element) && !this(call).stop().is_some_and(|s| s.end))
        .into())
}

fn value(call: &mut Call<'_>) -> Result<Value> {
    Ok(with_node(call, |node| if node.kind == NodeKind::Element { String::new() } else { node.value() })
        .into())
}

fn depth(call: &mut Call<'_>) -> Result<Value> {
    let on_attribute = this(call).state.lock().attribute.is_some();
    Ok((this(call).stop().map_or(0, |stop| stop.depth) as i32 + i32::from(on_attribute)).into())
}

fn is_empty_element(call: &mut Call<'_>) -> Result<Value> {
    Ok(with_node(call, |node| node.kind == NodeKind::Element && is_empty(node)).into())
}

fn attribute_count(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).attributes().len() as i32).into())
}

fn has_attributes(call: &mut Call<'_>) -> Result<Value> {
    Ok((!this(call).attributes().is_empty()).into())
}

/// The place of the attribute that the first argument names or numbers.
fn attribute_place(call: &Call<'_>) -> Result<Option<usize>> {
    let all = this(call).attributes();
    if let Value::Int32(at) = call.arg(0) {
        let at = usize::try_from(*at).ok().filter(|at| *at < all.len());
        return at.map(Some).ok_or_else(fault::index);
    }
    let name = call.str(0).to_string();
    Ok(all.iter().position(|attribute| of(attribute).is_some_and(|a| a.name == name)))
}

fn get_attribute(call: &mut Call<'_>) -> Result<Value> {
    let all = this(call).attributes();
    let found = attribute_place(call)?.and_then(|at| all.get(at)).and_then(of);
    Ok(found.map(Node::value).into())
}

fn move_to(call: &Call<'_>, place: Option<usize>) -> Result<Value> {
    if place.is_some() {
        this(call).state.lock().attribute = place;
    }
    Ok(place.is_some().into())
}

fn move_to_attribute(call: &mut Call<'_>) -> Result<Value> {
    let place = attribute_place(call)?;
    move_to(call, place)
}

fn move_to_first_attribute(call: &mut Call<'_>) -> Result<Value> {
    let any = !this(call).attributes().is_empty();
    move_to(call, any.then_some(0))
}

fn move_to_next_attribute(call: &mut Call<'_>) -> Result<Value> {
    let next = this(call).state.lock().attribute.map_or(0, |at| at + 1);
    let there = next < this(call).attributes().len();
    move_to(call, there.then_some(next))
}

fn move_to_element(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).state.lock().attribute.take().is_some().into())
}

fn move_to_content(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    this.state.lock().attribute = None;
    let is_content = || {
        let kind = this.stop().and_then(|stop| of(&stop.node)).map(|node| node.kind);
        matches!(kind, Some(NodeKind::Element | NodeKind::Text | NodeKind::CData))
    };
    while !is_content() && this.advance() {}
    node_type(call)
}

fn read(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).advance().into())
}

fn eof(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    Ok((this.state.lock().reached > this.stops.len()).into())
}

fn skip(call: &mut Call<'_>) -> Result<Value> {
    this(call).pass();
    Ok(Value::Void)
}

/// Takes something from the node and goes behind it.
fn taken(call: &Call<'_>, take: impl FnOnce(&Value) -> String) -> Result<Value> {
    let this = this(call);
    let text = this.stop().filter(|stop| !stop.end).map(|stop| take(&stop.node)).unwrap_or_default();
    this.pass();
    Ok(text.into())
}

fn read_inner_xml(call: &mut Call<'_>) -> Result<Value> {
    taken(call, writing::inner)
}

fn read_outer_xml(call: &mut Call<'_>) -> Result<Value> {
    taken(call, writing::outer)
}

fn text_of(node: &Value) -> String {
    of(node).map(Node::inner_text).unwrap_or_default()
}

fn read_element_content(call: &mut Call<'_>) -> Result<Value> {
    if !this(call).is_element(None) {
        return Err(fault::invalid_operation(
            "The ReadElementContentAsString method is not supported on node type None.",
        ));
    }
    taken(call, text_of)
}

fn read_element_number(call: &mut Call<'_>, ty: &str) -> Result<Value> {
    let text = read_element_content(call)?;
    call.cx.convert(&text, &named(ty))
}

/// The text up to the next tag; an element is entered for it and left at its end tag.
fn read_string(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    if this.is_element(None) && !this.advance() {
        return Ok("".into());
    }
    let mut text = String::new();
    while let Some(stop) = this.stop().filter(|stop| !stop.end) {
        let Some(node) = of(&stop.node) else { break };
        if !matches!(node.kind, NodeKind::Text | NodeKind::CData | NodeKind::Whitespace) {
            break;
        }
        text.push_str(&node.value());
        this.advance();
    }
    Ok(text.into())
}

fn wrong_element(call: &Call<'_>, wanted: &str) -> Error {
    let found = with_node(call, |node| node.name.clone());
    Error::new(
        "System.Xml.XmlException",
        format!("Element '{wanted}' was not found. '{found}' was found instead."),
    )
}

fn read_start_element(call: &mut Call<'_>) -> Result<Value> {
    move_to_content(call)?;
    let wanted = call.args.first().and_then(Value::as_string).map(ToString::to_string);
    if !this(call).is_element(wanted.as_deref()) {
        return Err(wrong_element(call, wanted.as_deref().unwrap_or_default()));
    }
    this(call).advance();
    Ok(Value::Void)
}

fn read_end_element(call: &mut Call<'_>) -> Result<Value> {
    move_to_content(call)?;
    if !this(call).stop().is_some_and(|stop| stop.end) {
        return Err(Error::new("System.Xml.XmlException", "'Element' is an invalid XmlNodeType."));
    }
    this(call).advance();
    Ok(Value::Void)
}

fn is_start_element(call: &mut Call<'_>) -> Result<Value> {
    move_to_content(call)?;
    let wanted = call.args.first().and_then(Value::as_string).map(ToString::to_string);
    Ok(this(call).is_element(wanted.as_deref()).into())
}

fn read_to_following(call: &mut Call<'_>) -> Result<Value> {
    let (this, wanted) = (this(call), call.str(0).to_string());
    while this.advance() {
        if this.is_element(Some(&wanted)) {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

fn read_to_descendant(call: &mut Call<'_>) -> Result<Value> {
    let (this, wanted) = (this(call), call.str(0).to_string());
    let above = this.stop().map(|stop| stop.node.clone());
    while this.advance() {
        if this.is_element(Some(&wanted)) {
            return Ok(true.into());
        }
        if this
            .stop()
            .is_some_and(|stop| stop.end && above.as_ref().is_some_and(|above| above.same(&stop.node)))
        {
            break;
        }
    }
    Ok(false.into())
}

fn read_to_next_sibling(call: &mut Call<'_>) -> Result<Value> {
    let (this, wanted) = (this(call), call.str(0).to_string());
    let depth = this.stop().map(|stop| stop.depth);
    while this.pass() {
        if this.stop().map(|stop| stop.depth) < depth {
            break;
        }
        if this.is_element(Some(&wanted)) {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

fn close(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    this.state.lock().reached = this.stops.len() + 1;
    Ok(Value::Void)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn a_document_is_read_node_after_node() {
        let mut rt = Runtime::new();
        let text = rt.make("System.IO.StringReader", &["<a b=\"1\"><c>t</c><d/></a>".into()]).unwrap();
        let reader = rt.call_static("System.Xml.XmlReader", "Create", &[text]).unwrap();
        let mut seen = Vec::new();
        while rt.call_text(&reader, "Read", &[]) == "True" {
            let (kind, name) = (rt.get(&reader, "NodeType"), rt.get(&reader, "Name"));
            seen.push(format!("{} {}", rt.text(&kind), rt.text(&name)));
        }
        let expected = ["Element a", "Element c", "Text ", "EndElement c", "Element d", "EndElement a"];
        assert_eq!(seen, expected);
    }
}
