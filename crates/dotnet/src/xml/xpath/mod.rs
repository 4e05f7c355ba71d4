//! XPath 1.0 over the nodes of a document (W3C Recommendation of 1999-11-16).
//!
//! `parser::parse` makes an expression of a text, `evaluate::Evaluation` its value for a node.

mod axis;
mod evaluate;
mod functions;
mod parser;
mod token;

use evaluate::Evaluation;
use pwsh_value::{Error, Result, Value};

/// The namespace of a prefix.
pub type Prefixes<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The value of an expression.
pub enum Found {
    /// Nodes in document order, each once.
    Nodes(Vec<Value>),
    /// A string.
    Text(String),
    /// A number.
    Number(f64),
    /// A truth.
    Truth(bool),
}

/// The nodes that an expression selects from a node, in document order.
///
/// # Errors
/// `XPathException` for what is no expression or gives no nodes.
pub fn select(from: &Value, expression: &str, prefixes: Prefixes<'_>) -> Result<Vec<Value>> {
    match evaluate(from, expression, prefixes)? {
        Found::Nodes(nodes) => Ok(nodes),
        _ => Err(no_node_set()),
    }
}

/// The value of an expression for a node.
///
/// # Errors
/// `XPathException` for what is no expression.
pub fn evaluate(from: &Value, expression: &str, prefixes: Prefixes<'_>) -> Result<Found> {
    let parsed = parser::parse(expression)?;
    Evaluation::new(from, prefixes).value(&parsed, from)
}

fn exception(message: impl Into<pwsh_value::PsString>) -> Error {
    Error::new("System.Xml.XPath.XPathException", message)
}

/// What stands where nodes are wanted gives none.
fn no_node_set() -> Error {
    exception("Expression must evaluate to a node-set.")
}

fn invalid_token(expression: &str) -> Error {
    exception(format!("'{expression}' has an invalid token."))
}
