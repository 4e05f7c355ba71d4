//! `System.Xml.XmlAttributeCollection` and its base.

use super::xml_node::{Node, NodeKind, detach, of, put_attribute};
use crate::collections::enumerator;
use crate::fault;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.Xml.XmlNamedNodeMap`.
pub static XML_NAMED_NODE_MAP: FacadeType = FacadeType {
    interfaces: &["System.Collections.IEnumerable"],
    members: &[
        property("int Count {get;}", count),
        method("System.Xml.XmlNode GetNamedItem(string name)", get_named_item),
        method("System.Xml.XmlNode SetNamedItem(System.Xml.XmlNode node)", set_named_item),
        method("System.Xml.XmlNode RemoveNamedItem(string name)", remove_named_item),
        method("System.Xml.XmlNode Item(int index)", item),
        method("System.Collections.IEnumerator GetEnumerator()", get_enumerator),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Xml.XmlNamedNodeMap")
};
/// `System.Xml.XmlAttributeCollection`.
pub static XML_ATTRIBUTE_COLLECTION: FacadeType = FacadeType {
    base: "System.Xml.XmlNamedNodeMap",
    interfaces: &["System.Collections.ICollection"],
    members: &[
        property("System.Xml.XmlAttribute ItemOf(int i) {get;}", item_of),
        property("System.Xml.XmlAttribute ItemOf(string name) {get;}", item_of),
        method("System.Xml.XmlNode SetNamedItem(System.Xml.XmlNode node)", set_named_item),
        method("System.Xml.XmlAttribute Append(System.Xml.XmlAttribute node)", append),
        method("System.Xml.XmlAttribute Remove(System.Xml.XmlAttribute node)", remove),
        method("System.Xml.XmlAttribute RemoveAt(int i)", remove_at),
        method("void RemoveAll()", remove_all),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Xml.XmlAttributeCollection")
};

const HOOKS: Hooks = Hooks {
    enumerate: Some(|_, value| {
        let collection = value.cell().and_then(|obj| obj.get::<Attributes>());
        Ok(collection.map(|collection| collection.all()).unwrap_or_default())
    }),
    ..Hooks::NONE
};

/// The payload: the element.
struct Attributes(Value);

impl Payload for Attributes {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0);
    }
}

impl Attributes {
    fn all(&self) -> Vec<Value> {
        of(&self.0).map(Node::attributes).unwrap_or_default()
    }
}

/// The attributes of an element.
pub fn collection(element: &Value) -> Value {
    Obj::new(named("System.Xml.XmlAttributeCollection"), Attributes(element.clone())).into()
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Attributes>().all().len() as i32).into())
}

fn found(call: &Call<'_>) -> Option<Value> {
    let this = call.this::<Attributes>();
    match call.arg(0) {
        Value::Int32(at) => usize::try_from(*at).ok().and_then(|at| this.all().get(at).cloned()),
        _ => of(&this.0).and_then(|element| element.attribute(&call.str(0).to_str())),
    }
}

fn item_of(call: &mut Call<'_>) -> Result<Value> {
    Ok(found(call).unwrap_or_default())
}

fn item(call: &mut Call<'_>) -> Result<Value> {
    item_of(call)
}

fn get_named_item(call: &mut Call<'_>) -> Result<Value> {
    item_of(call)
}

fn append(call: &mut Call<'_>) -> Result<Value> {
    match call.args.first().and_then(of) {
        Some(attribute) if attribute.kind == NodeKind::Attribute => {
            put_attribute(&call.this::<Attributes>().0, &call.args[0]);
            Ok(call.args[0].clone())
        }
        _ => Err(fault::null("node")),
    }
}

fn set_named_item(call: &mut Call<'_>) -> Result<Value> {
    append(call)
}

fn remove(call: &mut Call<'_>) -> Result<Value> {
    detach(&call.args[0]);
    Ok(call.args[0].clone())
}

fn remove_named_item(call: &mut Call<'_>) -> Result<Value> {
    let found = found(call).unwrap_or_default();
    detach(&found);
    Ok(found)
}

fn remove_at(call: &mut Call<'_>) -> Result<Value> {
    remove_named_item(call)
}

fn remove_all(call: &mut Call<'_>) -> Result<Value> {
    call.this::<Attributes>().all().iter().for_each(detach);
    Ok(Value::Void)
}

fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    enumerator::get_enumerator(call)
}
