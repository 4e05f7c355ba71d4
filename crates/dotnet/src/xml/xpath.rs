//! XPath 1.0, the part of it that scripts use: location paths with child, descendant, attribute, parent and self
//! steps, unions, and predicates of positions, existence and comparison.

use super::xml_node::{Node, NodeKind, document_of, of};
use pwsh_value::{Error, Result, Value};

/// The namespace of a prefix.
pub type Prefixes<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The nodes that an expression selects from a node, each once, in the order in which they are found.
///
/// # Errors
/// `XPathException` for what is no path.
pub fn select(from: &Value, expression: &str, prefixes: Prefixes<'_>) -> Result<Vec<Value>> {
    let mut found: Vec<Value> = Vec::new();
    for path in split_top(expression, '|') {
        for node in walk(from, path.trim(), expression, prefixes)? {
            if !found.iter().any(|known| known.same(&node)) {
                found.push(node);
            }
        }
    }
    Ok(found)
}

fn invalid(expression: &str) -> Error {
    Error::new("System.Xml.XPath.XPathException", format!("'{expression}' has an invalid token."))
}

fn no_node_set() -> Error {
    Error::new("System.Xml.XPath.XPathException", "Expression must evaluate to a node-set.")
}

/// The parts of a text between marks outside brackets and quotes.
fn split_top(text: &str, mark: char) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut quote) = (Vec::new(), 0, 0, None);
    for (at, c) in text.char_indices() {
        match (c, quote) {
            (_, Some(open)) if c == open => quote = None,
            (_, Some(_)) => {}
            ('\'' | '"', None) => quote = Some(c),
            ('[' | '(', None) => depth += 1,
            (']' | ')', None) => depth -= 1,
            _ if c == mark && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn root_of(node: &Value) -> Value {
    match of(node) {
        Some(found) if found.kind == NodeKind::Document => node.clone(),
        _ => document_of(node),
    }
}

fn walk(from: &Value, path: &str, whole: &str, prefixes: Prefixes<'_>) -> Result<Vec<Value>> {
    if path.is_empty() || path.starts_with('[') || path.contains("/[") {
        return Err(no_node_set());
    }
    if path.chars().filter(|c| *c == '[').count() != path.chars().filter(|c| *c == ']').count() {
        return Err(invalid(whole));
    }
    let (mut nodes, mut rest) = (vec![from.clone()], path);
    let mut deep = false;
    if let Some(after) = path.strip_prefix("//") {
        (nodes, rest, deep) = (vec![root_of(from)], after, true);
    } else if let Some(after) = path.strip_prefix('/') {
        (nodes, rest) = (vec![root_of(from)], after);
        if rest.is_empty() {
            return Ok(nodes);
        }
    }
    for step in split_top(rest, '/') {
        // An empty step stands between two slashes.
        if step.is_empty() {
            deep = true;
            continue;
        }
        if deep {
            nodes = nodes.iter().flat_map(with_descendants).collect();
            deep = false;
        }
        let mut next: Vec<Value> = Vec::new();
        for node in &nodes {
            for found in take(node, step.trim(), whole, prefixes)? {
                if !next.iter().any(|known| known.same(&found)) {
                    next.push(found);
                }
            }
        }
        nodes = next;
    }
    Ok(nodes)
}

fn with_descendants(node: &Value) -> Vec<Value> {
    let mut all = vec![node.clone()];
    for child in of(node).map(Node::children).unwrap_or_default() {
        if of(&child).is_some_and(|child| child.kind == NodeKind::Element) {
            all.extend(with_descendants(&child));
        }
    }
    all
}

/// One step from one node, its predicates applied.
fn take(node: &Value, step: &str, whole: &str, prefixes: Prefixes<'_>) -> Result<Vec<Value>> {
    let (test, mut predicates) = step.find('[').map_or((step, ""), |at| step.split_at(at));
    let Some(here) = of(node) else { return Ok(Vec::new()) };
    let (axis, test) = test.trim().split_once("::").unwrap_or(("", test.trim()));
    let mut found: Vec<Value> = match (axis, test) {
        ("", ".") => vec![node.clone()],
        ("", "..") | ("parent", _) => {
            Some(here.parent()).filter(|parent| !parent.is_null()).into_iter().collect()
        }
        ("self", _) => vec![node.clone()],
        ("attribute", name) => attributes(here, name),
        ("", name) if name.starts_with('@') => attributes(here, &name[1..]),
        ("descendant", name) => {
            let all = with_descendants(node);
            all.into_iter().skip(1).filter(|n| fits(n, name, prefixes)).collect()
        }
        ("descendant-or-self", name) => {
            with_descendants(node).into_iter().filter(|n| fits(n, name, prefixes)).collect()
        }
        ("ancestor", name) => {
            let above = std::iter::successors(Some(here.parent()), |n| of(n).map(Node::parent));
            above.take_while(|n| !n.is_null()).filter(|n| fits(n, name, prefixes)).collect()
        }
        ("following-sibling", name) | ("preceding-sibling", name) => {
            let siblings = of(&here.parent()).map(Node::children).unwrap_or_default();
            let at = siblings.iter().position(|other| other.same(node)).unwrap_or(0);
            let (before, after) = siblings.split_at(at);
            let side = if axis == "following-sibling" { &after[after.len().min(1)..] } else { before };
            side.iter().filter(|n| fits(n, name, prefixes)).cloned().collect()
        }
        ("" | "child", name) if is_test(name) => {
            here.children().into_iter().filter(|n| fits(n, name, prefixes)).collect()
        }
        (_, "") => return Err(no_node_set()),
        _ => return Err(invalid(whole)),
    };
    while let Some(open) = predicates.strip_prefix('[') {
        let inside = &open[..closing(open).ok_or_else(|| invalid(whole))?];
        predicates = open[inside.len() + 1..].trim_start();
        let count = found.len();
        let mut kept = Vec::new();
        for (at, node) in found.into_iter().enumerate() {
            if holds(&node, inside.trim(), at + 1, count, whole, prefixes)? {
                kept.push(node);
            }
        }
        found = kept;
    }
    Ok(found)
}

/// Where the bracket that was opened before this text is closed.
fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut quote) = (0, None);
    text.char_indices().find_map(|(at, c)| {
        match (c, quote) {
            (_, Some(open)) if c == open => quote = None,
            (_, Some(_)) => {}
            ('\'' | '"', None) => quote = Some(c),
            ('[', None) => depth += 1,
            (']', None) if depth == 0 => return Some(at),
            (']', None) => depth -= 1,
            _ => {}
        }
        None
    })
}

fn is_test(name: &str) -> bool {
    matches!(name, "*" | "text()" | "node()" | "comment()" | "processing-instruction()")
        || name.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_alphanumeric() || "_-.:*".contains(c))
}

fn attributes(node: &Node, name: &str) -> Vec<Value> {
    let all = node.attributes().into_iter().filter(|a| of(a).is_some_and(|a| !a.name.starts_with("xmlns")));
    all.filter(|a| name == "*" || of(a).is_some_and(|a| a.name == name)).collect()
}

fn fits(value: &Value, test: &str, prefixes: Prefixes<'_>) -> bool {
    let Some(node) = of(value) else { return false };
    match test {
        "node()" => true,
        "text()" => matches!(node.kind, NodeKind::Text | NodeKind::CData),
        "comment()" => node.kind == NodeKind::Comment,
        "processing-instruction()" => node.kind == NodeKind::ProcessingInstruction,
        "*" => node.kind == NodeKind::Element,
        name => {
            let (prefix, local) = name.split_once(':').unwrap_or(("", name));
            let namespace = if prefix.is_empty() { Some(String::new()) } else { prefixes(prefix) };
            node.kind == NodeKind::Element
                && (local == "*" || node.local_name() == local)
                && namespace.is_some_and(|namespace| namespace == node.namespace)
        }
    }
}

/// Whether a predicate holds for the node at a position.
fn holds(
    node: &Value,
    text: &str,
    at: usize,
    count: usize,
    whole: &str,
    prefixes: Prefixes<'_>,
) -> Result<bool> {
    for (word, any) in [(" or ", true), (" and ", false)] {
        if let Some(place) = find_top(text, word) {
            let (left, right) = (&text[..place], &text[place + word.len()..]);
            let first = holds(node, left.trim(), at, count, whole, prefixes)?;
            return if first == any {
                Ok(any)
            } else {
                holds(node, right.trim(), at, count, whole, prefixes)
            };
        }
    }
    if let Ok(number) = text.parse::<usize>() {
        return Ok(number == at);
    }
    if let Some(inside) = call_of(text, "not") {
        return Ok(!holds(node, inside.trim(), at, count, whole, prefixes)?);
    }
    for operator in ["!=", "<=", ">=", "=", "<", ">"] {
        if let Some(place) = find_top(text, operator) {
            let operand = |side: &str| operand(node, side.trim(), at, count, prefixes);
            let (left, right) = (operand(&text[..place])?, operand(&text[place + operator.len()..])?);
            return Ok(left.iter().any(|a| right.iter().any(|b| compare(a, b, operator))));
        }
    }
    if text == "last()" {
        return Ok(at == count);
    }
    for (name, test) in [("contains", 0), ("starts-with", 1)] {
        if let Some(inside) = call_of(text, name) {
            let parts = split_top(inside, ',');
            let [a, b] = parts[..] else { return Err(invalid(whole)) };
            let part = |side: &str| operand(node, side.trim(), at, count, prefixes);
            let (a, b) = (
                part(a)?.into_iter().next().unwrap_or_default(),
                part(b)?.into_iter().next().unwrap_or_default(),
            );
            return Ok(if test == 0 { a.contains(&b) } else { a.starts_with(&b) });
        }
    }
    Ok(!select(node, text, prefixes)?.is_empty())
}

/// What is between the parentheses of a call of `name`.
fn call_of<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.strip_prefix(name)?.trim_start().strip_prefix('(')?.strip_suffix(')')
}

/// Where a word stands outside brackets and quotes.
fn find_top(text: &str, word: &str) -> Option<usize> {
    let (mut depth, mut quote) = (0, None);
    text.char_indices().find_map(|(at, c)| {
        match (c, quote) {
            (_, Some(open)) if c == open => quote = None,
            (_, Some(_)) => {}
            ('\'' | '"', None) => quote = Some(c),
            ('[' | '(', None) => depth += 1,
            (']' | ')', None) => depth -= 1,
            _ => {}
        }
        (depth == 0 && quote.is_none() && text[at..].starts_with(word)).then_some(at)
    })
}

/// The texts that an operand stands for.
fn operand(node: &Value, text: &str, at: usize, count: usize, prefixes: Prefixes<'_>) -> Result<Vec<String>> {
    let quoted = text.len() >= 2
        && (text.starts_with('\'') && text.ends_with('\'') || text.starts_with('"') && text.ends_with('"'));
    if quoted {
        return Ok(vec![text[1..text.len() - 1].to_owned()]);
    }
    if text.parse::<f64>().is_ok() {
        return Ok(vec![text.to_owned()]);
    }
    Ok(match text {
        "position()" => vec![at.to_string()],
        "last()" => vec![count.to_string()],
        "name()" => of(node).map(|node| node.name.clone()).into_iter().collect(),
        "local-name()" => of(node).map(|node| node.local_name().to_owned()).into_iter().collect(),
        _ => {
            if let Some(inside) = call_of(text, "count") {
                return Ok(vec![select(node, inside.trim(), prefixes)?.len().to_string()]);
            }
            if let Some(inside) = call_of(text, "normalize-space") {
                let inside = if inside.trim().is_empty() { "." } else { inside };
                let texts = operand(node, inside.trim(), at, count, prefixes)?;
                return Ok(texts
                    .iter()
                    .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
                    .collect());
            }
            select(node, text, prefixes)?.iter().filter_map(of).map(Node::inner_text).collect()
        }
    })
}

fn compare(a: &str, b: &str, operator: &str) -> bool {
    let numbers = a.trim().parse::<f64>().ok().zip(b.trim().parse::<f64>().ok());
    match (operator, numbers) {
        ("=", Some((a, b))) => a == b,
        ("!=", Some((a, b))) => a != b,
        ("<", Some((a, b))) => a < b,
        ("<=", Some((a, b))) => a <= b,
        (">", Some((a, b))) => a > b,
        (">=", Some((a, b))) => a >= b,
        ("=", None) => a == b,
        ("!=", None) => a != b,
        _ => false,
    }
}
