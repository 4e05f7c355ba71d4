//! The core function library (chapter 4).

use super::evaluate::{Evaluation, Place, number_in, text_of};
use super::parser::Expr;
use super::{Found, exception, no_node_set};
use crate::xml::xml_node::{Node, of};
use pwsh_value::{Result, Value};

/// Calls a function.
///
/// # Errors
/// `XPathException` for what is no function and for a number of arguments that it does not take.
pub(super) fn call(
    evaluation: &Evaluation<'_>,
    name: &str,
    arguments: &[Expr],
    place: Place<'_>,
) -> Result<Found> {
    let allowed = match name {
        "last" | "position" | "true" | "false" => 0..=0,
        "string" | "string-length" | "normalize-space" | "number" | "local-name" | "name"
        | "namespace-uri" => 0..=1,
        "count" | "id" | "boolean" | "not" | "lang" | "sum" | "floor" | "ceiling" | "round" => 1..=1,
        "starts-with" | "contains" | "substring-before" | "substring-after" => 2..=2,
        "substring" => 2..=3,
        "translate" => 3..=3,
        "concat" => 2..=usize::MAX,
        _ => {
            let message = "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.";
            return Err(exception(message));
        }
    };
    if !allowed.contains(&arguments.len()) {
        return Err(exception(format!("Function '{name}' in '{name}' has an invalid number of arguments.")));
    }
    let given =
        arguments.iter().map(|argument| evaluation.at(argument, place)).collect::<Result<Vec<_>>>()?;
    let text = |index: usize| given.get(index).map_or_else(|| text_of(place.node), Found::text);
    let number =
        |index: usize| given.get(index).map_or_else(|| number_in(&text_of(place.node)), Found::number);
    let nodes = || match given.first() {
        Some(Found::Nodes(nodes)) => Ok(nodes.clone()),
        Some(_) => Err(no_node_set()),
        None => Ok(vec![place.node.clone()]),
    };
    let named = |pick: fn(&Node) -> String| -> Result<Found> {
        Ok(Found::Text(nodes()?.first().and_then(of).map(pick).unwrap_or_default()))
    };
    Ok(match name {
        "last" => Found::Number(place.size as f64),
        "position" => Found::Number(place.position as f64),
        "true" => Found::Truth(true),
        "false" => Found::Truth(false),
        "count" => Found::Number(nodes()?.len() as f64),
        "sum" => Found::Number(nodes()?.iter().map(|node| number_in(&text_of(node))).sum()),
        // Without a DTD no attribute is an id.
        "id" => Found::Nodes(Vec::new()),
        "local-name" => return named(|node| without_mark(node.local_name())),
        "name" => return named(|node| without_mark(&node.name)),
        "namespace-uri" => return named(|node| node.namespace.clone()),
        "boolean" => Found::Truth(given[0].truth()),
        "not" => Found::Truth(!given[0].truth()),
        "lang" => Found::Truth(speaks(place.node, &text(0))),
        "string" => Found::Text(text(0)),
        "number" => Found::Number(number(0)),
        "floor" => Found::Number(number(0).floor()),
        "ceiling" => Found::Number(number(0).ceil()),
        "round" => Found::Number((number(0) + 0.5).floor()),
        "string-length" => Found::Number(text(0).encode_utf16().count() as f64),
        "normalize-space" => Found::Text(text(0).split_whitespace().collect::<Vec<_>>().join(" ")),
        "starts-with" => Found::Truth(text(0).starts_with(&text(1))),
        "contains" => Found::Truth(text(0).contains(&text(1))),
        "substring-before" => {
            Found::Text(text(0).split_once(&text(1)).map_or("", |(head, _)| head).to_owned())
        }
        "substring-after" => {
            Found::Text(text(0).split_once(&text(1)).map_or("", |(_, tail)| tail).to_owned())
        }
        "substring" => Found::Text(substring(&text(0), number(1), given.get(2).map(Found::number))),
        "translate" => Found::Text(translate(&text(0), &text(1), &text(2))),
        _ => Found::Text(given.iter().map(Found::text).collect()),
    })
}

/// Text nodes have no name to XPath.
fn without_mark(name: &str) -> String {
    if name.starts_with('#') { String::new() } else { name.to_owned() }
}

/// The characters whose places, from 1, lie from the rounded start on (4.2).
fn substring(text: &str, start: f64, length: Option<f64>) -> String {
    let round = |number: f64| (number + 0.5).floor();
    let first = round(start);
    let end = length.map_or(f64::INFINITY, |length| first + round(length));
    let units: Vec<u16> = text
        .encode_utf16()
        .enumerate()
        .filter(|(at, _)| (*at as f64 + 1.0) >= first && (*at as f64 + 1.0) < end)
        .map(|(_, unit)| unit)
        .collect();
    String::from_utf16_lossy(&units)
}

fn translate(text: &str, from: &str, to: &str) -> String {
    let to: Vec<char> = to.chars().collect();
    text.chars()
        .filter_map(|c| match from.chars().position(|other| other == c) {
            Some(at) => to.get(at).copied(),
            None => Some(c),
        })
        .collect()
}

/// Whether the nearest `xml:lang` is the language or one of its dialects.
fn speaks(node: &Value, language: &str) -> bool {
    let mut at = node.clone();
    while let Some(here) = of(&at) {
        if let Some(found) = here.attribute("xml:lang").as_ref().and_then(of) {
            let spoken = found.value().to_ascii_lowercase();
            let language = language.to_ascii_lowercase();
            return spoken == language || spoken.starts_with(&format!("{language}-"));
        }
        at = here.parent();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::{evaluate, select};
    use super::*;
    use crate::testing;
    use crate::xml::reading;

    const DOCUMENT: &str =
        r#"<r><a n="1">x</a><b><a n="2">yy</a></b><a n="3"/><!--c--><p:a xmlns:p="urn:p"/></r>"#;

    fn found(expression: &str) -> String {
        testing::install();
        let document = reading::document(DOCUMENT, false).unwrap();
        let prefixes = |prefix: &str| (prefix == "p").then(|| "urn:p".to_owned());
        match evaluate(&document, expression, &prefixes) {
            Ok(Found::Nodes(nodes)) => {
                let names =
                    nodes.iter().filter_map(of).map(|node| format!("{}:{}", node.name, node.inner_text()));
                names.collect::<Vec<_>>().join(" ")
            }
            Ok(other) => other.text(),
            Err(error) => error.message().to_string(),
        }
    }

    #[test]
    fn paths_select_nodes_in_document_order() {
        assert_eq!(found("//a"), "a:x a:yy a:");
        assert_eq!(found("//a[@n > 1]/@n"), "n:2 n:3");
        assert_eq!(found("/r/a[last()]/preceding-sibling::*[1]"), "b:yy");
        assert_eq!(found("//a[. = 'yy']/ancestor::*"), "r:xyy b:yy");
        assert_eq!(found("/r/b | /r/a[1]"), "a:x b:yy");
        assert_eq!(found("//p:a"), "p:a:");
        assert_eq!(found("(//a)[2]"), "a:yy");
        assert_eq!(found("//comment()"), "#comment:c");
    }

    #[test]
    fn expressions_have_values() {
        assert_eq!(found("count(//a) * 2 - 1"), "5");
        assert_eq!(found("sum(//@n) div 4"), "1.5");
        assert_eq!(found("concat(substring('12345', 2, 3), '-', translate('bar', 'ab', 'AB'))"), "234-BAr");
        assert_eq!(found("not(//z) and contains(//b, 'y')"), "true");
        assert_eq!(found("normalize-space('  a  b ')"), "a b");
    }

    #[test]
    fn what_is_no_expression_is_refused() {
        assert_eq!(found("//a["), "Expression must evaluate to a node-set.");
        assert_eq!(found("//a[1"), "'//a[1' has an invalid token.");
        assert_eq!(found("a b"), "'a b' has an invalid token.");
        let document = reading::document("<r/>", false).unwrap();
        assert!(select(&document, "1 + 1", &|_| None).is_err());
        assert!(select(&document, "//q:r", &|_| None).is_err());
    }
}
