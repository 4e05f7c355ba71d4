//! `System.Xml.XmlAttribute`.

use super::xml_node::Node;
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Result, Value};

/// `System.Xml.XmlAttribute`.
pub static XML_ATTRIBUTE: FacadeType = FacadeType {
    base: "System.Xml.XmlNode",
    members: &[
        property("bool Specified {get;}", specified),
        property("System.Xml.XmlElement OwnerElement {get;}", owner_element),
    ],
    ..FacadeType::class("System.Xml.XmlAttribute")
};

fn owner_element(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Node>().parent())
}

fn specified(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}
