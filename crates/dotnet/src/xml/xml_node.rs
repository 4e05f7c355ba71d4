//! `System.Xml.XmlNode`, and the payload of all nodes.

use super::reading;
use super::writing;
use super::x_path::x_path_navigator::navigator;
use super::xml_attribute_collection;
use super::xml_namespace_manager::namespace_of;
use super::xml_node_list;
use super::xml_writer::XmlWriter;
use super::xpath;
use crate::collections::enumerator;
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, method, named, property, property_rw};
use pwsh_value::{Error, Obj, Payload, Result, Value};

/// `System.Xml.XmlNode`.
pub static XML_NODE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.ICloneable", "System.Collections.IEnumerable"],
    members: &[
        property("string Name {get;}", name),
        property_rw("string Value {get;set;}", value, set_value),
        property("System.Xml.XmlNodeType NodeType {get;}", node_type),
        property("System.Xml.XmlNode ParentNode {get;}", parent_node),
        property("System.Xml.XmlNodeList ChildNodes {get;}", child_nodes),
        property("System.Xml.XmlNode PreviousSibling {get;}", previous_sibling),
        property("System.Xml.XmlNode NextSibling {get;}", next_sibling),
        property("System.Xml.XmlAttributeCollection Attributes {get;}", attributes),
        property("xml OwnerDocument {get;}", owner_document),
        property("System.Xml.XmlNode FirstChild {get;}", first_child),
        property("System.Xml.XmlNode LastChild {get;}", last_child),
        property("bool HasChildNodes {get;}", has_child_nodes),
        property("string NamespaceURI {get;}", namespace_uri),
        property("string Prefix {get;}", prefix),
        property("string LocalName {get;}", local_name),
        property("bool IsReadOnly {get;}", is_read_only),
        property_rw("string InnerText {get;set;}", inner_text, set_inner_text),
        property("string OuterXml {get;}", outer_xml),
        property_rw("string InnerXml {get;set;}", inner_xml, set_inner_xml),
        property("System.Xml.XmlElement Item(string name) {get;}", item),
        method("System.Xml.XmlNode SelectSingleNode(string xpath)", select_single_node),
        method("System.Xml.XmlNodeList SelectNodes(string xpath)", select_nodes),
        method(
            "System.Xml.XmlNode SelectSingleNode(string xpath, System.Xml.XmlNamespaceManager nsmgr)",
            select_single_node,
        ),
        method(
            "System.Xml.XmlNodeList SelectNodes(string xpath, System.Xml.XmlNamespaceManager nsmgr)",
            select_nodes,
        ),
        method("System.Xml.XPath.XPathNavigator CreateNavigator()", create_navigator),
        method("string GetNamespaceOfPrefix(string prefix)", get_namespace_of_prefix),
        method("void Normalize()", normalize),
        method("void WriteTo(System.Xml.XmlWriter w)", write_to),
        method("void WriteContentTo(System.Xml.XmlWriter w)", write_content_to),
        method(
            "System.Xml.XmlNode InsertBefore(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)",
            insert_before,
        ),
        method(
            "System.Xml.XmlNode InsertAfter(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)",
            insert_after,
        ),
        method(
            "System.Xml.XmlNode ReplaceChild(System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild)",
            replace_child,
        ),
        method("System.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)", remove_child),
        method("System.Xml.XmlNode PrependChild(System.Xml.XmlNode newChild)", prepend_child),
        method("System.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)", append_child),
        method("System.Xml.XmlNode CloneNode(bool deep)", clone_node),
        method("System.Xml.XmlNode Clone()", clone),
        method("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
        method("void RemoveAll()", remove_all),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Xml.XmlNode")
};

const HOOKS: Hooks = Hooks {
    enumerate: Some(|_, value| Ok(of(value).map(|node| node.children()).unwrap_or_default())),
    adapted: Some(super::adapter::properties),
    set_adapted: Some(super::adapter::set),
    ..Hooks::NONE
};

/// The kind of a node, by `XmlNodeType`'s numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are the documentation, as in .NET")]
pub enum NodeKind {
    Element = 1,
    Attribute = 2,
    Text = 3,
    CData = 4,
    ProcessingInstruction = 7,
    Comment = 8,
    Document = 9,
    Whitespace = 13,
    Declaration = 17,
}

impl NodeKind {
    fn type_name(self) -> &'static str {
        match self {
            NodeKind::Element => "System.Xml.XmlElement",
            NodeKind::Attribute => "System.Xml.XmlAttribute",
            NodeKind::Text => "System.Xml.XmlText",
            NodeKind::CData => "System.Xml.XmlCDataSection",
            NodeKind::ProcessingInstruction => "System.Xml.XmlProcessingInstruction",
            NodeKind::Comment => "System.Xml.XmlComment",
            NodeKind::Document => "System.Xml.XmlDocument",
            NodeKind::Whitespace => "System.Xml.XmlWhitespace",
            NodeKind::Declaration => "System.Xml.XmlDeclaration",
        }
    }
}

/// The payload of every node.
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// The qualified name; `#text` and the like for what has none of its own.
    pub name: String,
    /// The namespace, empty for none.
    pub namespace: String,
    parts: Mutex<Parts>,
}

#[derive(Default)]
struct Parts {
    value: String,
    parent: Value,
    document: Value,
    children: Vec<Value>,
    attributes: Vec<Value>,
    /// Whether an element without content is written with an end tag.
    open: bool,
}

impl Payload for Node {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        let parts = self.parts.lock();
        visit(&parts.parent);
        visit(&parts.document);
        parts.children.iter().for_each(&mut *visit);
        parts.attributes.iter().for_each(visit);
    }

    fn release(&self, out: &mut Vec<Value>) {
        let parts = std::mem::take(&mut *self.parts.lock());
        out.extend([parts.parent, parts.document]);
        out.extend(parts.children);
        out.extend(parts.attributes);
    }
}

/// A new node without parent.
pub fn node(kind: NodeKind, name: &str, namespace: &str, value: &str) -> Value {
    let parts = Mutex::new(Parts { value: value.to_owned(), ..Parts::default() });
    let payload = Node { kind, name: name.to_owned(), namespace: namespace.to_owned(), parts };
    Obj::new(named(kind.type_name()), payload).into()
}

/// The node in a value.
pub fn of(value: &Value) -> Option<&Node> {
    value.cell().and_then(|obj| obj.get::<Node>()).map(|node| node.payload())
}

impl Node {
    /// The text of what holds text itself.
    pub fn value(&self) -> String {
        self.parts.lock().value.clone()
    }

    /// Replaces the text.
    pub fn set_value(&self, value: &str) {
        self.parts.lock().value = value.to_owned();
    }

    /// The children, in order.
    pub fn children(&self) -> Vec<Value> {
        self.parts.lock().children.clone()
    }

    /// The attributes, in order.
    pub fn attributes(&self) -> Vec<Value> {
        self.parts.lock().attributes.clone()
    }

    /// The node above, null for none.
    pub fn parent(&self) -> Value {
        self.parts.lock().parent.clone()
    }

    /// The document that it was made for.
    pub fn document(&self) -> Value {
        self.parts.lock().document.clone()
    }

    /// The attribute of a qualified name.
    pub fn attribute(&self, name: &str) -> Option<Value> {
        self.parts.lock().attributes.iter().find(|a| of(a).is_some_and(|a| a.name == name)).cloned()
    }

    /// The name without prefix.
    pub fn local_name(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or_default()
    }

    /// Whether an element without content is written with an end tag.
    pub fn is_open(&self) -> bool {
        self.parts.lock().open
    }

    /// Says whether an element without content is written with an end tag.
    pub fn set_open(&self, open: bool) {
        self.parts.lock().open = open;
    }

    /// All text below, or its own.
    pub fn inner_text(&self) -> String {
        match self.kind {
            NodeKind::Element | NodeKind::Document => self
                .children()
                .iter()
                .filter_map(of)
                .filter(|child| {
                    matches!(
                        child.kind,
                        NodeKind::Element | NodeKind::Text | NodeKind::CData | NodeKind::Whitespace
                    )
                })
                .map(Node::inner_text)
                .collect(),
            _ => self.value(),
        }
    }
}

/// Says which node another belongs to.
fn store(node: &Value, put: impl FnOnce(&mut Parts), stored: &Value) {
    if let Some(handle) = node.cell().and_then(|obj| obj.get::<Node>()) {
        handle.storing(stored);
        put(&mut handle.payload().parts.lock());
    }
}

/// Says which document a node was made for.
pub fn set_document(node: &Value, document: &Value) {
    store(node, |parts| parts.document = document.clone(), document);
}

/// Puts a child at a place, out of where it was before.
pub fn insert_child(parent: &Value, at: usize, child: &Value) {
    detach(child);
    store(parent, |parts| parts.children.insert(at.min(parts.children.len()), child.clone()), child);
    store(child, |parts| parts.parent = parent.clone(), parent);
}

/// Puts a child at the end.
pub fn append(parent: &Value, child: &Value) {
    insert_child(parent, usize::MAX, child);
}

/// Takes a node out of its parent.
pub fn detach(child: &Value) {
    let Some(node) = of(child) else { return };
    let parent = std::mem::take(&mut node.parts.lock().parent);
    if let Some(parent) = of(&parent) {
        let mut parts = parent.parts.lock();
        parts.children.retain(|other| !other.same(child));
        parts.attributes.retain(|other| !other.same(child));
    }
}

/// Sets an attribute's node, in the place of one of the same name.
pub fn put_attribute(element: &Value, attribute: &Value) {
    let name = of(attribute).map(|attribute| attribute.name.clone()).unwrap_or_default();
    let same = |other: &Value| of(other).is_some_and(|other| other.name == name);
    store(
        element,
        |parts| match parts.attributes.iter_mut().find(|other| same(other)) {
            Some(slot) => *slot = attribute.clone(),
            None => parts.attributes.push(attribute.clone()),
        },
        attribute,
    );
    store(attribute, |parts| parts.parent = element.clone(), element);
}

/// Sets an attribute's text, adding it if need be.
pub fn set_attribute(element: &Value, name: &str, text: &str) {
    match of(element).and_then(|node| node.attribute(name)) {
        Some(attribute) => of(&attribute).expect("an attribute").set_value(text),
        None => put_attribute(element, &node(NodeKind::Attribute, name, "", text)),
    }
}

/// Replaces everything in a node by text.
pub fn replace_text(target: &Value, text: &str) {
    let Some(node_) = of(target) else { return };
    if !matches!(node_.kind, NodeKind::Element | NodeKind::Document) {
        node_.set_value(text);
        return;
    }
    node_.children().iter().for_each(detach);
    if !text.is_empty() {
        append(target, &node(NodeKind::Text, "#text", "", text));
    }
}

/// A copy of a node, with what is below it where that is asked for.
pub fn copy(original: &Value, deep: bool) -> Value {
    let Some(from) = of(original) else { return Value::Null };
    let made = node(from.kind, &from.name, &from.namespace, &from.value());
    for attribute in from.attributes() {
        put_attribute(&made, &copy(&attribute, true));
    }
    if deep {
        for child in from.children() {
            append(&made, &copy(&child, true));
        }
    }
    made
}

fn this<'a>(call: &Call<'a>) -> &'a Node {
    call.this::<Node>().payload()
}

/// `Name`.
fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).name.as_str().into())
}

fn local_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).local_name().into())
}

fn prefix(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).name.split_once(':').map_or("", |(prefix, _)| prefix).into())
}

fn namespace_uri(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).namespace.as_str().into())
}

fn node_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.Xml.XmlNodeType"), this(call).kind as i64))
}

fn value(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    Ok(if matches!(this.kind, NodeKind::Element | NodeKind::Document) {
        Value::Null
    } else {
        this.value().into()
    })
}

fn set_value(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    if matches!(this.kind, NodeKind::Element | NodeKind::Document) {
        return Err(fault::invalid_operation("Cannot set a value."));
    }
    this.set_value(&call.str(0).to_str());
    Ok(Value::Void)
}

fn parent_node(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    Ok(if this.kind == NodeKind::Attribute { Value::Null } else { this.parent() })
}

fn owner_document(call: &mut Call<'_>) -> Result<Value> {
    Ok(document_of(call.this))
}

/// The document of a node: where it hangs, or what it was made for.
pub fn document_of(value: &Value) -> Value {
    let mut at = value.clone();
    while let Some(node) = of(&at) {
        let parent = node.parent();
        if parent.is_null() {
            return match node.kind {
                NodeKind::Document if !at.same(value) => at,
                NodeKind::Document => Value::Null,
                _ => node.document(),
            };
        }
        at = parent;
    }
    Value::Null
}

fn child_nodes(call: &mut Call<'_>) -> Result<Value> {
    Ok(xml_node_list::list(this(call).children()))
}

fn attributes(call: &mut Call<'_>) -> Result<Value> {
    Ok(if this(call).kind == NodeKind::Element {
        xml_attribute_collection::collection(call.this)
    } else {
        Value::Null
    })
}

fn sibling(call: &Call<'_>, step: isize) -> Value {
    let parent = this(call).parent();
    let Some(parent) = of(&parent) else { return Value::Null };
    let children = parent.children();
    let at = children.iter().position(|child| child.same(call.this));
    at.and_then(|at| at.checked_add_signed(step)).and_then(|at| children.get(at).cloned()).unwrap_or_default()
}

fn previous_sibling(call: &mut Call<'_>) -> Result<Value> {
    Ok(sibling(call, -1))
}

fn next_sibling(call: &mut Call<'_>) -> Result<Value> {
    Ok(sibling(call, 1))
}

fn first_child(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).children().into_iter().next().unwrap_or_default())
}

fn last_child(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).children().pop().unwrap_or_default())
}

fn has_child_nodes(call: &mut Call<'_>) -> Result<Value> {
    Ok((!this(call).children().is_empty()).into())
}

fn is_read_only(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

fn inner_text(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).inner_text().into())
}

fn set_inner_text(call: &mut Call<'_>) -> Result<Value> {
    replace_text(call.this, &call.str(0).to_str());
    Ok(Value::Void)
}

fn outer_xml(call: &mut Call<'_>) -> Result<Value> {
    Ok(writing::outer(call.this).into())
}

fn inner_xml(call: &mut Call<'_>) -> Result<Value> {
    Ok(writing::inner(call.this).into())
}

fn set_inner_xml(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0).to_string();
    let wrapped = reading::document(&format!("<x>{text}</x>"), true)?;
    this(call).children().iter().for_each(detach);
    let root = of(&wrapped).and_then(|document| document.children().into_iter().next()).unwrap_or_default();
    for child in of(&root).map(Node::children).unwrap_or_default() {
        append(call.this, &child);
    }
    Ok(Value::Void)
}

/// The first child element of a name.
fn item(call: &mut Call<'_>) -> Result<Value> {
    let name = call.str(0).to_string();
    let found = this(call)
        .children()
        .into_iter()
        .find(|child| of(child).is_some_and(|c| c.kind == NodeKind::Element && c.name == name));
    Ok(found.unwrap_or_default())
}

/// The nodes of a path, whose prefixes a namespace manager knows.
fn selected(call: &Call<'_>) -> Result<Vec<Value>> {
    let manager = call.args.get(1).unwrap_or(&Value::Null);
    xpath::select(call.this, &call.str(0).to_str(), &|prefix| namespace_of(manager, prefix))
}

fn select_nodes(call: &mut Call<'_>) -> Result<Value> {
    Ok(xml_node_list::list(selected(call)?))
}

fn select_single_node(call: &mut Call<'_>) -> Result<Value> {
    Ok(selected(call)?.into_iter().next().unwrap_or_default())
}

fn create_navigator(call: &mut Call<'_>) -> Result<Value> {
    Ok(navigator(call.this))
}

/// The namespace that a prefix has here, by the declarations of this node and those above.
fn get_namespace_of_prefix(call: &mut Call<'_>) -> Result<Value> {
    let prefix = call.str(0).to_string();
    let declaration = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
    let mut at = call.this.clone();
    while let Some(node) = of(&at) {
        if let Some(found) = node.attribute(&declaration).as_ref().and_then(of) {
            return Ok(found.value().into());
        }
        at = node.parent();
    }
    Ok("".into())
}

/// Texts that stand next to each other become one.
fn normalize(call: &mut Call<'_>) -> Result<Value> {
    let mut waiting = vec![call.this.clone()];
    while let Some(next) = waiting.pop() {
        let Some(node) = of(&next) else { continue };
        let mut before: Option<Value> = None;
        for child in node.children() {
            let is_text = of(&child).is_some_and(|child| child.kind == NodeKind::Text);
            match before.as_ref().filter(|_| is_text).and_then(of) {
                Some(text) => {
                    text.set_value(&format!(
                        "{}{}",
                        text.value(),
                        of(&child).map(Node::value).unwrap_or_default()
                    ));
                    detach(&child);
                }
                None => before = is_text.then(|| child.clone()),
            }
        }
        waiting.extend(node.children());
    }
    Ok(Value::Void)
}

/// The writer in the first argument.
fn writer<'a>(call: &Call<'a>) -> Result<&'a XmlWriter> {
    call.payload::<XmlWriter>(0).map(|writer| writer.payload()).ok_or_else(|| fault::null("w"))
}

fn write_to(call: &mut Call<'_>) -> Result<Value> {
    writer(call)?.node(call.this)?;
    Ok(Value::Void)
}

fn write_content_to(call: &mut Call<'_>) -> Result<Value> {
    let writer = writer(call)?;
    this(call).children().iter().try_for_each(|child| writer.node(child))?;
    Ok(Value::Void)
}

fn wrong_child() -> Error {
    fault::invalid_operation(
        "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type.",
    )
}

fn checked(call: &Call<'_>) -> Result<()> {
    match call.args.first().and_then(of) {
        Some(child) if !matches!(child.kind, NodeKind::Attribute | NodeKind::Document) => Ok(()),
        _ => Err(wrong_child()),
    }
}

fn append_child(call: &mut Call<'_>) -> Result<Value> {
    checked(call)?;
    append(call.this, &call.args[0]);
    Ok(call.args[0].clone())
}

fn prepend_child(call: &mut Call<'_>) -> Result<Value> {
    checked(call)?;
    insert_child(call.this, 0, &call.args[0]);
    Ok(call.args[0].clone())
}

/// The place of a child that must be one.
fn place(call: &Call<'_>, child: &Value) -> Result<usize> {
    let at = this(call).children().iter().position(|other| other.same(child));
    at.ok_or_else(|| Error::argument("The reference node is not a child of this node.", ""))
}

fn insert_before(call: &mut Call<'_>) -> Result<Value> {
    checked(call)?;
    if call.arg(1).is_null() {
        return append_child(call);
    }
    detach(&call.args[0]);
    let at = place(call, &call.args[1])?;
    insert_child(call.this, at, &call.args[0]);
    Ok(call.args[0].clone())
}

fn insert_after(call: &mut Call<'_>) -> Result<Value> {
    checked(call)?;
    if call.arg(1).is_null() {
        return prepend_child(call);
    }
    detach(&call.args[0]);
    let at = place(call, &call.args[1])? + 1;
    insert_child(call.this, at, &call.args[0]);
    Ok(call.args[0].clone())
}

fn replace_child(call: &mut Call<'_>) -> Result<Value> {
    checked(call)?;
    let at = place(call, &call.args[1])?;
    detach(&call.args[1]);
    insert_child(call.this, at, &call.args[0]);
    Ok(call.args[1].clone())
}

fn remove_child(call: &mut Call<'_>) -> Result<Value> {
    let message = "The node to be removed is not a child of this node.";
    place(call, &call.args[0]).map_err(|_| Error::argument(message, ""))?;
    detach(&call.args[0]);
    Ok(call.args[0].clone())
}

fn remove_all(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    this.children().iter().chain(&this.attributes()).for_each(detach);
    Ok(Value::Void)
}

fn clone_node(call: &mut Call<'_>) -> Result<Value> {
    let made = copy(call.this, call.bool(0));
    set_document(&made, &document_of(call.this));
    Ok(made)
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    Ok(copy(call.this, true))
}

fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    enumerator::get_enumerator(call)
}
