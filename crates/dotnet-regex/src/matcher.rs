//! The matcher: runs a program at one place of a text, and goes back to the last choice when it fails.
//!
//! Choices lie on a stack of their own, never on the thread's, so that no subject can exhaust that.

use crate::char_class::{Shorthand, equal_ignoring_case, is_boundary_word};
use crate::poll::{MatchError, Poll};
use crate::program::{Inst, Program, Repeat, RepeatMode, Target};
use crate::scratch::{Frame, Scratch};
use crate::text::Text;
use crate::tree::{Assertion, UnitClass};

/// Steps between two looks at the poll: some 20 microseconds.
const STEPS_PER_POLL: u32 = 4096;

/// A loop has had no turn, so no place is that of an empty one.
const NO_PLACE: u32 = u32::MAX;

pub(crate) struct Matcher<'m, T> {
    program: &'m Program,
    text: T,
    /// Where `\G` holds.
    search_start: usize,
    poll: &'m dyn Poll,
    pub(crate) scratch: &'m mut Scratch,
    steps_left: u32,
}

impl<'m, T: Text> Matcher<'m, T> {
    pub(crate) fn new(
        program: &'m Program,
        text: T,
        search_start: usize,
        poll: &'m dyn Poll,
        scratch: &'m mut Scratch,
    ) -> Self {
        Self { program, text, search_start, poll, scratch, steps_left: STEPS_PER_POLL }
    }

    /// Counts steps, and asks the poll when enough are done.
    #[inline]
    pub(crate) fn count_steps(&mut self, steps: usize) -> Result<(), MatchError> {
        match u32::try_from(steps).ok().and_then(|steps| self.steps_left.checked_sub(steps)) {
            Some(left) => self.steps_left = left,
            None => {
                self.steps_left = STEPS_PER_POLL;
                self.poll.poll()?;
            }
        }
        Ok(())
    }

    /// Matches at `start`; gives the other end of the match.
    pub(crate) fn run(&mut self, start: usize) -> Result<Option<usize>, MatchError> {
        self.scratch.reset(self.program.slots);
        self.count_steps(1)?;
        let mut pc = 0;
        let mut pos = start;
        loop {
            match self.step(pc, &mut pos)? {
                Next::Go => pc += 1,
                Next::Jump(target) => pc = target,
                Next::Fail => match self.back(&mut pos)? {
                    Some(target) => pc = target,
                    None => return Ok(None),
                },
                Next::Match => return Ok(Some(pos)),
            }
        }
    }

    #[inline]
    fn step(&mut self, pc: Target, pos: &mut usize) -> Result<Next, MatchError> {
        let program = self.program;
        let matched = match program.insts[pc as usize] {
            Inst::Unit { class, rtl } => self.unit(class, rtl, pos),
            Inst::Literal { start, len, rtl } => {
                self.literal(&program.text[start as usize..(start + len) as usize], rtl, pos)
            }
            Inst::Repeat(ref repeat) => return self.repeat(repeat, pc, pos),
            Inst::Backreference { slot, ignore_case, ecma_script, rtl } => match self.scratch.capture(slot) {
                Some(span) => self.backreference(span, ignore_case, rtl, pos)?,
                None => ecma_script,
            },
            Inst::Assertion(assertion) => self.holds(assertion, *pos),
            Inst::Split { other } => {
                self.scratch.push(Frame::Choice { target: other, pos: *pos as u32 })?;
                true
            }
            Inst::SplitOn { other, set } => {
                if *pos >= self.text.len() || !self.is_in(self.text.unit(*pos), set) {
                    return Ok(Next::Jump(other));
                }
                self.scratch.push(Frame::Choice { target: other, pos: *pos as u32 })?;
                true
            }
            Inst::Jump(target) => return Ok(Next::Jump(target)),
            Inst::CaptureBegin { place } => {
                self.scratch.set_register(place, *pos as u32)?;
                true
            }
            Inst::Capture { slot, balance, place } => {
                let begin = self.scratch.registers[place as usize];
                self.capture(slot, balance, begin, *pos as u32)?
            }
            Inst::LoopBegin { mark, counted, at_place } => {
                self.scratch.set_register(mark, if at_place { *pos as u32 } else { NO_PLACE })?;
                if counted {
                    self.scratch.set_register(mark + 1, 0)?;
                }
                true
            }
            Inst::LoopGreedy { mark, bounds, body } => return self.loop_greedy(mark, bounds, body, pc, *pos),
            Inst::LoopLazy { mark, bounds, body } => return self.loop_lazy(mark, bounds, body, pc, *pos),
            Inst::LoopAgain { mark, bounds, body } => {
                let place = *pos as u32;
                let may_turn = match bounds {
                    Some((_, max)) => {
                        self.scratch.registers[mark as usize + 1] < max
                            && self.scratch.registers[mark as usize] != place
                    }
                    None => true,
                };
                if may_turn {
                    self.turn(mark, bounds, place)?;
                    return Ok(Next::Jump(body));
                }
                false
            }
            Inst::Fence { at } => {
                let at = at as usize;
                self.scratch.registers[at] = self.scratch.frames.len() as u32;
                self.scratch.registers[at + 1] = self.scratch.event_count();
                self.scratch.registers[at + 2] = *pos as u32;
                true
            }
            Inst::Commit { at, return_place } => {
                let at = at as usize;
                self.scratch.frames.truncate(self.scratch.registers[at] as usize);
                let events = self.scratch.registers[at + 1];
                if self.scratch.event_count() > events {
                    self.scratch.push(Frame::Captures { len: events })?;
                }
                if return_place {
                    *pos = self.scratch.registers[at + 2] as usize;
                }
                true
            }
            Inst::FailFence { at } => {
                let at = at as usize;
                self.scratch.frames.truncate(self.scratch.registers[at] as usize);
                self.scratch.undo_events(self.scratch.registers[at + 1]);
                false
            }
            Inst::IfGroup { slot, no } => {
                return Ok(if self.scratch.capture(slot).is_some() { Next::Go } else { Next::Jump(no) });
            }
            Inst::Match => return Ok(Next::Match),
        };
        Ok(if matched { Next::Go } else { Next::Fail })
    }

    /// Goes back to the last choice: the instruction to go on with, or `None` where no choice is left.
    #[inline]
    fn back(&mut self, pos: &mut usize) -> Result<Option<Target>, MatchError> {
        self.count_steps(1)?;
        while let Some(frame) = self.scratch.frames.pop() {
            match frame {
                Frame::Choice { target, pos: place } => {
                    *pos = place as usize;
                    return Ok(Some(target));
                }
                Frame::Register { register, value } => self.scratch.registers[register as usize] = value,
                Frame::Captures { len } => self.scratch.undo_events(len),
                Frame::GiveBack { inst, pos: place, least } => {
                    if let Some(target) = self.give_back(inst, place, least, pos)? {
                        return Ok(Some(target));
                    }
                }
                Frame::TakeMore { inst, pos: place, left } => {
                    if let Some(target) = self.take_more(inst, place, left, pos)? {
                        return Ok(Some(target));
                    }
                }
            }
        }
        Ok(None)
    }

    #[inline]
    pub(crate) fn is_in(&self, unit: u16, class: UnitClass) -> bool {
        match class {
            UnitClass::One(wanted) => unit == wanted,
            UnitClass::Set(id) => self.program.sets()[id as usize].contains(unit),
        }
    }

    #[inline]
    fn unit(&self, class: UnitClass, rtl: bool, pos: &mut usize) -> bool {
        if rtl {
            if *pos == 0 || !self.is_in(self.text.unit(*pos - 1), class) {
                return false;
            }
            *pos -= 1;
        } else {
            if *pos >= self.text.len() || !self.is_in(self.text.unit(*pos), class) {
                return false;
            }
            *pos += 1;
        }
        true
    }

    fn literal(&self, wanted: &[u16], rtl: bool, pos: &mut usize) -> bool {
        let room = if rtl { *pos } else { self.text.len() - *pos };
        if room < wanted.len() {
            return false;
        }
        let begin = if rtl { *pos - wanted.len() } else { *pos };
        if !wanted.iter().enumerate().all(|(index, &unit)| self.text.unit(begin + index) == unit) {
            return false;
        }
        *pos = if rtl { begin } else { begin + wanted.len() };
        true
    }

    fn backreference(
        &mut self,
        (start, end): (u32, u32),
        ignore_case: bool,
        rtl: bool,
        pos: &mut usize,
    ) -> Result<bool, MatchError> {
        let (start, len) = (start as usize, (end - start) as usize);
        let room = if rtl { *pos } else { self.text.len() - *pos };
        if room < len {
            return Ok(false);
        }
        self.count_steps(len / 16)?;
        let begin = if rtl { *pos - len } else { *pos };
        let case = self.program.case;
        let same = (0..len).all(|index| {
            let (a, b) = (self.text.unit(start + index), self.text.unit(begin + index));
            a == b || ignore_case && equal_ignoring_case(a, b, case)
        });
        if same {
            *pos = if rtl { begin } else { begin + len };
        }
        Ok(same)
    }

    fn holds(&self, assertion: Assertion, pos: usize) -> bool {
        let newline = u16::from(b'\n');
        let len = self.text.len();
        match assertion {
            Assertion::Beginning => pos == 0,
            Assertion::LineBegin => pos == 0 || self.text.unit(pos - 1) == newline,
            Assertion::LineEnd => pos == len || self.text.unit(pos) == newline,
            Assertion::EndOrNewline => pos == len || pos + 1 == len && self.text.unit(pos) == newline,
            Assertion::End => pos == len,
            Assertion::SearchStart => pos == self.search_start,
            Assertion::Boundary { negated, ecma_script } => {
                let is_word = |unit: u16| match (unit, ecma_script) {
                    (0..0x80, _) | (_, true) => Shorthand::Word.set(ecma_script, false).contains(unit),
                    _ => is_boundary_word(unit),
                };
                let before = pos > 0 && is_word(self.text.unit(pos - 1));
                let after = pos < len && is_word(self.text.unit(pos));
                (before != after) != negated
            }
        }
    }

    fn repeat(&mut self, repeat: &Repeat, pc: Target, pos: &mut usize) -> Result<Next, MatchError> {
        let Repeat { class, rtl, min, max, mode } = *repeat;
        let room = if rtl { *pos } else { self.text.len() - *pos };
        if room < min as usize {
            return Ok(Next::Fail);
        }
        let lazy = mode == RepeatMode::Lazy;
        let wanted = room.min(if lazy { min } else { max } as usize);
        let taken = self.run_length(class, rtl, *pos, wanted);
        self.count_steps(taken / 16)?;
        if taken < min as usize {
            return Ok(Next::Fail);
        }
        let moved = |places: usize| if rtl { *pos - places } else { *pos + places };
        let (least, end) = (moved(min as usize), moved(taken));
        *pos = end;
        if lazy && max > min {
            self.scratch.push(Frame::TakeMore { inst: pc, pos: end as u32, left: max - min })?;
        } else if mode == RepeatMode::Greedy && end != least {
            self.scratch.push(Frame::GiveBack { inst: pc, pos: end as u32, least: least as u32 })?;
        }
        Ok(Next::Go)
    }

    /// How many of the next `most` units are in the class.
    fn run_length(&self, class: UnitClass, rtl: bool, pos: usize, most: usize) -> usize {
        let text = self.text;
        let count = |is_in: &dyn Fn(u16) -> bool| {
            if rtl {
                (0..most).take_while(|&index| is_in(text.unit(pos - 1 - index))).count()
            } else {
                (0..most).take_while(|&index| is_in(text.unit(pos + index))).count()
            }
        };
        match class {
            UnitClass::One(wanted) => count(&|unit| unit == wanted),
            UnitClass::Set(id) => {
                let set = &self.program.sets()[id as usize];
                count(&|unit| set.contains(unit))
            }
        }
    }

    /// The class that has to match right after the repeat at `inst`, where one has to.
    fn next_class(&self, inst: Target) -> Option<(UnitClass, bool)> {
        match self.program.insts[inst as usize + 1] {
            Inst::Unit { class, rtl } => Some((class, rtl)),
            Inst::Literal { start, rtl: false, .. } => {
                Some((UnitClass::One(self.program.text[start as usize]), false))
            }
            _ => None,
        }
    }

    /// A greedy repeat gives back units, as many as it takes for the next instruction to have a chance.
    fn give_back(
        &mut self,
        inst: Target,
        place: u32,
        least: u32,
        pos: &mut usize,
    ) -> Result<Option<Target>, MatchError> {
        let Inst::Repeat(Repeat { rtl, .. }) = self.program.insts[inst as usize] else { return Ok(None) };
        let next = self.next_class(inst).filter(|&(_, direction)| direction == rtl);
        let mut place = place as usize;
        let least = least as usize;
        while place != least {
            place = if rtl { place + 1 } else { place - 1 };
            self.count_steps(1)?;
            let chance = next.is_none_or(|(class, rtl)| {
                let unit = if rtl { place.checked_sub(1) } else { Some(place) };
                unit.is_some_and(|index| index < self.text.len() && self.is_in(self.text.unit(index), class))
            });
            if chance {
                if place != least {
                    self.scratch.push(Frame::GiveBack { inst, pos: place as u32, least: least as u32 })?;
                }
                *pos = place;
                return Ok(Some(inst + 1));
            }
        }
        Ok(None)
    }

    /// A lazy repeat takes more units, as many as it takes for the next instruction to have a chance.
    fn take_more(
        &mut self,
        inst: Target,
        place: u32,
        left: u32,
        pos: &mut usize,
    ) -> Result<Option<Target>, MatchError> {
        let Inst::Repeat(Repeat { class, rtl, .. }) = self.program.insts[inst as usize] else {
            return Ok(None);
        };
        let next = self.next_class(inst).filter(|&(_, direction)| direction == rtl);
        let mut place = place as usize;
        let mut left = left;
        while left > 0 && self.unit(class, rtl, &mut place) {
            left -= 1;
            self.count_steps(1)?;
            let mut probe = place;
            if next.is_none_or(|(class, rtl)| self.unit(class, rtl, &mut probe)) {
                if left > 0 {
                    self.scratch.push(Frame::TakeMore { inst, pos: place as u32, left })?;
                }
                *pos = place;
                return Ok(Some(inst + 1));
            }
        }
        Ok(None)
    }

    fn capture(
        &mut self,
        slot: Option<u32>,
        balance: Option<u32>,
        begin: u32,
        place: u32,
    ) -> Result<bool, MatchError> {
        let (mut start, mut end) = (begin.min(place), begin.max(place));
        let mut kept = slot;
        let events = self.scratch.event_count();
        if let Some(balance) = balance {
            let Some((inner_start, inner_end)) = self.scratch.capture(balance) else { return Ok(false) };
            // the new capture is what lies between the two; where they overlap, what they share
            if start >= inner_end {
                (start, end) = (inner_end, start);
            } else if end <= inner_start {
                // only from right to left: .NET counts the length from the inner begin, and what is below zero is none
                kept = kept.filter(|_| end == inner_start);
                start = end;
            } else {
                (start, end) = (start.max(inner_start), end.min(inner_end));
            }
            self.scratch.pop_capture(balance);
        }
        if let Some(slot) = kept {
            self.scratch.push_capture(slot, start, end);
        }
        self.scratch.push(Frame::Captures { len: events })?;
        Ok(true)
    }

    /// Begins another turn of a loop.
    fn turn(&mut self, mark: u32, bounds: Option<(u32, u32)>, place: u32) -> Result<(), MatchError> {
        self.count_steps(1)?;
        self.scratch.set_register(mark, place)?;
        if bounds.is_some() {
            let turns = self.scratch.registers[mark as usize + 1];
            self.scratch.set_register(mark + 1, turns + 1)?;
        }
        Ok(())
    }

    fn loop_greedy(
        &mut self,
        mark: u32,
        bounds: Option<(u32, u32)>,
        body: Target,
        pc: Target,
        pos: usize,
    ) -> Result<Next, MatchError> {
        let place = pos as u32;
        let empty_turn = self.scratch.registers[mark as usize] == place;
        let must_turn = match bounds {
            Some((min, max)) => {
                let turns = self.scratch.registers[mark as usize + 1];
                if turns >= max || empty_turn && turns >= min {
                    return Ok(Next::Go);
                }
                turns < min
            }
            None if empty_turn => return Ok(Next::Go),
            None => false,
        };
        if !must_turn {
            self.scratch.push(Frame::Choice { target: pc + 1, pos: place })?;
        }
        self.turn(mark, bounds, place)?;
        Ok(Next::Jump(body))
    }

    fn loop_lazy(
        &mut self,
        mark: u32,
        bounds: Option<(u32, u32)>,
        body: Target,
        pc: Target,
        pos: usize,
    ) -> Result<Next, MatchError> {
        let place = pos as u32;
        let again = pc + 1;
        match bounds {
            Some((min, _)) => {
                if self.scratch.registers[mark as usize + 1] < min {
                    self.turn(mark, bounds, place)?;
                    return Ok(Next::Jump(body));
                }
                self.scratch.push(Frame::Choice { target: again, pos: place })?;
            }
            // after an empty turn another would be empty as well
            None if self.scratch.registers[mark as usize] == place => {}
            None => self.scratch.push(Frame::Choice { target: again, pos: place })?,
        }
        Ok(Next::Jump(again + 1))
    }
}

/// What follows an instruction.
enum Next {
    Go,
    Jump(Target),
    Fail,
    Match,
}
