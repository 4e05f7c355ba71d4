//! Where a receiver stands: the first number that it lacks.

use std::collections::HashMap;

use crate::frame::StreamId;

/// What a receiver has had of one direction of a channel.
///
/// A receiver that takes frames in the order of their numbers, as one wire does, needs one number. One
/// that reads streams apart, as WSMan's Receive does, is ahead in some of them: it begins with what the
/// channel has acknowledged and adds what it knows itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    lacks: u64,
    ahead: HashMap<StreamId, u64>,
}

impl Position {
    /// Nothing was received yet.
    pub fn start() -> Self {
        Position::lacking(1)
    }

    /// All frames below `number` were received, in every stream.
    pub fn lacking(number: u64) -> Self {
        Position { lacks: number, ahead: HashMap::new() }
    }

    /// Says that the frames of `stream` below `number` were received too.
    pub fn ahead_in(mut self, stream: StreamId, number: u64) -> Self {
        if number > self.of(stream) {
            self.ahead.insert(stream, number);
        }
        self
    }

    /// The first number that is lacking of `stream`: frames of that stream below it were received.
    pub fn of(&self, stream: StreamId) -> u64 {
        self.ahead.get(&stream).copied().unwrap_or(self.lacks).max(self.lacks)
    }

    /// The number below which everything was received, in every stream.
    pub fn lacks(&self) -> u64 {
        self.lacks
    }

    /// The streams in which more was received, with the first number that each lacks.
    pub(crate) fn ahead(&self) -> impl Iterator<Item = (StreamId, u64)> + '_ {
        self.ahead.iter().map(|(stream, number)| (*stream, *number))
    }

    /// The highest number of any stream that this position speaks of.
    pub(crate) fn highest(&self) -> u64 {
        self.ahead.values().copied().max().unwrap_or(0).max(self.lacks)
    }
}
