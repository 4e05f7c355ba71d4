//! The memory of a search: where to go back to, registers and captures. Each thread keeps one for its next search.

use std::cell::Cell;

use crate::poll::{MAX_BACKTRACK, MatchError};
use crate::program::{Program, Register, Target};
use crate::subject::Span;

/// What to do when matching fails, the last first.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Frame {
    /// Go on at the instruction and place.
    Choice { target: Target, pos: u32 },
    /// The register had this value.
    Register { register: Register, value: u32 },
    /// There were this many capture events.
    Captures { len: u32 },
    /// The greedy repeat at `inst` reached `pos` and may go back as far as `least`.
    GiveBack { inst: Target, pos: u32, least: u32 },
    /// The lazy repeat at `inst` stopped at `pos` and may take `left` more.
    TakeMore { inst: Target, pos: u32, left: u32 },
}

/// A change of a group's captures: from the event `before` to this one or, when a capture was taken away, to the
/// one before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CaptureEvent {
    slot: u32,
    /// The group's last capture before the change.
    before: u32,
    start: u32,
    end: u32,
}

/// No capture.
const NONE: u32 = u32::MAX;

/// Memory that is not worth keeping between searches, in frames.
const KEPT_FRAMES: usize = 1 << 16;

#[derive(Debug, Default)]
pub(crate) struct Scratch {
    pub(crate) frames: Vec<Frame>,
    pub(crate) registers: Vec<u32>,
    events: Vec<CaptureEvent>,
    /// For each slot the event of its last capture.
    last: Vec<u32>,
}

thread_local! {
    static KEPT: Cell<Option<Box<Scratch>>> = const { Cell::new(None) };
}

/// Runs `search` with this thread's memory; a search within a search gets its own.
pub(crate) fn with_scratch<R>(program: &Program, search: impl FnOnce(&mut Scratch) -> R) -> R {
    let mut scratch = KEPT.take().unwrap_or_default();
    scratch.registers.clear();
    scratch.registers.resize(program.registers, 0);
    let result = search(&mut scratch);
    if scratch.frames.capacity() <= KEPT_FRAMES && scratch.events.capacity() <= KEPT_FRAMES {
        KEPT.set(Some(scratch));
    }
    result
}

impl Scratch {
    /// Forgets all of the last attempt.
    pub(crate) fn reset(&mut self, slots: usize) {
        self.frames.clear();
        self.events.clear();
        self.last.clear();
        self.last.resize(slots, NONE);
    }

    #[inline]
    pub(crate) fn push(&mut self, frame: Frame) -> Result<(), MatchError> {
        if self.frames.len() == self.frames.capacity() {
            self.grow()?;
        }
        self.frames.push(frame);
        Ok(())
    }

    #[cold]
    fn grow(&mut self) -> Result<(), MatchError> {
        let len = self.frames.len();
        if len >= MAX_BACKTRACK {
            return Err(MatchError::BacktrackLimit);
        }
        let more = len.max(64).min(MAX_BACKTRACK - len);
        self.frames.try_reserve_exact(more).map_err(|_| MatchError::BacktrackLimit)
    }

    /// Sets a register in such a way that failing sets it back.
    #[inline]
    pub(crate) fn set_register(&mut self, register: Register, value: u32) -> Result<(), MatchError> {
        let old = self.registers[register as usize];
        self.push(Frame::Register { register, value: old })?;
        self.registers[register as usize] = value;
        Ok(())
    }

    /// Number of changes to captures so far.
    pub(crate) fn event_count(&self) -> u32 {
        self.events.len() as u32
    }

    /// The last capture of the slot.
    pub(crate) fn capture(&self, slot: u32) -> Option<(u32, u32)> {
        let event = self.events.get(self.last[slot as usize] as usize)?;
        Some((event.start, event.end))
    }

    pub(crate) fn push_capture(&mut self, slot: u32, start: u32, end: u32) {
        let before = self.last[slot as usize];
        self.last[slot as usize] = self.event_count();
        self.events.push(CaptureEvent { slot, before, start, end });
    }

    /// Takes the last capture of the slot away.
    pub(crate) fn pop_capture(&mut self, slot: u32) {
        let before = self.last[slot as usize];
        if let Some(&event) = self.events.get(before as usize) {
            self.last[slot as usize] = event.before;
            self.events.push(CaptureEvent { slot, before, start: 0, end: 0 });
        }
    }

    /// Undoes all changes to captures but the first `len`.
    pub(crate) fn undo_events(&mut self, len: u32) {
        while self.event_count() > len {
            if let Some(event) = self.events.pop() {
                self.last[event.slot as usize] = event.before;
            }
        }
    }

    /// Appends all captures of the slot, the first first.
    pub(crate) fn captures_of(&self, slot: usize, spans: &mut Vec<Span>) {
        let begin = spans.len();
        let mut next = self.last[slot];
        while let Some(event) = self.events.get(next as usize) {
            let (start, end) = (event.start as usize, event.end as usize);
            spans.push(Span { start, len: end - start });
            next = event.before;
        }
        spans[begin..].reverse();
    }
}
