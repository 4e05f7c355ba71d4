//! A linear-time automaton that finds where in a long ASCII subject the next match can begin.
//!
//! It accepts all that the pattern matches, and more: what an automaton cannot express (looks, assertions, atomic
//! groups) is left out, which can only add matches. So no place is missed, and the matcher, which then runs at that
//! place, decides.

use regex_automata::meta;
use regex_automata::util::syntax;

use crate::program::Program;
use crate::tree::{INFINITE, Node, NodeId, Tree, UnitClass};

/// Bounds of quantifiers above this are taken as none, to keep the automaton small.
const MOST_REPEATS: u32 = 200;

/// Memory that the automaton's program may take.
const SIZE_LIMIT: usize = 1 << 20;

#[derive(Debug)]
pub(crate) struct Accelerator {
    regex: meta::Regex,
}

enum Task {
    Node(NodeId),
    Text(&'static str),
    Owned(String),
}

impl Accelerator {
    /// The automaton of a program; `None` where it would be of no use or too large.
    pub(crate) fn new(program: &Program) -> Option<Self> {
        if program.min_len == 0 || program.rtl {
            return None;
        }
        let pattern = widened_pattern(&program.tree)?;
        let config = meta::Config::new().nfa_size_limit(Some(SIZE_LIMIT)).utf8_empty(false);
        let syntax = syntax::Config::new().unicode(false).utf8(false).nest_limit(250);
        let regex = meta::Builder::new().configure(config).syntax(syntax).build(&pattern).ok()?;
        Some(Self { regex })
    }

    /// The first place from `place` on where a match can begin.
    pub(crate) fn next_start(&self, text: &[u8], place: usize) -> Option<usize> {
        self.regex.find(regex_automata::Input::new(text).range(place..)).map(|found| found.start())
    }
}

/// The pattern in the automaton's syntax, widened where it has no word for something; `None` where nothing would be
/// left of it.
fn widened_pattern(tree: &Tree) -> Option<String> {
    let mut out = String::new();
    let mut tasks = vec![Task::Node(tree.root())];
    while let Some(task) = tasks.pop() {
        let id = match task {
            Task::Node(id) => id,
            Task::Text(text) => {
                out.push_str(text);
                continue;
            }
            Task::Owned(text) => {
                out.push_str(&text);
                continue;
            }
        };
        match tree.node(id) {
            Node::Empty | Node::Assertion(_) | Node::Look { .. } => out.push_str("(?:)"),
            Node::Unit { class, .. } => push_class(tree, *class, &mut out),
            Node::Literal { text, .. } => {
                text.iter().for_each(|&unit| push_class(tree, UnitClass::One(unit), &mut out));
            }
            &Node::Repeat { class, min, max, lazy, .. } => {
                push_class(tree, class, &mut out);
                out.push_str(&quantifier(min, max, lazy));
            }
            Node::Backreference { .. } => return None,
            Node::Concat(items) => tasks.extend(items.iter().rev().map(|&item| Task::Node(item))),
            Node::Alternate(items) => push_alternatives(items, &mut tasks),
            &Node::Loop { body, min, max, lazy } => {
                tasks.push(Task::Owned(quantifier(min, max, lazy)));
                push_alternatives(&[body], &mut tasks);
            }
            &Node::Capture { body, .. } | &Node::Atomic(body) => tasks.push(Task::Node(body)),
            &Node::IfGroup { yes, no, .. } | &Node::IfMatch { yes, no, .. } => match no {
                Some(no) => push_alternatives(&[yes, no], &mut tasks),
                None => {
                    tasks.push(Task::Text("?"));
                    push_alternatives(&[yes], &mut tasks);
                }
            },
        }
    }
    Some(out)
}

fn push_alternatives(items: &[NodeId], tasks: &mut Vec<Task>) {
    tasks.push(Task::Text(")"));
    for (index, &item) in items.iter().enumerate().rev() {
        tasks.push(Task::Node(item));
        tasks.push(Task::Text(if index == 0 { "(?:" } else { "|" }));
    }
}

fn push_class(tree: &Tree, class: UnitClass, out: &mut String) {
    let set = tree.set_of(class);
    out.push('[');
    let begin = out.len();
    for &(first, last) in set.ranges().iter().take_while(|&&(first, _)| first < 0x80) {
        out.push_str(&format!("\\x{first:02X}-\\x{:02X}", last.min(0x7F)));
    }
    if out.len() == begin {
        // no ASCII at all: the class of nothing
        out.push_str("^\\x00-\\xFF");
    }
    out.push(']');
}

fn quantifier(min: u32, max: u32, lazy: bool) -> String {
    let least = min.min(MOST_REPEATS);
    let lazy = if lazy { "?" } else { "" };
    if max == INFINITE || max > MOST_REPEATS {
        format!("{{{least},}}{lazy}")
    } else {
        format!("{{{least},{max}}}{lazy}")
    }
}
