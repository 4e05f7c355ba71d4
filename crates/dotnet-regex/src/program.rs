//! A pattern as instructions for the matcher.

use crate::char_class::CharSet;
use crate::options::CaseBehavior;
use crate::start::Start;
use crate::tree::{Assertion, Tree, UnitClass};

/// Place of an instruction; while compiling, a label.
pub(crate) type Target = u32;

/// Place of a register. A construct that needs several takes them one after the other.
pub(crate) type Register = u32;

/// One instruction. Where nothing else is said it goes on with the next one.
#[derive(Clone, Debug)]
pub(crate) enum Inst {
    Unit {
        class: UnitClass,
        rtl: bool,
    },
    /// The text from `start` on in [`Program::text`].
    Literal {
        start: u32,
        len: u32,
        rtl: bool,
    },
    Repeat(Repeat),
    Backreference {
        slot: u32,
        ignore_case: bool,
        ecma_script: bool,
        rtl: bool,
    },
    Assertion(Assertion),
    /// Go on; on failure go on at `other`.
    Split {
        other: Target,
    },
    /// As `Split`, but at once at `other` where the next unit is not in the set.
    SplitOn {
        other: Target,
        set: UnitClass,
    },
    Jump(Target),
    /// Keep the place, for [`Inst::Capture`].
    CaptureBegin {
        place: Register,
    },
    Capture {
        slot: Option<u32>,
        balance: Option<u32>,
        place: Register,
    },
    /// Begin a loop: `mark` is where the current turn began, `mark + 1` counts the turns where `counted`.
    LoopBegin {
        mark: Register,
        counted: bool,
        at_place: bool,
    },
    /// Decide about another turn of a greedy loop; go on is to leave.
    LoopGreedy {
        mark: Register,
        bounds: Option<(u32, u32)>,
        body: Target,
    },
    /// Leave a lazy loop, or turn where it must; the next instruction is its `LoopAgain`, the one after is outside.
    LoopLazy {
        mark: Register,
        bounds: Option<(u32, u32)>,
        body: Target,
    },
    /// Another turn of a lazy loop after leaving it has failed.
    LoopAgain {
        mark: Register,
        bounds: Option<(u32, u32)>,
        body: Target,
    },
    /// Keep how much there is to go back to (`at`, and `at + 1` for captures) and the place (`at + 2`).
    Fence {
        at: Register,
    },
    /// Forget the places to go back to since the fence; `return_place` goes back to its place.
    Commit {
        at: Register,
        return_place: bool,
    },
    /// Fail, back to before the fence and the `Split` after it.
    FailFence {
        at: Register,
    },
    /// Go on at `no` where the group has no capture.
    IfGroup {
        slot: u32,
        no: Target,
    },
    Match,
}

/// A class repeated.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Repeat {
    pub(crate) class: UnitClass,
    pub(crate) rtl: bool,
    pub(crate) min: u32,
    pub(crate) max: u32,
    pub(crate) mode: RepeatMode,
}

/// What a repeat may give back or take more of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RepeatMode {
    Greedy,
    Lazy,
    /// Nothing: what follows can match in no other place.
    Atomic,
}

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) insts: Vec<Inst>,
    pub(crate) text: Vec<u16>,
    pub(crate) registers: usize,
    pub(crate) slots: usize,
    pub(crate) case: CaseBehavior,
    pub(crate) rtl: bool,
    /// Keep the last capture of each group only.
    pub(crate) last_captures: bool,
    /// Least number of units of a match.
    pub(crate) min_len: usize,
    pub(crate) start: Start,
    pub(crate) tree: Tree,
}

impl Program {
    pub(crate) fn sets(&self) -> &[CharSet] {
        &self.tree.sets
    }
}
