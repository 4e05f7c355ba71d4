//! Where a match can begin, so that the search tries no other places.

use crate::char_class::CharSet;
use crate::first_units::FirstUnits;
use crate::tree::{Assertion, Node, NodeId, Tree};

/// What every match begins with.
#[derive(Debug)]
pub(crate) enum Start {
    /// The begin of the subject.
    Beginning,
    /// The place where the search starts.
    PlaceOfSearch,
    /// The begin of a line.
    LineBegin,
    /// This text; in ASCII also as bytes.
    Literal(Box<LiteralStart>),
    /// A unit of the set.
    Set(SetStart),
    /// Nothing that is known.
    Anywhere,
}

/// A text to look for.
#[derive(Debug)]
pub(crate) struct LiteralStart {
    pub(crate) units: Box<[u16]>,
    /// Finds it in ASCII; `None` where it is not ASCII and so never there.
    pub(crate) ascii: Option<memchr::memmem::Finder<'static>>,
}

/// A set to look for.
#[derive(Debug)]
pub(crate) struct SetStart {
    pub(crate) set: CharSet,
    /// Its ASCII units, where they are no more than three.
    pub(crate) few: Option<Box<[u8]>>,
}

impl Start {
    /// What matches of the tree begin with, in the direction of the search.
    pub(crate) fn of(tree: &Tree, rtl: bool) -> Self {
        if rtl {
            return Self::Anywhere;
        }
        let first = first_node(tree);
        match tree.node(first) {
            Node::Assertion(Assertion::Beginning) => return Self::Beginning,
            Node::Assertion(Assertion::SearchStart) => return Self::PlaceOfSearch,
            Node::Assertion(Assertion::LineBegin) => return Self::LineBegin,
            Node::Literal { text, rtl: false } => {
                let bytes: Option<Vec<u8>> =
                    text.iter().map(|&unit| u8::try_from(unit).ok().filter(u8::is_ascii)).collect();
                let ascii = bytes.map(|bytes| memchr::memmem::Finder::new(&bytes).into_owned());
                return Self::Literal(Box::new(LiteralStart { units: text.clone(), ascii }));
            }
            _ => {}
        }
        match FirstUnits::of(tree, tree.root(), false) {
            Some(set) if set.ranges() != [(0, 0xFFFF)] => {
                let units: Vec<u8> = set.ascii_units().take(4).collect();
                Self::Set(SetStart { set, few: (units.len() <= 3).then_some(units.into()) })
            }
            _ => Self::Anywhere,
        }
    }
}

/// The node that matches first, through groups and concatenations.
fn first_node(tree: &Tree) -> NodeId {
    let mut id = tree.root();
    loop {
        id = match tree.node(id) {
            Node::Capture { body, .. } | Node::Atomic(body) => *body,
            Node::Concat(items) => items[0],
            &Node::Loop { body, min, .. } if min > 0 => body,
            _ => return id,
        };
    }
}
