//! Which units a node can begin with, to skip what cannot match.

use crate::char_class::CharSet;
use crate::tree::{Assertion, Node, NodeId, Tree, UnitClass};

/// How deep into nested nodes to look; below that the answer is "any unit".
const DEPTH: u32 = 24;

/// The most sets to join: more say little.
const PARTS: usize = 32;

/// The units that a node, in its own direction, can take first.
pub(crate) struct FirstUnits {
    parts: Vec<UnitClass>,
}

/// What looking at a node found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    /// It always takes a unit, of those collected.
    Unit,
    /// It may take none.
    Nothing,
    /// It may begin with any unit.
    Unknown,
}

impl FirstUnits {
    /// The set of units that every match of `id` begins with; `None` where that is not known or may be none.
    pub(crate) fn of(tree: &Tree, id: NodeId, rtl: bool) -> Option<CharSet> {
        let mut first = Self { parts: Vec::new() };
        if first.visit(tree, id, rtl, DEPTH) != Found::Unit {
            return None;
        }
        let sets = first.parts.iter().map(|&class| tree.set_of(class));
        sets.reduce(|joined, set| joined.union(&set))
    }

    /// Whether what follows in `items` can never begin with a unit of `class`, at any place but the last one a
    /// greedy repeat of `class` reaches.
    pub(crate) fn excludes(tree: &Tree, items: &[NodeId], class: UnitClass, rtl: bool) -> bool {
        let set = tree.set_of(class);
        if let Some(&next) = items.first()
            && !rtl
            && let Node::Assertion(assertion) = tree.node(next)
        {
            return match assertion {
                Assertion::End => true,
                Assertion::LineEnd | Assertion::EndOrNewline => !set.contains(u16::from(b'\n')),
                _ => false,
            };
        }
        let mut first = Self { parts: Vec::new() };
        for &item in items {
            match first.visit(tree, item, rtl, DEPTH) {
                Found::Unit => {
                    return first.parts.iter().all(|&part| match part {
                        UnitClass::One(unit) => !set.contains(unit),
                        UnitClass::Set(id) => set.is_disjoint(&tree.sets[id as usize]),
                    });
                }
                Found::Nothing => {}
                Found::Unknown => return false,
            }
        }
        false
    }

    /// The class of the unit that `id`, left to right, has to begin with, where that is a single one.
    pub(crate) fn leading_class(tree: &Tree, id: NodeId) -> Option<UnitClass> {
        let mut first = Self { parts: Vec::new() };
        match (first.visit(tree, id, false, DEPTH), &first.parts[..]) {
            (Found::Unit, &[class]) => Some(class),
            _ => None,
        }
    }

    fn push(&mut self, class: UnitClass) -> Found {
        if self.parts.len() == PARTS {
            return Found::Unknown;
        }
        self.parts.push(class);
        Found::Unit
    }

    fn visit(&mut self, tree: &Tree, id: NodeId, rtl: bool, depth: u32) -> Found {
        if depth == 0 {
            return Found::Unknown;
        }
        match tree.node(id) {
            Node::Empty => Found::Nothing,
            // an assertion or a look only narrows what follows it
            Node::Assertion(_) | Node::Look { .. } => Found::Nothing,
            &Node::Unit { class, rtl: direction } if direction == rtl => self.push(class),
            &Node::Literal { ref text, rtl: direction } if direction == rtl => {
                let unit = if rtl { text[text.len() - 1] } else { text[0] };
                self.push(UnitClass::One(unit))
            }
            &Node::Repeat { class, rtl: direction, min, .. } if direction == rtl => match self.push(class) {
                Found::Unit if min == 0 => Found::Nothing,
                found => found,
            },
            Node::Concat(items) => {
                for &item in items {
                    match self.visit(tree, item, rtl, depth - 1) {
                        Found::Nothing => {}
                        found => return found,
                    }
                }
                Found::Nothing
            }
            Node::Alternate(items) => self.any_of(tree, items, rtl, depth),
            &Node::Loop { body, min, .. } => match self.visit(tree, body, rtl, depth - 1) {
                Found::Unit if min == 0 => Found::Nothing,
                found => found,
            },
            &Node::Capture { body, .. } | &Node::Atomic(body) => self.visit(tree, body, rtl, depth - 1),
            &Node::IfGroup { yes, no, .. } | &Node::IfMatch { yes, no, .. } => match no {
                Some(no) => self.any_of(tree, &[yes, no], rtl, depth),
                None => match self.visit(tree, yes, rtl, depth - 1) {
                    Found::Unit => Found::Nothing,
                    found => found,
                },
            },
            Node::Unit { .. } | Node::Literal { .. } | Node::Repeat { .. } | Node::Backreference { .. } => {
                Found::Unknown
            }
        }
    }

    fn any_of(&mut self, tree: &Tree, items: &[NodeId], rtl: bool, depth: u32) -> Found {
        let mut all = Found::Unit;
        for &item in items {
            match self.visit(tree, item, rtl, depth - 1) {
                Found::Unit => {}
                Found::Nothing => all = Found::Nothing,
                Found::Unknown => return Found::Unknown,
            }
        }
        all
    }
}
