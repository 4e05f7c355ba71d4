//! From the tree to instructions, by a list of things to do instead of recursion.

use crate::atomic_repeats::atomic_repeats;
use crate::first_units::FirstUnits;
use crate::group_names::GroupNames;
use crate::lengths::min_lengths;
use crate::options::{CaseBehavior, Options};
use crate::program::{Inst, Program, Register, Repeat, RepeatMode, Target};
use crate::start::Start;
use crate::tree::{INFINITE, Node, NodeId, Tree};

enum Task {
    Node(NodeId),
    Emit(Inst),
    /// The label stands here.
    Place(Target),
}

struct Compiler<'t> {
    tree: &'t Tree,
    /// The repeats that need give nothing back.
    atomic: Vec<bool>,
    insts: Vec<Inst>,
    text: Vec<u16>,
    /// Place of each label.
    labels: Vec<u32>,
    registers: Register,
    tasks: Vec<Task>,
}

/// Compiles a tree.
pub(crate) fn compile(tree: Tree, groups: &GroupNames, options: Options, case: CaseBehavior) -> Program {
    let mut compiler = Compiler {
        tree: &tree,
        atomic: atomic_repeats(&tree),
        insts: Vec::new(),
        text: Vec::new(),
        labels: Vec::new(),
        registers: 0,
        tasks: vec![Task::Emit(Inst::Match), Task::Node(whole_match_body(&tree))],
    };
    while let Some(task) = compiler.tasks.pop() {
        match task {
            Task::Node(id) => compiler.node(id),
            Task::Emit(inst) => compiler.insts.push(inst),
            Task::Place(label) => compiler.labels[label as usize] = compiler.insts.len() as u32,
        }
    }
    compiler.resolve_labels();
    let Compiler { insts, text, registers, .. } = compiler;
    let rtl = options.contains(Options::RIGHT_TO_LEFT);
    let min_len = min_lengths(&tree)[tree.root() as usize] as usize;
    let start = Start::of(&tree, rtl);
    Program {
        insts,
        text,
        registers: registers as usize,
        slots: groups.numbers().len(),
        case,
        rtl,
        last_captures: options.contains(Options::NON_BACKTRACKING),
        min_len,
        start,
        tree,
    }
}

/// The root captures the whole match; the search knows its bounds without an instruction.
fn whole_match_body(tree: &Tree) -> NodeId {
    match *tree.node(tree.root()) {
        Node::Capture { slot: Some(0), body, .. } => body,
        _ => tree.root(),
    }
}

impl Compiler<'_> {
    fn label(&mut self) -> Target {
        self.labels.push(0);
        (self.labels.len() - 1) as Target
    }

    fn take_registers(&mut self, count: u32) -> Register {
        self.registers += count;
        self.registers - count
    }

    /// Does `tasks` next, in their order.
    fn then(&mut self, tasks: impl DoubleEndedIterator<Item = Task>) {
        self.tasks.extend(tasks.rev());
    }

    fn node(&mut self, id: NodeId) {
        match *self.tree.node(id) {
            Node::Empty => {}
            Node::Unit { class, rtl } => self.insts.push(Inst::Unit { class, rtl }),
            Node::Literal { ref text, rtl } => {
                let (start, len) = (self.text.len() as u32, text.len() as u32);
                self.text.extend_from_slice(text);
                self.insts.push(Inst::Literal { start, len, rtl });
            }
            Node::Repeat { class, rtl, min, max, lazy } => {
                let mode = match lazy {
                    _ if self.atomic[id as usize] => RepeatMode::Atomic,
                    true => RepeatMode::Lazy,
                    false => RepeatMode::Greedy,
                };
                self.insts.push(Inst::Repeat(Repeat { class, rtl, min, max, mode }));
            }
            Node::Backreference { slot, ignore_case, ecma_script, rtl } => {
                self.insts.push(Inst::Backreference { slot, ignore_case, ecma_script, rtl });
            }
            Node::Assertion(assertion) => self.insts.push(Inst::Assertion(assertion)),
            Node::Concat(ref items) => {
                self.then(items.iter().map(|&item| Task::Node(item)));
            }
            Node::Alternate(ref items) => self.alternate(items),
            Node::Loop { body, min, max, lazy } => self.repeat(body, min, max, lazy),
            Node::Capture { slot, balance, body } => {
                let place = self.take_registers(1);
                self.insts.push(Inst::CaptureBegin { place });
                self.then([Task::Node(body), Task::Emit(Inst::Capture { slot, balance, place })].into_iter());
            }
            Node::Atomic(body) => self.fenced(body, false),
            Node::Look { body, negated: false } => self.fenced(body, true),
            Node::Look { body, negated: true } => self.negative_look(body),
            Node::IfGroup { slot, yes, no } => {
                let (no_label, end) = (self.label(), self.label());
                self.insts.push(Inst::IfGroup { slot, no: no_label });
                self.branches(yes, no, no_label, end);
            }
            Node::IfMatch { condition, yes, no } => {
                let at = self.take_registers(3);
                let (no_label, end) = (self.label(), self.label());
                self.insts.push(Inst::Fence { at });
                self.insts.push(Inst::Split { other: no_label });
                self.branches(yes, no, no_label, end);
                self.then(
                    [Task::Node(condition), Task::Emit(Inst::Commit { at, return_place: true })].into_iter(),
                );
            }
        }
    }

    fn branches(&mut self, yes: NodeId, no: Option<NodeId>, no_label: Target, end: Target) {
        self.then(
            [Task::Node(yes), Task::Emit(Inst::Jump(end)), Task::Place(no_label)]
                .into_iter()
                .chain(no.map(Task::Node))
                .chain([Task::Place(end)]),
        );
    }

    fn alternate(&mut self, items: &[NodeId]) {
        let end = self.label();
        let Some((&last, others)) = items.split_last() else { return };
        let mut tasks = Vec::with_capacity(items.len() * 4);
        for &item in others {
            let other = self.label();
            // to look ahead is worth it where the branch begins with one known class
            tasks.push(Task::Emit(match FirstUnits::leading_class(self.tree, item) {
                Some(set) => Inst::SplitOn { other, set },
                None => Inst::Split { other },
            }));
            tasks.extend([Task::Node(item), Task::Emit(Inst::Jump(end)), Task::Place(other)]);
        }
        tasks.extend([Task::Node(last), Task::Place(end)]);
        self.then(tasks.into_iter());
    }

    fn repeat(&mut self, body: NodeId, min: u32, max: u32, lazy: bool) {
        // to know whether a loop of at least one turn has had it, it need not count
        let counted = !(max == INFINITE && min <= 1);
        let bounds = counted.then_some((min, max));
        let mark = self.take_registers(1 + u32::from(counted));
        let (body_label, test) = (self.label(), self.label());
        let at_place = !counted && min == 1;
        self.insts.push(Inst::LoopBegin { mark, counted, at_place });
        let mut tasks = Vec::with_capacity(7);
        if !at_place {
            tasks.push(Task::Emit(Inst::Jump(test)));
        }
        tasks.extend([Task::Place(body_label), Task::Node(body), Task::Place(test)]);
        if lazy {
            tasks.push(Task::Emit(Inst::LoopLazy { mark, bounds, body: body_label }));
            tasks.push(Task::Emit(Inst::LoopAgain { mark, bounds, body: body_label }));
        } else {
            tasks.push(Task::Emit(Inst::LoopGreedy { mark, bounds, body: body_label }));
        }
        self.then(tasks.into_iter());
    }

    fn fenced(&mut self, body: NodeId, return_place: bool) {
        let at = self.take_registers(3);
        self.insts.push(Inst::Fence { at });
        self.then([Task::Node(body), Task::Emit(Inst::Commit { at, return_place })].into_iter());
    }

    fn negative_look(&mut self, body: NodeId) {
        let at = self.take_registers(3);
        let end = self.label();
        self.insts.push(Inst::Fence { at });
        self.insts.push(Inst::Split { other: end });
        self.then([Task::Node(body), Task::Emit(Inst::FailFence { at }), Task::Place(end)].into_iter());
    }

    fn resolve_labels(&mut self) {
        for inst in &mut self.insts {
            match inst {
                Inst::Split { other: target }
                | Inst::SplitOn { other: target, .. }
                | Inst::Jump(target)
                | Inst::LoopGreedy { body: target, .. }
                | Inst::LoopLazy { body: target, .. }
                | Inst::LoopAgain { body: target, .. }
                | Inst::IfGroup { no: target, .. } => *target = self.labels[*target as usize],
                _ => {}
            }
        }
    }
}
