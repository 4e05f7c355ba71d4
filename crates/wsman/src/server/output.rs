use std::collections::VecDeque;
use std::time::Instant;

use crate::header::Header;
use crate::operation::{CommandState, ReceiveResponse, Stream};

use super::event::Ticket;

/// What a response needs besides its streams: envelope, header, states.
const ENVELOPE_ROOM: u64 = 2_048;
/// What a stream needs besides its bytes.
const STREAM_ROOM: u64 = 160;

/// Output that waits for a Receive, and Receives that wait for output. One of them is empty.
#[derive(Debug, Default)]
pub(super) struct Output {
    pieces: VecDeque<Stream>,
    waiting: VecDeque<Waiting>,
    /// Set once the command has ended: the last answer says so.
    ended: Option<Option<i32>>,
    /// Whether an answer has said so.
    end_told: bool,
}

/// A Receive without an answer.
#[derive(Debug)]
pub(super) struct Waiting {
    pub ticket: Ticket,
    pub header: Header,
    pub deadline: Instant,
    /// Bytes that the answer may have.
    pub room: u64,
}

impl Output {
    pub fn push(&mut self, piece: Stream) {
        self.pieces.push_back(piece);
    }

    /// Takes back what was given out and not sent, before all else.
    pub fn put_back(&mut self, pieces: Vec<Stream>, end: bool) {
        for piece in pieces.into_iter().rev() {
            self.pieces.push_front(piece);
        }
        if end {
            self.end_told = false;
        }
    }

    /// Nothing more comes. What is queued is still given out.
    pub fn end(&mut self, exit_code: Option<i32>) {
        self.ended.get_or_insert(exit_code);
    }

    /// Nobody wants what is queued.
    pub fn discard(&mut self) -> usize {
        let bytes = self.pieces.iter().map(|piece| piece.data.len()).sum();
        self.pieces.clear();
        bytes
    }

    pub fn wait(&mut self, waiting: Waiting) {
        self.waiting.push_back(waiting);
    }

    /// Forgets a Receive, and says whether it waited here.
    pub fn abandon(&mut self, ticket: Ticket) -> bool {
        let before = self.waiting.len();
        self.waiting.retain(|waiting| waiting.ticket != ticket);
        self.waiting.len() != before
    }

    /// All that wait, for a fault.
    pub fn drain_waiting(&mut self) -> impl Iterator<Item = Waiting> + '_ {
        self.waiting.drain(..)
    }

    /// The first that has waited too long.
    pub fn pop_expired(&mut self, now: Instant) -> Option<Waiting> {
        let at = self.waiting.iter().position(|waiting| waiting.deadline <= now)?;
        self.waiting.remove(at)
    }

    pub fn is_waited_for(&self) -> bool {
        !self.waiting.is_empty()
    }

    pub fn next_deadline(&self) -> Option<Instant> {
        self.waiting.iter().map(|waiting| waiting.deadline).min()
    }

    /// Whether all was given out, the end among it.
    pub fn is_finished(&self) -> bool {
        self.end_told && self.pieces.is_empty()
    }

    /// An answer for the Receive that has waited longest, if there is anything to say. Pieces are given out whole, as
    /// clients put fragments together within one; only one that is larger than an answer may be is cut.
    pub fn answer(&mut self, command_id: Option<&str>) -> Option<(Waiting, ReceiveResponse)> {
        if self.waiting.is_empty() || (self.pieces.is_empty() && self.ended.is_none()) {
            return None;
        }
        let waiting = self.waiting.pop_front()?;
        let mut room = waiting.room.saturating_sub(ENVELOPE_ROOM).max(STREAM_ROOM + 4);
        let mut streams = Vec::new();
        while let Some(piece) = self.pieces.front_mut() {
            let needed = encoded(piece.data.len()) + STREAM_ROOM;
            if needed > room {
                if streams.is_empty() {
                    streams.push(cut(piece, room - STREAM_ROOM));
                }
                break;
            }
            room -= needed;
            streams.extend(self.pieces.pop_front());
        }
        let state = command_id.map(|id| {
            let state = match self.ended {
                Some(exit_code) if self.pieces.is_empty() => {
                    self.end_told = true;
                    CommandState::Done { exit_code }
                }
                _ => CommandState::Running,
            };
            (id.to_owned(), state)
        });
        Some((waiting, ReceiveResponse { streams, state }))
    }
}

/// Bytes of this many as base64.
fn encoded(bytes: usize) -> u64 {
    (bytes as u64).div_ceil(3) * 4
}

/// The first part of a piece, as much as base64 of this length holds.
fn cut(piece: &mut Stream, length: u64) -> Stream {
    let bytes = usize::try_from(length / 4 * 3).unwrap_or(usize::MAX).clamp(1, piece.data.len());
    let data = piece.data.split_to(bytes);
    Stream { name: piece.name.clone(), command_id: piece.command_id.clone(), data, end: false }
}
