//! Axes and node tests (2.2, 2.3).

use super::{Prefixes, exception};
use crate::xml::xml_node::{Node, NodeKind, of};
use pwsh_value::{Result, Value};

/// In which direction a step goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Axis {
    Ancestor,
    AncestorOrSelf,
    Attribute,
    Child,
    Descendant,
    DescendantOrSelf,
    Following,
    FollowingSibling,
    /// `self`.
    Here,
    Parent,
    Preceding,
    PrecedingSibling,
}

/// Which nodes of an axis a step takes.
#[derive(Debug)]
pub(super) enum Test {
    /// `node()`.
    Node,
    /// `text()`.
    Text,
    /// `comment()`.
    Comment,
    /// `processing-instruction()`, with a target if there is one.
    Instruction(Option<String>),
    /// `*`.
    AnyName,
    /// `prefix:*`.
    AnyOf(String),
    /// A name, with its prefix.
    Name(Option<String>, String),
}

fn children(value: &Value) -> Vec<Value> {
    of(value).filter(|node| node.kind != NodeKind::Attribute).map(Node::children).unwrap_or_default()
}

fn parent(value: &Value) -> Option<Value> {
    of(value).map(Node::parent).filter(|parent| !parent.is_null())
}

/// Puts everything below a node, in document order, behind `out`.
fn descend(value: &Value, out: &mut Vec<Value>) {
    let mut waiting = children(value);
    waiting.reverse();
    while let Some(next) = waiting.pop() {
        let mut below = children(&next);
        below.reverse();
        out.push(next);
        waiting.append(&mut below);
    }
}

fn ancestors(value: &Value) -> Vec<Value> {
    std::iter::successors(parent(value), parent).collect()
}

/// The siblings before a node, the nearest first, and those behind it.
fn siblings(value: &Value) -> (Vec<Value>, Vec<Value>) {
    let all = match (parent(value), of(value)) {
        (Some(parent), Some(node)) if node.kind != NodeKind::Attribute => children(&parent),
        _ => return Default::default(),
    };
    let at = all.iter().position(|other| other.same(value)).unwrap_or(all.len());
    let mut before: Vec<Value> = all[..at].to_vec();
    before.reverse();
    (before, all.get(at + 1..).unwrap_or_default().to_vec())
}

impl Axis {
    pub(super) fn named(name: &str) -> Option<Axis> {
        Some(match name {
            "ancestor" => Axis::Ancestor,
            "ancestor-or-self" => Axis::AncestorOrSelf,
            "attribute" => Axis::Attribute,
            "child" => Axis::Child,
            "descendant" => Axis::Descendant,
            "descendant-or-self" => Axis::DescendantOrSelf,
            "following" => Axis::Following,
            "following-sibling" => Axis::FollowingSibling,
            "self" => Axis::Here,
            "parent" => Axis::Parent,
            "preceding" => Axis::Preceding,
            "preceding-sibling" => Axis::PrecedingSibling,
            _ => return None,
        })
    }

    /// The nodes in this direction, the nearest first.
    pub(super) fn nodes(self, from: &Value) -> Vec<Value> {
        let mut nodes = Vec::new();
        match self {
            Axis::Here => nodes.push(from.clone()),
            Axis::Child => return children(from),
            Axis::Parent => nodes.extend(parent(from)),
            Axis::Attribute => return of(from).map(Node::attributes).unwrap_or_default(),
            Axis::Ancestor => return ancestors(from),
            Axis::AncestorOrSelf => {
                nodes.push(from.clone());
                nodes.extend(ancestors(from));
            }
            Axis::Descendant => descend(from, &mut nodes),
            Axis::DescendantOrSelf => {
                nodes.push(from.clone());
                descend(from, &mut nodes);
            }
            Axis::FollowingSibling => return siblings(from).1,
            Axis::PrecedingSibling => return siblings(from).0,
            Axis::Following => {
                for above in std::iter::once(from.clone()).chain(ancestors(from)) {
                    for sibling in siblings(&above).1 {
                        nodes.push(sibling.clone());
                        descend(&sibling, &mut nodes);
                    }
                }
            }
            Axis::Preceding => {
                for above in std::iter::once(from.clone()).chain(ancestors(from)) {
                    for sibling in siblings(&above).0 {
                        let mut below = vec![sibling.clone()];
                        descend(&sibling, &mut below);
                        below.reverse();
                        nodes.append(&mut below);
                    }
                }
            }
        }
        nodes
    }
}

impl Test {
    /// The test that a name with brackets stands for; `None`: it is a function's.
    pub(super) fn of_kind(name: &str, target: Option<&str>) -> Option<Test> {
        Some(match name {
            "node" => Test::Node,
            "text" => Test::Text,
            "comment" => Test::Comment,
            "processing-instruction" => Test::Instruction(target.map(str::to_owned)),
            _ => return None,
        })
    }

    pub(super) fn of_name(name: &str) -> Test {
        match name.split_once(':') {
            Some((prefix, "*")) => Test::AnyOf(prefix.to_owned()),
            Some((prefix, local)) => Test::Name(Some(prefix.to_owned()), local.to_owned()),
            None => Test::Name(None, name.to_owned()),
        }
    }

    /// Whether a node that lies on `axis` passes.
    ///
    /// # Errors
    /// `XPathException` for a prefix without namespace.
    pub(super) fn passes(&self, value: &Value, axis: Axis, prefixes: Prefixes<'_>) -> Result<bool> {
        let Some(node) = of(value) else { return Ok(false) };
        let principal = if axis == Axis::Attribute { NodeKind::Attribute } else { NodeKind::Element };
        let namespace = |prefix: &str| {
            prefixes(prefix).ok_or_else(|| {
                exception("Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.")
            })
        };
        Ok(match self {
            Test::Node => node.kind != NodeKind::Declaration && !is_declared_namespace(node),
            Test::Text => matches!(node.kind, NodeKind::Text | NodeKind::CData | NodeKind::Whitespace),
            Test::Comment => node.kind == NodeKind::Comment,
            Test::Instruction(target) => {
                node.kind == NodeKind::ProcessingInstruction
                    && target.as_ref().is_none_or(|target| *target == node.name)
            }
            _ if node.kind != principal || is_declared_namespace(node) => false,
            Test::AnyName => true,
            Test::AnyOf(prefix) => node.namespace == namespace(prefix)?,
            Test::Name(None, local) => node.namespace.is_empty() && node.local_name() == local,
            Test::Name(Some(prefix), local) => {
                node.local_name() == local && node.namespace == namespace(prefix)?
            }
        })
    }
}

/// Declarations of namespaces are no attributes to XPath.
fn is_declared_namespace(node: &Node) -> bool {
    node.kind == NodeKind::Attribute && (node.name == "xmlns" || node.name.starts_with("xmlns:"))
}
