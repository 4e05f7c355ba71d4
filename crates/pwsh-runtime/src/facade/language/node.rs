//! A node of a tree as an object.

use super::script_extent;
use crate::facade::collection;
use pwsh_syntax::ast::{Ast, ScriptBlockAst};
use pwsh_syntax::{Extent, Source};
use pwsh_value::ty::named;
use pwsh_value::{Obj, Payload, Value};
use std::sync::Arc;

/// The payload of every `Ast` object: the tree and the way down to the node, a child's number for each step.
#[derive(Clone)]
pub(crate) struct Node {
    root: Arc<ScriptBlockAst>,
    path: Vec<u32>,
}

impl Payload for Node {}

impl Node {
    /// The root of a tree as an object.
    pub(crate) fn of_root(root: Arc<ScriptBlockAst>) -> Value {
        Node { root, path: Vec::new() }.value()
    }

    /// The node at a place of a tree: the outermost that stands there and that `is_wanted`. Null if there is none.
    pub(crate) fn at(root: &Arc<ScriptBlockAst>, extent: Extent, is_wanted: fn(Ast<'_>) -> bool) -> Value {
        fn find(node: Ast<'_>, extent: Extent, is_wanted: fn(Ast<'_>) -> bool, path: &mut Vec<u32>) -> bool {
            if node.extent() == extent && is_wanted(node) {
                return true;
            }
            let (mut at, mut found) = (0, false);
            node.for_each_child(&mut |child| {
                if !found {
                    path.push(at);
                    found = find(child, extent, is_wanted, path);
                    if !found {
                        path.pop();
                    }
                }
                at += 1;
            });
            found
        }
        let mut path = Vec::new();
        match find(Ast::ScriptBlock(root), extent, is_wanted, &mut path) {
            true => Node { root: root.clone(), path }.value(),
            false => Value::Null,
        }
    }

    /// The node.
    pub(crate) fn get(&self) -> Ast<'_> {
        self.path.iter().fold(Ast::ScriptBlock(&self.root), |node, at| {
            let (mut number, mut wanted) = (0, None);
            node.for_each_child(&mut |child| {
                if number == *at {
                    wanted = Some(child);
                }
                number += 1;
            });
            wanted.unwrap_or(node)
        })
    }

    /// The text that extents point into.
    pub(crate) fn source(&self) -> &Arc<Source> {
        &self.root.source
    }

    /// The text of the node.
    pub(crate) fn text(&self) -> &str {
        self.source().slice(self.get().extent())
    }

    /// The node as an object of its class.
    pub(crate) fn value(self) -> Value {
        let ty = match self.get() {
            // The one class whose name in the tree is not its .NET name's end.
            Ast::BaseCtorInvokeMember(_) => language!("BaseCtorInvokeMemberExpressionAst").to_owned(),
            node => format!("System.Management.Automation.Language.{}", node.class_name()),
        };
        Value::Object(Obj::new(named(&ty), self))
    }

    /// The node around this one; null for the root.
    pub(super) fn parent(&self) -> Value {
        match self.path.split_last() {
            Some((_, path)) => Node { root: self.root.clone(), path: path.to_vec() }.value(),
            None => Value::Null,
        }
    }

    /// The children in order.
    pub(super) fn nodes_below(&self) -> Vec<Node> {
        let (mut nodes, mut number) = (Vec::new(), 0);
        self.get().for_each_child(&mut |_| {
            nodes.push(self.step(number));
            number += 1;
        });
        nodes
    }

    fn step(&self, number: u32) -> Node {
        let mut path = self.path.clone();
        path.push(number);
        Node { root: self.root.clone(), path }
    }

    /// A node directly below this one, or one level further down, as an object.
    pub(super) fn child<'a>(&self, wanted: impl Into<Ast<'a>>) -> Value {
        let wanted = wanted.into();
        let direct = |node: Ast<'_>| {
            let (mut number, mut found) = (0, None);
            node.for_each_child(&mut |child| {
                if found.is_none() && child.is_same(wanted) {
                    found = Some(number);
                }
                number += 1;
            });
            found
        };
        if let Some(number) = direct(self.get()) {
            return self.step(number).value();
        }
        for below in self.nodes_below() {
            if let Some(number) = direct(below.get()) {
                return below.step(number).value();
            }
        }
        Value::Null
    }

    /// A node below that may not be there.
    pub(super) fn maybe<'a, T: 'a>(&self, wanted: Option<&'a T>) -> Value
    where
        Ast<'a>: From<&'a T>,
    {
        wanted.map_or(Value::Null, |wanted| self.child(wanted))
    }

    /// Nodes below as a `ReadOnlyCollection` of the class named `class`.
    pub(super) fn children<'a>(&self, class: &str, wanted: impl IntoIterator<Item = Ast<'a>>) -> Value {
        let nodes = wanted.into_iter().map(|node| self.child(node)).collect();
        collection::read_only(&format!("System.Management.Automation.Language.{class}"), nodes)
    }

    /// A place in the text as an object.
    pub(super) fn extent(&self, extent: Extent) -> Value {
        script_extent::extent_value(self.source(), extent)
    }
}
