//! How many units a node takes at least.

use crate::tree::{Node, Tree};

/// For every node the least number of units it takes; children come first, so one pass is enough.
pub(crate) fn min_lengths(tree: &Tree) -> Vec<u32> {
    let mut lengths: Vec<u32> = Vec::with_capacity(tree.nodes.len());
    for node in &tree.nodes {
        let of = |id: u32| lengths[id as usize];
        let length = match node {
            Node::Empty
            | Node::Assertion(_)
            | Node::Look { .. }
            // what a group captured may be empty
            | Node::Backreference { .. } => 0,
            Node::Unit { .. } => 1,
            Node::Literal { text, .. } => text.len() as u32,
            Node::Repeat { min, .. } => *min,
            Node::Concat(items) => items.iter().fold(0, |sum: u32, &item| sum.saturating_add(of(item))),
            Node::Alternate(items) => items.iter().map(|&item| of(item)).min().unwrap_or(0),
            Node::Loop { body, min, .. } => of(*body).saturating_mul(*min),
            Node::Capture { body, .. } | Node::Atomic(body) => of(*body),
            Node::IfGroup { yes, no, .. } | Node::IfMatch { yes, no, .. } => of(*yes).min(no.map_or(0, of)),
        };
        lengths.push(length);
    }
    lengths
}
