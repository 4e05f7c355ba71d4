//! The value of an expression for a node.

use super::parser::{Expr, Path, Start, Step};
use super::{Found, Prefixes, exception, functions, no_node_set};
use crate::xml::xml_node::{Node, NodeKind, document_of, of};
use pwsh_value::{Result, Value, stack};
use std::cell::OnceCell;
use std::collections::HashMap;

/// What an expression is evaluated for: a node, its place among `size`.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) node: &'a Value,
    pub(super) position: usize,
    pub(super) size: usize,
}

/// One evaluation.
pub(super) struct Evaluation<'a> {
    root: Value,
    prefixes: Prefixes<'a>,
    /// The places of the document's nodes, by address, once an order is asked for.
    order: OnceCell<HashMap<usize, usize>>,
}

/// The string-value of a node (5).
pub(super) fn text_of(value: &Value) -> String {
    of(value).map(Node::inner_text).unwrap_or_default()
}

fn address(value: &Value) -> usize {
    value.cell().map_or(0, |obj| obj.address())
}

/// The number that a text writes, NaN for none (4.4).
pub(super) fn number_in(text: &str) -> f64 {
    let text = text.trim();
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    if plain { text.parse().unwrap_or(f64::NAN) } else { f64::NAN }
}

impl Found {
    pub(super) fn text(&self) -> String {
        match self {
            Found::Nodes(nodes) => nodes.first().map(text_of).unwrap_or_default(),
            Found::Text(text) => text.clone(),
            Found::Number(number) if number.is_infinite() => {
                if *number < 0.0 {
                    "-Infinity".into()
                } else {
                    "Infinity".into()
                }
            }
            Found::Number(number) => format!("{}", if *number == 0.0 { 0.0 } else { *number }),
            Found::Truth(truth) => truth.to_string(),
        }
    }

    pub(super) fn number(&self) -> f64 {
        match self {
            Found::Number(number) => *number,
            Found::Truth(truth) => f64::from(u8::from(*truth)),
            other => number_in(&other.text()),
        }
    }

    pub(super) fn truth(&self) -> bool {
        match self {
            Found::Nodes(nodes) => !nodes.is_empty(),
            Found::Text(text) => !text.is_empty(),
            Found::Number(number) => *number != 0.0 && !number.is_nan(),
            Found::Truth(truth) => *truth,
        }
    }
}

impl<'a> Evaluation<'a> {
    pub(super) fn new(from: &Value, prefixes: Prefixes<'a>) -> Evaluation<'a> {
        let root = match of(from) {
            Some(node) if node.kind == NodeKind::Document => from.clone(),
            _ => document_of(from),
        };
        Evaluation { root, prefixes, order: OnceCell::new() }
    }

    /// The value of an expression for a node alone.
    pub(super) fn value(&self, expression: &Expr, node: &Value) -> Result<Found> {
        self.at(expression, Place { node, position: 1, size: 1 })
    }

    pub(super) fn at(&self, expression: &Expr, place: Place<'_>) -> Result<Found> {
        stack::check()?;
        Ok(match expression {
            Expr::Literal(text) => Found::Text(text.clone()),
            Expr::Number(number) => Found::Number(*number),
            Expr::Variable => {
                return Err(exception(
                    "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.",
                ));
            }
            Expr::Negate(operand) => Found::Number(-self.at(operand, place)?.number()),
            Expr::Call(name, arguments) => return functions::call(self, name, arguments, place),
            Expr::Path(path) => Found::Nodes(self.path(path, place)?),
            Expr::Binary("or", left, right) => {
                Found::Truth(self.at(left, place)?.truth() || self.at(right, place)?.truth())
            }
            Expr::Binary("and", left, right) => {
                Found::Truth(self.at(left, place)?.truth() && self.at(right, place)?.truth())
            }
            Expr::Binary(operator, left, right) => {
                let (left, right) = (self.at(left, place)?, self.at(right, place)?);
                self.binary(operator, left, right)?
            }
        })
    }

    fn binary(&self, operator: &str, left: Found, right: Found) -> Result<Found> {
        let numbers = |run: fn(f64, f64) -> f64| Found::Number(run(left.number(), right.number()));
        Ok(match operator {
            "+" => numbers(|a, b| a + b),
            "-" => numbers(|a, b| a - b),
            "*" => numbers(|a, b| a * b),
            "div" => numbers(|a, b| a / b),
            "mod" => numbers(|a, b| a % b),
            "|" => match (left, right) {
                (Found::Nodes(mut left), Found::Nodes(right)) => {
                    left.extend(right);
                    Found::Nodes(self.in_order(left))
                }
                _ => return Err(no_node_set()),
            },
            _ => Found::Truth(compare(operator, &left, &right)),
        })
    }

    fn path(&self, path: &Path, place: Place<'_>) -> Result<Vec<Value>> {
        let mut nodes = match &path.start {
            Start::Here => vec![place.node.clone()],
            Start::Root => vec![self.root.clone()],
            Start::Filter(expression, predicates) => match self.at(expression, place)? {
                Found::Nodes(nodes) => self.filtered(nodes, predicates)?,
                _ => return Err(no_node_set()),
            },
        };
        for step in &path.steps {
            let mut next = Vec::new();
            for node in &nodes {
                next.extend(self.step(step, node)?);
            }
            nodes = self.in_order(next);
        }
        Ok(nodes)
    }

    fn step(&self, step: &Step, from: &Value) -> Result<Vec<Value>> {
        let mut nodes = Vec::new();
        for node in step.axis.nodes(from) {
            if step.test.passes(&node, step.axis, self.prefixes)? {
                nodes.push(node);
            }
        }
        self.filtered(nodes, &step.predicates)
    }

    /// The nodes for which all predicates hold; a number means a place (2.4).
    fn filtered(&self, mut nodes: Vec<Value>, predicates: &[Expr]) -> Result<Vec<Value>> {
        for predicate in predicates {
            let size = nodes.len();
            let mut kept = Vec::new();
            for (at, node) in nodes.into_iter().enumerate() {
                let holds = match self.at(predicate, Place { node: &node, position: at + 1, size })? {
                    Found::Number(number) => number == (at + 1) as f64,
                    other => other.truth(),
                };
                if holds {
                    kept.push(node);
                }
            }
            nodes = kept;
        }
        Ok(nodes)
    }

    /// Each node once, in document order.
    fn in_order(&self, mut nodes: Vec<Value>) -> Vec<Value> {
        if nodes.len() > 1 {
            let order = self.order.get_or_init(|| document_order(&self.root));
            nodes.sort_by_key(|node| order.get(&address(node)).copied().unwrap_or(usize::MAX));
            nodes.dedup_by(|a, b| a.same(b));
        }
        nodes
    }
}

fn document_order(root: &Value) -> HashMap<usize, usize> {
    let mut order = HashMap::new();
    let mut waiting = vec![root.clone()];
    while let Some(next) = waiting.pop() {
        order.insert(address(&next), order.len());
        let Some(node) = of(&next) else { continue };
        for attribute in node.attributes() {
            order.insert(address(&attribute), order.len());
        }
        waiting.extend(node.children().into_iter().rev());
    }
    order
}

/// Comparisons (3.4): with nodes, whether any of them compares so.
fn compare(operator: &str, left: &Found, right: &Found) -> bool {
    match (left, right) {
        (Found::Nodes(left), Found::Nodes(right)) => left.iter().any(|left| {
            let left = text_of(left);
            right.iter().any(|right| {
                compare_plain(operator, &Found::Text(left.clone()), &Found::Text(text_of(right)))
            })
        }),
        (Found::Nodes(nodes), Found::Truth(_)) => {
            compare_plain(operator, &Found::Truth(!nodes.is_empty()), right)
        }
        (Found::Truth(_), Found::Nodes(nodes)) => {
            compare_plain(operator, left, &Found::Truth(!nodes.is_empty()))
        }
        (Found::Nodes(nodes), _) => {
            nodes.iter().any(|node| compare_plain(operator, &Found::Text(text_of(node)), right))
        }
        (_, Found::Nodes(nodes)) => {
            nodes.iter().any(|node| compare_plain(operator, left, &Found::Text(text_of(node))))
        }
        _ => compare_plain(operator, left, right),
    }
}

fn compare_plain(operator: &str, left: &Found, right: &Found) -> bool {
    let is_equality = matches!(operator, "=" | "!=");
    if is_equality {
        let equal = match (left, right) {
            (Found::Truth(_), _) | (_, Found::Truth(_)) => left.truth() == right.truth(),
            (Found::Number(_), _) | (_, Found::Number(_)) => left.number() == right.number(),
            _ => left.text() == right.text(),
        };
        return equal == (operator == "=");
    }
    let (left, right) = (left.number(), right.number());
    match operator {
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    }
}
