//! The code methods of XML nodes (`ToStringCodeMethods`).

use super::entry::CodeMethod;
use crate::Runspace;
use pwsh_value::{Result, Value};

/// `XmlNode.ToString`: the node's name.
pub(super) const NODE_TEXT: CodeMethod =
    CodeMethod { definition: "static string XmlNode(psobject instance)", run: node };

/// `XmlNodeList.ToString`: the nodes' names.
pub(super) const LIST_TEXT: CodeMethod =
    CodeMethod { definition: "static string XmlNodeList(psobject instance)", run: list };

fn node(rs: &mut Runspace, this: &Value, _: &[Value]) -> Result<Value> {
    rs.get_member(this, &"LocalName".into())
}

fn list(rs: &mut Runspace, this: &Value, _: &[Value]) -> Result<Value> {
    use pwsh_value::Context;
    let mut names = Vec::new();
    for item in rs.enumerate(this)?.unwrap_or_default() {
        let name = node(rs, &item, &[])?;
        names.push(rs.to_text(&name)?.to_str().into_owned());
    }
    Ok(names.join(" ").into())
}
