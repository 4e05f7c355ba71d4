//! `System.Xml.XmlNodeList`.

use crate::collections::list_members;
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, Kind, method, named, property};
use pwsh_value::{Obj, Result, Value};

/// `System.Xml.XmlNodeList`.
pub static XML_NODE_LIST: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.Collections.IEnumerable", "System.IDisposable"],
    members: &[
        property("int Count {get;}", list_members::count),
        property("System.Xml.XmlNode ItemOf(int i) {get;}", item_of),
        method("System.Xml.XmlNode Item(int index)", item),
        method("System.Collections.IEnumerator GetEnumerator()", list_members::get_enumerator),
    ],
    hooks: list_members::HOOKS,
    ..FacadeType::class("System.Xml.XmlNodeList")
};

/// A list of nodes, as they were when it was asked for.
pub fn list(nodes: Vec<Value>) -> Value {
    Obj::new(named("System.Xml.XmlNodeList"), List::of_values(nodes)).into()
}

/// Null outside the list.
fn item(call: &mut Call<'_>) -> Result<Value> {
    let at = usize::try_from(call.int(0)).ok();
    Ok(at.and_then(|at| call.this::<List>().get(at)).unwrap_or_default())
}

fn item_of(call: &mut Call<'_>) -> Result<Value> {
    item(call)
}
