//! Nodes as text: `OuterXml` and `InnerXml`.

use super::xml_node::{NodeKind, of};
use pwsh_value::Value;

/// A node with what is in it.
pub fn outer(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

/// What is in a node.
pub fn inner(value: &Value) -> String {
    let Some(node) = of(value) else { return String::new() };
    if node.kind == NodeKind::Attribute {
        return escaped(&node.value(), true);
    }
    let mut out = String::new();
    node.children().iter().for_each(|child| write(child, &mut out));
    out
}

/// Text for XML; in attributes also quotes and line ends.
pub fn escaped(text: &str, attribute: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' if attribute => out.push_str("&quot;"),
            '\n' if attribute => out.push_str("&#xA;"),
            '\r' => out.push_str("&#xD;"),
            '\t' if attribute => out.push_str("&#x9;"),
            other => out.push(other),
        }
    }
    out
}

fn write(value: &Value, out: &mut String) {
    let Some(node) = of(value) else { return };
    match node.kind {
        NodeKind::Document => node.children().iter().for_each(|child| write(child, out)),
        NodeKind::Element => {
            out.push('<');
            out.push_str(&node.name);
            for attribute in &node.attributes() {
                out.push(' ');
                write(attribute, out);
            }
            let children = node.children();
            if children.is_empty() && !node.is_open() {
                out.push_str(" />");
                return;
            }
            out.push('>');
            children.iter().for_each(|child| write(child, out));
            out.push_str("</");
            out.push_str(&node.name);
            out.push('>');
        }
        NodeKind::Attribute => {
            out.push_str(&node.name);
            out.push_str("=\"");
            out.push_str(&escaped(&node.value(), true));
            out.push('"');
        }
        NodeKind::Text | NodeKind::Whitespace => out.push_str(&escaped(&node.value(), false)),
        NodeKind::CData => {
            out.push_str("<![CDATA[");
            out.push_str(&node.value());
            out.push_str("]]>");
        }
        NodeKind::Comment => {
            out.push_str("<!--");
            out.push_str(&node.value());
            out.push_str("-->");
        }
        NodeKind::ProcessingInstruction | NodeKind::Declaration => {
            out.push_str("<?");
            out.push_str(&node.name);
            let value = node.value();
            if !value.is_empty() {
                out.push(' ');
                out.push_str(&value);
            }
            out.push_str("?>");
        }
    }
}

/// A document as a file has it: indented by two spaces, text kept where it stands.
pub fn indented(value: &Value) -> String {
    let mut out = String::new();
    let children = of(value).map(super::xml_node::Node::children).unwrap_or_default();
    for (at, child) in children.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        indent(child, 0, &mut out);
    }
    out
}

fn indent(value: &Value, depth: usize, out: &mut String) {
    let Some(node) = of(value) else { return };
    let children = node.children();
    let mixed =
        children.iter().filter_map(of).any(|child| matches!(child.kind, NodeKind::Text | NodeKind::CData));
    if node.kind != NodeKind::Element || mixed || children.is_empty() {
        write(value, out);
        return;
    }
    out.push('<');
    out.push_str(&node.name);
    for attribute in &node.attributes() {
        out.push(' ');
        write(attribute, out);
    }
    out.push('>');
    for child in children.iter().filter(|child| of(child).is_some_and(|c| c.kind != NodeKind::Whitespace)) {
        out.push('\n');
        out.push_str(&"  ".repeat(depth + 1));
        indent(child, depth + 1, out);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push_str("</");
    out.push_str(&node.name);
    out.push('>');
}
