//! PowerShell's adapter of XML: attributes and child elements as properties.

use super::xml_node::{Node, NodeKind, of, replace_text, set_attribute};
use pwsh_value::{Context, Obj, PsString, Result, Value};

/// The properties that attributes and child elements make, in order; several elements of a name are an array.
pub fn properties(_: &mut dyn Context, value: &Value) -> Result<Vec<(PsString, Value)>> {
    let Some(node) = of(value) else { return Ok(Vec::new()) };
    let mut found: Vec<(PsString, Vec<Value>)> = Vec::new();
    let mut add = |name: &str, value: Value| match found.iter_mut().find(|(known, _)| known.is(name)) {
        Some((_, values)) => values.push(value),
        None => found.push((name.into(), vec![value])),
    };
    for attribute in node.attributes().iter().filter_map(of) {
        add(&attribute.name, attribute.value().into());
    }
    for child in node.children() {
        match of(&child) {
            Some(node) if node.kind == NodeKind::Whitespace => {}
            Some(node) => add(&node.name, shown(&child, node)),
            None => {}
        }
    }
    let single =
        |mut values: Vec<Value>| if values.len() == 1 { values.remove(0) } else { Obj::array(values).into() };
    Ok(found.into_iter().map(|(name, values)| (name, single(values))).collect())
}

/// An element with nothing but text is that text; others are themselves.
fn shown(value: &Value, node: &Node) -> Value {
    match node.kind {
        NodeKind::Element => {
            let children = node.children();
            let simple = |child: &Value| {
                of(child).is_some_and(|c| {
                    matches!(c.kind, NodeKind::Text | NodeKind::CData | NodeKind::Whitespace)
                })
            };
            let is_text = node.attributes().is_empty() && children.len() <= 1 && children.iter().all(simple);
            if is_text { node.inner_text().into() } else { value.clone() }
        }
        NodeKind::Document => value.clone(),
        _ => node.value().into(),
    }
}

/// Sets the attribute or the text of the only child element of a name; `false` if there is none.
pub fn set(cx: &mut dyn Context, value: &Value, name: &PsString, new: &Value) -> Result<bool> {
    let Some(node) = of(value) else { return Ok(false) };
    let text = cx.to_text(new)?;
    let named = |other: &Value| of(other).is_some_and(|other| name.is(&other.name));
    if let Some(attribute) = node.attributes().iter().find(|attribute| named(attribute)) {
        let known = of(attribute).map(|attribute| attribute.name.clone()).unwrap_or_default();
        set_attribute(value, &known, &text.to_str());
        return Ok(true);
    }
    let children: Vec<Value> = node.children().into_iter().filter(|child| named(child)).collect();
    if let [child] = &children[..] {
        replace_text(child, &text.to_str());
        return Ok(true);
    }
    Ok(false)
}
