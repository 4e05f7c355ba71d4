//! A parsed pattern: nodes in one list, children before their parents, so that no walk needs recursion.

use std::collections::HashMap;

use crate::char_class::CharSet;

/// Place of a node in [`Tree::nodes`].
pub(crate) type NodeId = u32;

/// Place of a set in the list of sets.
pub(crate) type SetId = u32;

/// No upper bound of a quantifier: .NET's `Int32.MaxValue`.
pub(crate) const INFINITE: u32 = i32::MAX as u32;

/// What one code unit has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitClass {
    One(u16),
    Set(SetId),
}

/// Conditions on a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Assertion {
    /// `\A`, or `^` of a single line
    Beginning,
    /// `^` of many lines
    LineBegin,
    /// `$` of many lines
    LineEnd,
    /// `\Z`, or `$` of a single line: the end, or before a last newline
    EndOrNewline,
    /// `\z`
    End,
    /// `\G`
    SearchStart,
    /// `\b` or, negated, `\B`
    Boundary { negated: bool, ecma_script: bool },
}

/// `rtl` nodes match the text before the current place and move backwards.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Empty,
    Unit {
        class: UnitClass,
        rtl: bool,
    },
    Literal {
        text: Box<[u16]>,
        rtl: bool,
    },
    /// One class, repeated.
    Repeat {
        class: UnitClass,
        rtl: bool,
        min: u32,
        max: u32,
        lazy: bool,
    },
    Backreference {
        slot: u32,
        ignore_case: bool,
        ecma_script: bool,
        rtl: bool,
    },
    Assertion(Assertion),
    /// In the order in which they are matched: reversed where the direction is.
    Concat(Box<[NodeId]>),
    Alternate(Box<[NodeId]>),
    Loop {
        body: NodeId,
        min: u32,
        max: u32,
        lazy: bool,
    },
    /// `slot` is `None` for `(?<-name>...)`; `balance` is the slot that loses a capture.
    Capture {
        slot: Option<u32>,
        balance: Option<u32>,
        body: NodeId,
    },
    Atomic(NodeId),
    Look {
        body: NodeId,
        negated: bool,
    },
    IfGroup {
        slot: u32,
        yes: NodeId,
        no: Option<NodeId>,
    },
    IfMatch {
        condition: NodeId,
        yes: NodeId,
        no: Option<NodeId>,
    },
}

/// A pattern's nodes and sets. The root is the last node.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
    pub(crate) sets: Vec<CharSet>,
    set_ids: HashMap<CharSet, SetId>,
}

impl Tree {
    pub(crate) fn push(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        (self.nodes.len() - 1) as NodeId
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    pub(crate) fn root(&self) -> NodeId {
        (self.nodes.len() - 1) as NodeId
    }

    /// The class of the set; equal sets are kept once.
    pub(crate) fn class(&mut self, set: CharSet) -> UnitClass {
        if let [(first, last)] = *set.ranges()
            && first == last
        {
            return UnitClass::One(first);
        }
        if let Some(&id) = self.set_ids.get(&set) {
            return UnitClass::Set(id);
        }
        let id = self.sets.len() as SetId;
        self.sets.push(set.clone());
        self.set_ids.insert(set, id);
        UnitClass::Set(id)
    }

    /// The units of a class as a set.
    pub(crate) fn set_of(&self, class: UnitClass) -> CharSet {
        match class {
            UnitClass::One(unit) => CharSet::from_ranges(vec![(unit, unit)]),
            UnitClass::Set(id) => self.sets[id as usize].clone(),
        }
    }

    /// The nodes in order of a concatenation; an empty one matches nothing at all, a single one is itself.
    pub(crate) fn concat(&mut self, mut items: Vec<NodeId>, rtl: bool) -> NodeId {
        self.join_literals(&mut items);
        if rtl {
            items.reverse();
        }
        match items[..] {
            [] => self.push(Node::Empty),
            [only] => only,
            _ => self.push(Node::Concat(items.into())),
        }
    }

    /// Makes one literal of each run of single units of the same direction.
    fn join_literals(&mut self, items: &mut Vec<NodeId>) {
        let mut joined = Vec::with_capacity(items.len());
        let mut rest = &items[..];
        while let Some(&first) = rest.first() {
            let Some((_, rtl)) = self.single_unit(first) else {
                joined.push(first);
                rest = &rest[1..];
                continue;
            };
            let text: Box<[u16]> = rest
                .iter()
                .map_while(|&item| self.single_unit(item))
                .take_while(|&(_, direction)| direction == rtl)
                .map(|(unit, _)| unit)
                .collect();
            rest = &rest[text.len()..];
            joined.push(if text.len() == 1 { first } else { self.push(Node::Literal { text, rtl }) });
        }
        *items = joined;
    }

    fn single_unit(&self, id: NodeId) -> Option<(u16, bool)> {
        match *self.node(id) {
            Node::Unit { class: UnitClass::One(unit), rtl } => Some((unit, rtl)),
            _ => None,
        }
    }

    /// The alternatives in the order in which they are tried; neighbours of a single unit become one set.
    pub(crate) fn alternate(&mut self, items: Vec<NodeId>) -> NodeId {
        let mut merged: Vec<NodeId> = Vec::with_capacity(items.len());
        for item in items {
            let pair = merged.last().map(|&last| (self.node(last), self.node(item)));
            if let Some((&Node::Unit { class: a, rtl }, &Node::Unit { class: b, rtl: direction })) = pair
                && rtl == direction
            {
                let set = self.set_of(a).union(&self.set_of(b));
                let class = self.class(set);
                merged.pop();
                merged.push(self.push(Node::Unit { class, rtl }));
            } else {
                merged.push(item);
            }
        }
        // an empty alternative after another is never reached
        let is_empty = |id: NodeId| matches!(self.node(id), Node::Empty);
        let first_empty = merged.iter().position(|&item| is_empty(item));
        let mut index = 0;
        merged.retain(|&item| {
            index += 1;
            first_empty.is_none_or(|first| index <= first + 1) || !is_empty(item)
        });
        match (&merged[..], first_empty) {
            (&[only], _) => only,
            (&[body, _], Some(1)) => self.push(Node::Loop { body, min: 0, max: 1, lazy: false }),
            (&[_, body], Some(0)) => self.push(Node::Loop { body, min: 0, max: 1, lazy: true }),
            _ => self.push(Node::Alternate(merged.into())),
        }
    }

    /// `body` repeated; loops of loops become one, as in .NET, lest they multiply the ways to match.
    pub(crate) fn repeat(&mut self, body: NodeId, lazy: bool, min: u32, max: u32) -> NodeId {
        if max == 0 {
            return self.push(Node::Empty);
        }
        if (min, max) == (1, 1) || matches!(self.node(body), Node::Empty) {
            return body;
        }
        if let Node::Unit { class, rtl } = *self.node(body) {
            return self.push(Node::Repeat { class, rtl, min, max, lazy });
        }
        if let Node::Assertion(_) = self.node(body) {
            // once is as good as often
            return if min > 0 { body } else { self.push(Node::Loop { body, min, max: 1, lazy }) };
        }
        let mut bounds = Bounds { min, max, product: min };
        let mut body = body;
        loop {
            match *self.node(body) {
                Node::Loop { body: inner, min, max, lazy: same }
                    if same == lazy && bounds.blend(min, max) =>
                {
                    bounds = bounds.times(min, max);
                    body = inner;
                }
                Node::Repeat { class, rtl, min, max, lazy: same }
                    if same == lazy && bounds.blend(min, max) =>
                {
                    let Bounds { min, max, .. } = bounds.times(min, max);
                    return self.push(Node::Repeat { class, rtl, min, max, lazy });
                }
                // what .NET makes of `(?>a+){2}` is `(?>a{2,})`
                Node::Atomic(inner)
                    if let Node::Repeat { class, rtl, min, max, lazy: false } = *self.node(inner)
                        && !lazy
                        && bounds.blend(min, max) =>
                {
                    let Bounds { min, max, .. } = bounds.times(min, max);
                    let repeat = self.push(Node::Repeat { class, rtl, min, max, lazy });
                    return self.push(Node::Atomic(repeat));
                }
                _ => {
                    let Bounds { min, max, .. } = bounds;
                    return self.push(Node::Loop { body, min, max, lazy });
                }
            }
        }
    }
}

/// The bounds of nested loops that become one.
#[derive(Clone, Copy)]
struct Bounds {
    min: u32,
    max: u32,
    /// The lower bounds multiplied, but for those that are 0. .NET goes on with this one, so that `(?:a+|){2}`, a
    /// loop of an optional loop, takes `aa` at least.
    product: u32,
}

impl Bounds {
    /// Whether every count between the products of the bounds can be reached: `(a{2})*` has gaps, `(a+)*` has none.
    fn blend(self, inner_min: u32, inner_max: u32) -> bool {
        !(self.min == 0 && inner_min > 1) && inner_max >= inner_min.saturating_mul(2)
    }

    fn times(self, inner_min: u32, inner_max: u32) -> Self {
        let product = if inner_min > 0 { times(self.product, inner_min) } else { self.product };
        let min = if inner_min > 0 { product } else { 0 };
        Self { min, max: times(self.max, inner_max), product }
    }
}

fn times(a: u32, b: u32) -> u32 {
    if a == INFINITE || b == INFINITE {
        return if a == 0 || b == 0 { 0 } else { INFINITE };
    }
    a.saturating_mul(b).min(INFINITE)
}
