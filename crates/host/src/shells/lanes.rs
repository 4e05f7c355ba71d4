//! The lanes of a session: what waits to be sent to the worker, and what of the worker's is not with the client yet.

use std::collections::{HashMap, HashSet, VecDeque};

use bytes::Bytes;
use psjob_channel::{Frame, Lane, StreamId};
use wsman::server::Ticket;

use super::fragments::Watcher;

/// Input for the worker, a piece of each stream at a time.
#[derive(Debug, Default)]
pub(super) struct Input {
    waiting: HashMap<StreamId, VecDeque<(Bytes, Option<Ticket>)>>,
    /// Streams whose last piece the engine has no room after yet, with the Send that it ended.
    busy: HashMap<StreamId, Option<Ticket>>,
}

impl Input {
    /// Takes a piece in, and gives it back as a frame where it may go at once.
    pub fn push(&mut self, stream: StreamId, data: Bytes, ticket: Option<Ticket>) -> Option<Frame> {
        self.waiting.entry(stream).or_default().push_back((data, ticket));
        self.next(stream)
    }

    /// The engine has room again: gives the Send that is over, and the next piece.
    pub fn ready(&mut self, stream: StreamId) -> (Option<Ticket>, Option<Frame>) {
        let over = self.busy.remove(&stream).flatten();
        (over, self.next(stream))
    }

    /// A lane is gone: gives the Sends that nobody will take.
    pub fn close(&mut self, lane: Lane) -> Vec<Ticket> {
        let of = |stream: &StreamId| stream.lane == lane;
        let busy = self.busy.extract_if(|stream, _| of(stream)).filter_map(|(_, ticket)| ticket);
        let waiting = self.waiting.extract_if(|stream, _| of(stream)).flat_map(|(_, pieces)| pieces);
        busy.chain(waiting.filter_map(|(_, ticket)| ticket)).collect()
    }

    fn next(&mut self, stream: StreamId) -> Option<Frame> {
        if self.busy.contains_key(&stream) {
            return None;
        }
        let waiting = self.waiting.get_mut(&stream)?;
        let Some((bytes, ticket)) = waiting.pop_front() else {
            self.waiting.remove(&stream);
            return None;
        };
        self.busy.insert(stream, ticket);
        Some(Frame::Data { lane: stream.lane, stream: stream.stream, bytes })
    }
}

/// A lane's output.
#[derive(Debug, Default)]
pub(super) struct Output {
    pub watcher: Watcher,
    /// Frames that are not wholly with the client: their numbers, and how many of their bytes are missing.
    unsent: VecDeque<(u64, usize)>,
}

impl Output {
    /// A frame came.
    pub fn came(&mut self, number: u64, bytes: usize) {
        self.unsent.push_back((number, bytes));
    }

    /// So many bytes are with the client. Gives the number up to which all is.
    pub fn sent(&mut self, mut bytes: usize) -> Option<u64> {
        let mut safe = None;
        while let Some((number, missing)) = self.unsent.front_mut() {
            if bytes < *missing {
                *missing -= bytes;
                break;
            }
            bytes -= *missing;
            safe = Some(*number);
            self.unsent.pop_front();
        }
        safe
    }
}

/// The commands of a shell by their ids, both ways.
#[derive(Debug, Default)]
pub(super) struct Commands {
    by_lane: HashMap<Lane, String>,
    ended: HashSet<Lane>,
}

impl Commands {
    /// A command began under the client's spelling of its id.
    pub fn begin(&mut self, lane: Lane, command_id: String) {
        self.by_lane.insert(lane, command_id);
    }

    /// The client's spelling; `None` for the pool.
    pub fn id(&self, lane: Lane) -> Option<&str> {
        self.by_lane.get(&lane).map(String::as_str)
    }

    /// Whether a lane is one of a command that goes on, or the pool's.
    pub fn is_open(&self, lane: Lane) -> bool {
        lane == Lane::Pool || (self.by_lane.contains_key(&lane) && !self.ended.contains(&lane))
    }

    /// A command's last message came. False if it was known.
    pub fn end(&mut self, lane: Lane) -> bool {
        self.by_lane.contains_key(&lane) && self.ended.insert(lane)
    }

    /// Nothing of a command will come any more.
    pub fn forget(&mut self, lane: Lane) {
        self.by_lane.remove(&lane);
        self.ended.remove(&lane);
    }
}
