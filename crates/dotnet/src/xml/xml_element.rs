//! `System.Xml.XmlElement`.

use super::xml_node::{Node, NodeKind, detach, of, put_attribute, set_attribute as put};
use super::{xml_node_list, xpath};
use crate::fault;
use pwsh_value::ty::{Call, FacadeType, method, property, property_rw};
use pwsh_value::{Result, Value};

/// `System.Xml.XmlElement`.
pub static XML_ELEMENT: FacadeType = FacadeType {
    base: "System.Xml.XmlLinkedNode",
    members: &[
        property_rw("bool IsEmpty {get;set;}", is_empty, set_is_empty),
        property("bool HasAttributes {get;}", has_attributes),
        method("string GetAttribute(string name)", get_attribute),
        method("void SetAttribute(string name, string value)", set_attribute),
        method("void RemoveAttribute(string name)", remove_attribute),
        method("System.Xml.XmlAttribute GetAttributeNode(string name)", get_attribute_node),
        method(
            "System.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)",
            set_attribute_node,
        ),
        method("System.Xml.XmlNodeList GetElementsByTagName(string name)", get_elements_by_tag_name),
        method("bool HasAttribute(string name)", has_attribute),
        method("void RemoveAllAttributes()", remove_all_attributes),
    ],
    ..FacadeType::class("System.Xml.XmlElement")
};

fn this<'a>(call: &Call<'a>) -> &'a Node {
    call.this::<Node>().payload()
}

fn is_empty(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).children().is_empty() && !this(call).is_open()).into())
}

fn set_is_empty(call: &mut Call<'_>) -> Result<Value> {
    this(call).set_open(!call.bool(0));
    Ok(Value::Void)
}

fn has_attributes(call: &mut Call<'_>) -> Result<Value> {
    Ok((!this(call).attributes().is_empty()).into())
}

fn has_attribute(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).attribute(&call.str(0).to_str()).is_some().into())
}

fn get_attribute(call: &mut Call<'_>) -> Result<Value> {
    let found = this(call).attribute(&call.str(0).to_str());
    Ok(found.as_ref().and_then(of).map(Node::value).unwrap_or_default().into())
}

fn set_attribute(call: &mut Call<'_>) -> Result<Value> {
    let name = call.str(0);
    if name.is_empty() {
        return Err(fault::argument(
            "The local name for elements or attributes cannot be null or an empty string.",
            "",
        ));
    }
    put(call.this, &name.to_str(), &call.str(1).to_str());
    Ok(Value::Void)
}

fn remove_attribute(call: &mut Call<'_>) -> Result<Value> {
    if let Some(attribute) = this(call).attribute(&call.str(0).to_str()) {
        detach(&attribute);
    }
    Ok(Value::Void)
}

fn get_attribute_node(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).attribute(&call.str(0).to_str()).unwrap_or_default())
}

fn set_attribute_node(call: &mut Call<'_>) -> Result<Value> {
    if call.args.first().and_then(of).is_some_and(|node| node.kind == NodeKind::Attribute) {
        put_attribute(call.this, &call.args[0]);
    }
    Ok(Value::Null)
}

fn remove_all_attributes(call: &mut Call<'_>) -> Result<Value> {
    this(call).attributes().iter().for_each(detach);
    Ok(Value::Void)
}

fn get_elements_by_tag_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(xml_node_list::list(by_tag(call)))
}

/// The elements below of a qualified name, `*` for all.
pub fn by_tag(call: &Call<'_>) -> Vec<Value> {
    let name = call.str(0).to_string();
    let below = xpath::select(call.this, "descendant::*", &|_| None).unwrap_or_default();
    below
        .into_iter()
        .filter(|element| name == "*" || of(element).is_some_and(|element| element.name == name))
        .collect()
}
