//! One direction of a channel without threads: numbers frames, keeps them until they are acknowledged,
//! counts credit, and gives them out again from a number.

use std::collections::{BTreeMap, HashMap, VecDeque};

use crate::frame::{Frame, Numbered, StreamId};
use crate::position::Position;

/// What a direction of a channel may hold.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of one stream that may be unacknowledged before its sender has no credit. The last frame
    /// sent with credit may reach beyond.
    pub window: usize,
}

impl Default for Limits {
    /// 1 MiB: above what a pipe or a socket buffers, so that a reader that keeps pace never makes the
    /// sender wait, and small beside a session.
    fn default() -> Self {
        Limits { window: 1 << 20 }
    }
}

impl Limits {
    /// Where a sender that goes on without credit is refused.
    fn refuse_at(self) -> usize {
        self.window.saturating_mul(2)
    }
}

/// The sender went on without credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected the sender to wait at {window} unacknowledged bytes of a stream, found {held}")]
pub struct Overrun {
    /// The window that the sender had.
    pub window: usize,
    /// What it has sent without an acknowledgement.
    pub held: usize,
}

/// A position from which this direction cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPosition {
    /// The position speaks of frames that were never sent.
    #[error("expected a position up to {next}, found {found}")]
    Ahead {
        /// The number that the next frame will get.
        next: u64,
        /// The number asked for.
        found: u64,
    },
    /// Frames from the position on were acknowledged before, and are gone.
    #[error("expected a position above the acknowledged frame {acknowledged}, found {found}")]
    Dropped {
        /// The number of a frame that was dropped.
        acknowledged: u64,
        /// The position asked for in that frame's stream.
        found: u64,
    },
}

#[derive(Debug, Default)]
struct Queue {
    /// Unacknowledged frames in order; the first `given` of them were given out.
    frames: VecDeque<Numbered>,
    given: usize,
    bytes: usize,
    /// The sender was told that there is no credit, and waits to hear of some.
    starved: bool,
}

impl Queue {
    fn next_number(&self) -> Option<u64> {
        self.frames.get(self.given).map(|frame| frame.number)
    }
}

/// One direction of a channel.
#[derive(Debug)]
pub struct Outbox {
    limits: Limits,
    last: u64,
    queues: HashMap<StreamId, Queue>,
    /// The next number to give out of each stream that has one: the lowest is the next of all.
    ready: BTreeMap<u64, StreamId>,
    /// The highest number dropped of each stream, at least as long as an older frame of another one is
    /// held: without it a position that lacks frames already gone could not be told from a good one.
    dropped: HashMap<StreamId, u64>,
}

impl Outbox {
    /// An empty direction whose first frame gets number 1.
    pub fn new(limits: Limits) -> Self {
        Outbox { limits, last: 0, queues: HashMap::new(), ready: BTreeMap::new(), dropped: HashMap::new() }
    }

    /// The number of the last frame that was pushed; 0 before the first.
    pub fn last(&self) -> u64 {
        self.last
    }

    /// Whether the sender has credit in `stream`. If not, [`Outbox::acknowledge`] names the stream when
    /// it has some again.
    pub fn credit(&mut self, stream: StreamId) -> bool {
        match self.queues.get_mut(&stream) {
            Some(queue) if queue.bytes >= self.limits.window => {
                queue.starved = true;
                false
            }
            _ => true,
        }
    }

    /// Takes a frame in and gives its number. Frames without data are never refused; data is when the
    /// sender went on for another window without credit.
    pub fn push(&mut self, frame: Frame) -> Result<u64, Overrun> {
        let stream = frame.stream_id();
        let cost = frame.cost();
        let queue = self.queues.entry(stream).or_default();
        if cost > 0 && queue.bytes >= self.limits.refuse_at() {
            return Err(Overrun { window: self.limits.window, held: queue.bytes });
        }
        self.last += 1;
        if queue.given == queue.frames.len() {
            self.ready.insert(self.last, stream);
        }
        queue.bytes += cost;
        queue.frames.push_back(Numbered { number: self.last, frame });
        Ok(self.last)
    }

    /// Whether there is a frame to give out.
    pub fn is_ready(&self) -> bool {
        !self.ready.is_empty()
    }

    /// Gives out the frame with the lowest number that was not given out yet, over all streams. It stays
    /// held until it is acknowledged.
    pub fn take(&mut self) -> Option<Numbered> {
        let (_, stream) = self.ready.pop_first()?;
        self.give(stream)
    }

    /// Gives out the next frame of one stream, whatever waits in others.
    pub fn take_from(&mut self, stream: StreamId) -> Option<Numbered> {
        let number = self.queues.get(&stream)?.next_number()?;
        self.ready.remove(&number);
        self.give(stream)
    }

    /// Gives out frames in the order of their numbers, as many as there are, until their data has
    /// reached `bytes`.
    pub fn take_burst(&mut self, burst: &mut Vec<Numbered>, bytes: usize) {
        let mut sum = 0;
        while sum < bytes {
            let Some((_, stream)) = self.ready.pop_first() else { return };
            let until = self.ready.first_key_value().map_or(u64::MAX, |(number, _)| *number);
            let Some(queue) = self.queues.get_mut(&stream) else { return };
            while let Some(frame) = queue.frames.get(queue.given) {
                if frame.number > until || sum >= bytes {
                    self.ready.insert(frame.number, stream);
                    break;
                }
                sum += frame.frame.cost();
                burst.push(frame.clone());
                queue.given += 1;
            }
        }
    }

    fn give(&mut self, stream: StreamId) -> Option<Numbered> {
        let queue = self.queues.get_mut(&stream)?;
        let frame = queue.frames.get(queue.given)?.clone();
        queue.given += 1;
        if let Some(number) = queue.next_number() {
            self.ready.insert(number, stream);
        }
        Some(frame)
    }

    /// Drops the frames of all streams that were given out, up to and with `number`. Adds to `freed` the
    /// streams whose sender was without credit and has some again.
    pub fn acknowledge(&mut self, number: u64, freed: &mut Vec<StreamId>) {
        let streams: Vec<StreamId> = self.queues.keys().copied().collect();
        for stream in streams {
            self.acknowledge_in(stream, number, freed);
        }
    }

    /// As [`Outbox::acknowledge`], in one stream.
    pub fn acknowledge_in(&mut self, stream: StreamId, number: u64, freed: &mut Vec<StreamId>) {
        let Some(queue) = self.queues.get_mut(&stream) else { return };
        let mut dropped = 0;
        while queue.given > 0 && queue.frames.front().is_some_and(|frame| frame.number <= number) {
            let Some(frame) = queue.frames.pop_front() else { break };
            queue.given -= 1;
            queue.bytes -= frame.frame.cost();
            dropped = frame.number;
        }
        if queue.starved && queue.bytes < self.limits.window {
            queue.starved = false;
            freed.push(stream);
        }
        if queue.frames.is_empty() {
            self.queues.remove(&stream);
        }
        if dropped > 0 {
            self.note_dropped(stream, dropped);
        }
    }

    fn note_dropped(&mut self, stream: StreamId, number: u64) {
        self.dropped.insert(stream, number);
        if self.dropped.len() > 2 * self.queues.len() + 16 {
            let floor = self.floor();
            self.dropped.retain(|_, dropped| *dropped >= floor);
        }
    }

    /// The lowest number that is held: everything below was acknowledged.
    pub fn floor(&self) -> u64 {
        let fronts = self.queues.values().filter_map(|queue| queue.frames.front());
        fronts.map(|frame| frame.number).min().unwrap_or(self.last + 1)
    }

    /// The position of a receiver that has had what was acknowledged and nothing else.
    pub fn acknowledged(&self) -> Position {
        self.dropped.iter().fold(Position::lacking(self.floor()), |position, (stream, number)| {
            position.ahead_in(*stream, number + 1)
        })
    }

    /// Starts again at `position`: drops what the receiver has had, and gives out again what it lacks.
    /// Adds to `freed` as [`Outbox::acknowledge`] does.
    pub fn resume(&mut self, position: &Position, freed: &mut Vec<StreamId>) -> Result<(), BadPosition> {
        if position.highest() > self.last + 1 {
            return Err(BadPosition::Ahead { next: self.last + 1, found: position.highest() });
        }
        let (floor, lacks) = (self.floor(), position.lacks());
        if lacks < floor {
            return Err(BadPosition::Dropped { acknowledged: floor - 1, found: lacks });
        }
        let gone = self.dropped.iter().find(|(stream, number)| **number >= position.of(**stream));
        if let Some((stream, number)) = gone {
            return Err(BadPosition::Dropped { acknowledged: *number, found: position.of(*stream) });
        }
        let streams: Vec<StreamId> = self.queues.keys().copied().collect();
        for stream in streams {
            if let Some(queue) = self.queues.get_mut(&stream) {
                queue.given = queue.frames.len();
            }
            self.acknowledge_in(stream, position.of(stream) - 1, freed);
        }
        self.ready.clear();
        for (stream, queue) in &mut self.queues {
            queue.given = 0;
            if let Some(number) = queue.next_number() {
                self.ready.insert(number, *stream);
            }
        }
        Ok(())
    }

    /// Bytes that are held unacknowledged, over all streams.
    pub fn held(&self) -> usize {
        self.queues.values().map(|queue| queue.bytes).sum()
    }
}
