//! `System.Xml.XmlNamespaceManager`: prefixes for paths.

use crate::collections::enumerator;
use crate::fault;
use crate::system::object::Plain;
use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, constructor, method, named, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.Xml.XmlNamespaceManager`.
pub static XML_NAMESPACE_MANAGER: FacadeType = FacadeType {
    interfaces: &["System.Collections.IEnumerable", "System.Xml.IXmlNamespaceResolver"],
    members: &[
        constructor("new(System.Xml.XmlNameTable nameTable)", new),
        property("string DefaultNamespace {get;}", default_namespace),
        method("void PushScope()", push_scope),
        method("bool PopScope()", pop_scope),
        method("void AddNamespace(string prefix, string uri)", add_namespace),
        method("void RemoveNamespace(string prefix, string uri)", remove_namespace),
        method("System.Collections.IEnumerator GetEnumerator()", enumerator::get_enumerator),
        method("string LookupNamespace(string prefix)", lookup_namespace),
        method("string LookupPrefix(string uri)", lookup_prefix),
        method("bool HasNamespace(string prefix)", has_namespace),
    ],
    hooks: Hooks {
        enumerate: Some(|_, value| {
            let manager = value.cell().and_then(|obj| obj.get::<Namespaces>());
            let names = manager.map(|manager| {
                manager.0.lock().iter().map(|(prefix, _, _)| prefix.as_str().into()).collect()
            });
            Ok(names.unwrap_or_default())
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Xml.XmlNamespaceManager")
};

/// `System.Xml.IXmlNamespaceResolver`.
pub static I_XML_NAMESPACE_RESOLVER: FacadeType = FacadeType::interface("System.Xml.IXmlNamespaceResolver");

/// `System.Xml.XmlNameTable`.
pub static XML_NAME_TABLE: FacadeType =
    FacadeType { kind: Kind::AbstractClass, ..FacadeType::class("System.Xml.XmlNameTable") };

/// `System.Xml.NameTable`.
pub static NAME_TABLE: FacadeType = FacadeType {
    base: "System.Xml.XmlNameTable",
    members: &[constructor("new()", |_| Ok(name_table()))],
    ..FacadeType::class("System.Xml.NameTable")
};

/// A `NameTable`, which script only hands on.
pub fn name_table() -> Value {
    Obj::new(named("System.Xml.NameTable"), Plain).into()
}

/// The payload: prefixes, their namespaces and the depth of the scope that added them.
#[derive(Default)]
struct Namespaces(Mutex<Vec<(String, String, usize)>>, Mutex<usize>);

impl Payload for Namespaces {}

/// The namespace that a manager, if `value` is one, has for a prefix.
pub fn namespace_of(value: &Value, prefix: &str) -> Option<String> {
    let found = match prefix {
        "xml" => Some("http://www.w3.org/XML/1998/namespace".to_owned()),
        "xmlns" => Some("http://www.w3.org/2000/xmlns/".to_owned()),
        _ => None,
    };
    found.or_else(|| {
        let manager = value.cell()?.get::<Namespaces>()?;
        let all = manager.0.lock();
        all.iter().rev().find(|(known, _, _)| known == prefix).map(|(_, uri, _)| uri.clone())
    })
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("nameTable"));
    }
    Ok(Obj::new(call.ty.clone(), Namespaces::default()).into())
}

fn this<'a>(call: &Call<'a>) -> &'a Namespaces {
    call.this::<Namespaces>().payload()
}

fn default_namespace(call: &mut Call<'_>) -> Result<Value> {
    Ok(namespace_of(call.this, "").unwrap_or_default().into())
}

fn push_scope(call: &mut Call<'_>) -> Result<Value> {
    *this(call).1.lock() += 1;
    Ok(Value::Void)
}

fn pop_scope(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    let mut depth = this.1.lock();
    if *depth == 0 {
        return Ok(false.into());
    }
    this.0.lock().retain(|(_, _, added)| *added < *depth);
    *depth -= 1;
    Ok(true.into())
}

fn add_namespace(call: &mut Call<'_>) -> Result<Value> {
    for (index, parameter) in [(0, "prefix"), (1, "uri")] {
        if call.arg(index).is_null() {
            return Err(fault::null(parameter));
        }
    }
    let (prefix, uri, this) = (call.str(0).to_string(), call.str(1).to_string(), this(call));
    let depth = *this.1.lock();
    let mut all = this.0.lock();
    all.retain(|(known, _, added)| !(*known == prefix && *added == depth));
    all.push((prefix, uri, depth));
    Ok(Value::Void)
}

fn remove_namespace(call: &mut Call<'_>) -> Result<Value> {
    let (prefix, uri) = (call.str(0).to_string(), call.str(1).to_string());
    this(call).0.lock().retain(|(known, there, _)| !(*known == prefix && *there == uri));
    Ok(Value::Void)
}

fn lookup_namespace(call: &mut Call<'_>) -> Result<Value> {
    Ok(namespace_of(call.this, &call.str(0).to_str()).into())
}

fn lookup_prefix(call: &mut Call<'_>) -> Result<Value> {
    let uri = call.str(0).to_string();
    let all = this(call).0.lock();
    Ok(all.iter().rev().find(|(_, there, _)| *there == uri).map(|(prefix, _, _)| prefix.clone()).into())
}

fn has_namespace(call: &mut Call<'_>) -> Result<Value> {
    let prefix = call.str(0).to_string();
    let all = this(call).0.lock();
    Ok(all.iter().any(|(known, _, _)| *known == prefix).into())
}
