//! `Microsoft.PowerShell.Commands.SelectXmlInfo`: what Select-Xml gives.

use super::fields::{field, get, set};
use pwsh_value::ty::{FacadeType, Hooks, property_rw};
use pwsh_value::{Context, PsString, Result, Value, convert};

const NODE: usize = 0;
const PATH: usize = 1;
const PATTERN: usize = 2;

/// Node, Path, Pattern.
pub static SELECT_XML_INFO: FacadeType = FacadeType {
    members: &[
        property_rw("System.Xml.XmlNode Node {get;set;}", get::<NODE>, set::<NODE>),
        property_rw("string Path {get;set;}", get::<PATH>, set::<PATH>),
        property_rw("string Pattern {get;set;}", get::<PATTERN>, set::<PATTERN>),
    ],
    hooks: Hooks { to_string: Some(text), ..Hooks::NONE },
    ..FacadeType::class("Microsoft.PowerShell.Commands.SelectXmlInfo")
};

/// The node's value, or what is in it; behind the file's name where it is of one.
fn text(cx: &mut dyn Context, this: &Value) -> Result<PsString> {
    let node = field(this, NODE);
    let mut value = cx.get_property(&node, "Value")?;
    if value.is_null() {
        value = cx.get_property(&node, "InnerXml")?;
    }
    let (value, path) = (convert::to_text(cx, &value)?, convert::to_text(cx, &field(this, PATH))?);
    let value = value.to_str();
    let value = value.trim();
    Ok(if path.is("InputStream") { value.into() } else { format!("{value}:{path}").into() })
}
