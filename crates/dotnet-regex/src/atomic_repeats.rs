//! Which repeats of a class never have to give back what they took.

use crate::char_class::Shorthand;
use crate::first_units::FirstUnits;
use crate::tree::{Assertion, Node, NodeId, Tree, UnitClass};

/// For every node whether it is a repeat that may keep all it took, because what follows can match nowhere else.
pub(crate) fn atomic_repeats(tree: &Tree) -> Vec<bool> {
    let mut atomic = vec![false; tree.nodes.len()];
    for node in &tree.nodes {
        let Node::Concat(items) = node else { continue };
        for (index, &item) in items.iter().enumerate() {
            let following = &items[index + 1..];
            if !following.is_empty() {
                mark(tree, item, following, &mut atomic);
            }
        }
    }
    atomic
}

/// Marks the repeats that `item` ends with, where `following` comes next.
fn mark(tree: &Tree, item: NodeId, following: &[NodeId], atomic: &mut [bool]) {
    let mut ends = vec![item];
    while let Some(id) = ends.pop() {
        match *tree.node(id) {
            // a balancing group may fail after its body has matched, and try the body otherwise
            Node::Capture { balance: None, body, .. } => ends.push(body),
            Node::Concat(ref items) => ends.extend(items.last()),
            Node::Alternate(ref items) => ends.extend(items),
            Node::Repeat { class, rtl, min, lazy, .. } => {
                let keeps = !lazy && FirstUnits::excludes(tree, following, class, rtl);
                let dotnet_keeps = !rtl && min > 0 && dotnet_keeps(tree, class, following[0]);
                atomic[id as usize] = keeps || dotnet_keeps;
            }
            _ => {}
        }
    }
}

/// .NET takes it for granted that `\W` and `\D` before a `\B` need give nothing back, and so `\W+\B\W` does not match
/// two spaces.
fn dotnet_keeps(tree: &Tree, class: UnitClass, next: NodeId) -> bool {
    let &Node::Assertion(Assertion::Boundary { negated: true, ecma_script }) = tree.node(next) else {
        return false;
    };
    let UnitClass::Set(set) = class else { return false };
    let set = &tree.sets[set as usize];
    let is = |class: Shorthand| set == class.set(ecma_script, true);
    is(Shorthand::Word) || !ecma_script && is(Shorthand::Digit)
}
