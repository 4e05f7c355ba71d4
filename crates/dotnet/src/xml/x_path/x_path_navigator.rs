//! `System.Xml.XPath.XPathNavigator`: a node from which paths and expressions are evaluated.

use crate::collections::enumerator;
use crate::xml::writing;
use crate::xml::xml_namespace_manager::namespace_of;
use crate::xml::xml_node::of as node_of;
use crate::xml::xpath::{self, Found};
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, method, named, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.Xml.XPath.XPathNavigator`.
pub static X_PATH_NAVIGATOR: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    members: &[
        property("string Value {get;}", value),
        property("string Name {get;}", name),
        property("string LocalName {get;}", local_name),
        property("string NamespaceURI {get;}", namespace_uri),
        property("string InnerXml {get;}", inner_xml),
        property("string OuterXml {get;}", outer_xml),
        property("bool HasChildren {get;}", has_children),
        property("System.Object UnderlyingObject {get;}", underlying_object),
        method("System.Object Evaluate(string xpath)", evaluate),
        method("System.Object Evaluate(string xpath, System.Xml.IXmlNamespaceResolver resolver)", evaluate),
        method("System.Xml.XPath.XPathNodeIterator Select(string xpath)", select),
        method(
            "System.Xml.XPath.XPathNodeIterator Select(string xpath, System.Xml.IXmlNamespaceResolver resolver)",
            select,
        ),
        method("System.Xml.XPath.XPathNavigator SelectSingleNode(string xpath)", select_single_node),
        method(
            "System.Xml.XPath.XPathNavigator SelectSingleNode(string xpath, System.Xml.IXmlNamespaceResolver resolver)",
            select_single_node,
        ),
        method("bool Matches(string xpath)", matches),
        method("string GetAttribute(string localName, string namespaceURI)", get_attribute),
    ],
    hooks: Hooks {
        to_string: Some(|_, value| {
            let navigator = value.cell().and_then(|obj| obj.get::<Navigator>());
            Ok(navigator.map(|navigator| text(&navigator.0)).unwrap_or_default().into())
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Xml.XPath.XPathNavigator")
};

/// `System.Xml.DocumentXPathNavigator`: what `CreateNavigator` gives.
pub static DOCUMENT_X_PATH_NAVIGATOR: FacadeType = FacadeType {
    base: "System.Xml.XPath.XPathNavigator",
    ..FacadeType::class("System.Xml.DocumentXPathNavigator")
};

/// `System.Xml.XPath.XPathNodeIterator`: navigators at the nodes of a path.
pub static X_PATH_NODE_ITERATOR: FacadeType = FacadeType {
    interfaces: &["System.Collections.IEnumerable"],
    members: &[
        property("int Count {get;}", crate::collections::list_members::count),
        method("System.Collections.IEnumerator GetEnumerator()", enumerator::get_enumerator),
    ],
    hooks: crate::collections::list_members::HOOKS,
    ..FacadeType::class("System.Xml.XPath.XPathNodeIterator")
};

/// The payload: the node.
struct Navigator(Value);

impl Payload for Navigator {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0);
    }
}

/// A navigator at a node.
pub fn navigator(node: &Value) -> Value {
    Obj::new(named("System.Xml.DocumentXPathNavigator"), Navigator(node.clone())).into()
}

fn here<'a>(call: &Call<'a>) -> &'a Value {
    &call.this::<Navigator>().payload().0
}

fn text(node: &Value) -> String {
    node_of(node).map(|node| node.inner_text()).unwrap_or_default()
}

fn found(call: &Call<'_>) -> Result<Found> {
    let manager = call.args.get(1).unwrap_or(&Value::Null);
    xpath::evaluate(here(call), &call.str(0).to_str(), &|prefix| namespace_of(manager, prefix))
}

fn selected(call: &Call<'_>) -> Result<Vec<Value>> {
    let manager = call.args.get(1).unwrap_or(&Value::Null);
    xpath::select(here(call), &call.str(0).to_str(), &|prefix| namespace_of(manager, prefix))
}

fn iterator(nodes: &[Value]) -> Value {
    let navigators = nodes.iter().map(navigator).collect();
    Obj::new(named("System.Xml.XPath.XPathNodeIterator"), List::of_values(navigators)).into()
}

fn evaluate(call: &mut Call<'_>) -> Result<Value> {
    Ok(match found(call)? {
        Found::Nodes(nodes) => iterator(&nodes),
        Found::Text(text) => text.into(),
        Found::Number(number) => number.into(),
        Found::Truth(truth) => truth.into(),
    })
}

fn select(call: &mut Call<'_>) -> Result<Value> {
    Ok(iterator(&selected(call)?))
}

fn select_single_node(call: &mut Call<'_>) -> Result<Value> {
    Ok(selected(call)?.first().map(navigator).unwrap_or_default())
}

fn matches(call: &mut Call<'_>) -> Result<Value> {
    let all = xpath::select(here(call), &format!("//{}", call.str(0)), &|_| None)?;
    Ok(all.iter().any(|node| node.same(here(call))).into())
}

fn value(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(here(call)).into())
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    let name = node_of(here(call)).map(|node| node.name.clone()).unwrap_or_default();
    Ok(if name.starts_with('#') { String::new() } else { name }.into())
}

fn local_name(call: &mut Call<'_>) -> Result<Value> {
    let name = node_of(here(call)).map(|node| node.local_name().to_owned()).unwrap_or_default();
    Ok(if name.starts_with('#') { String::new() } else { name }.into())
}

fn namespace_uri(call: &mut Call<'_>) -> Result<Value> {
    Ok(node_of(here(call)).map(|node| node.namespace.clone()).unwrap_or_default().into())
}

fn inner_xml(call: &mut Call<'_>) -> Result<Value> {
    Ok(writing::inner(here(call)).into())
}

fn outer_xml(call: &mut Call<'_>) -> Result<Value> {
    Ok(writing::outer(here(call)).into())
}

fn has_children(call: &mut Call<'_>) -> Result<Value> {
    Ok(node_of(here(call)).is_some_and(|node| !node.children().is_empty()).into())
}

fn underlying_object(call: &mut Call<'_>) -> Result<Value> {
    Ok(here(call).clone())
}

fn get_attribute(call: &mut Call<'_>) -> Result<Value> {
    let (local, namespace) = (call.str(0).to_string(), call.str(1).to_string());
    let attributes = node_of(here(call)).map(|node| node.attributes()).unwrap_or_default();
    let mut all = attributes.iter().filter_map(node_of);
    let found = all.find(|attribute| attribute.local_name() == local && attribute.namespace == namespace);
    Ok(found.map(|attribute| attribute.value()).unwrap_or_default().into())
}
