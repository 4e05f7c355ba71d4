use std::collections::{HashMap, HashSet, VecDeque};
use std::io::{self, Write};
use std::sync::mpsc::Receiver;

use bytes::Bytes;
use psrp::{Lane, Stream};

use crate::encoding::outofproc::{Element, encode};
use crate::frame::{Frame, Notice, Numbered, StreamId};
use crate::memory::EngineEnd;

/// Bytes of data in a line, as PowerShell's own client has them.
const PIECE: usize = 32 << 10;

/// What the input's thread is told.
pub(super) enum News {
    /// There may be frames from the front.
    Arrived,
    /// The program has taken the last piece of a lane, or the lane is open for its first.
    Ready(Lane),
    /// The program has ended.
    Ended,
}

/// What goes to the program.
pub(super) struct Input<W> {
    pipe: W,
    lanes: HashMap<Lane, VecDeque<Waiting>>,
    /// Lanes whose last piece the program has not acknowledged, or that are not open yet.
    busy: HashSet<Lane>,
    lines: Vec<u8>,
}

/// Data that the program has not had whole.
struct Waiting {
    number: u64,
    stream: StreamId,
    bytes: Bytes,
}

impl<W: Write> Input<W> {
    pub fn new(pipe: W) -> Self {
        Self { pipe, lanes: HashMap::new(), busy: HashSet::new(), lines: Vec::new() }
    }

    /// Carries frames to the program until it ends or the session does; then its input is closed.
    pub fn relay(mut self, end: &EngineEnd, news: &Receiver<News>) {
        while let Ok(what) = news.recv() {
            let goes_on = match what {
                News::Arrived => self.take(end),
                News::Ready(lane) => {
                    self.busy.remove(&lane);
                    self.feed(lane, end);
                    true
                }
                News::Ended => false,
            };
            if !goes_on || self.flush().is_err() {
                return;
            }
        }
    }

    /// Takes all frames that are there. False when the session was abandoned.
    fn take(&mut self, end: &EngineEnd) -> bool {
        loop {
            match end.try_receive() {
                Ok(Some(numbered)) => self.frame(numbered, end),
                Ok(None) => return true,
                Err(_) => return false,
            }
        }
    }

    fn frame(&mut self, Numbered { number, frame }: Numbered, end: &EngineEnd) {
        let stream = frame.stream_id();
        match frame {
            Frame::Data { lane, bytes, .. } => {
                self.lanes.entry(lane).or_default().push_back(Waiting { number, stream, bytes });
                self.feed(lane, end);
                return;
            }
            Frame::Command { pipeline } => _ = self.busy.insert(Lane::Pipeline(pipeline)),
            Frame::Close { lane } => {
                self.lanes.remove(&lane);
                self.busy.remove(&lane);
            }
            Frame::Notice(Notice::Connect { .. }) => {
                let reason = "a program behind its standard input takes no other client".into();
                // a session that is gone has nobody to refuse
                let _ = end.send(Frame::Notice(Notice::ConnectRefused { reason }));
            }
            _ => {}
        }
        if let Ok(element) = Element::of(frame) {
            encode(&element, &mut self.lines);
        }
        end.acknowledge_in(stream, number);
    }

    /// Gives the program the next piece of a lane, if it wants one.
    fn feed(&mut self, lane: Lane, end: &EngineEnd) {
        if self.busy.contains(&lane) {
            return;
        }
        let Some(waiting) = self.lanes.get_mut(&lane) else { return };
        // answers to prompts go before input, as PowerShell's own client has it
        let prompt = waiting.iter().position(|waiting| waiting.stream.stream == Stream::PromptResponse);
        let at = prompt.unwrap_or(0);
        let Some(next) = waiting.get_mut(at) else {
            self.lanes.remove(&lane);
            return;
        };
        let bytes = next.bytes.split_to(PIECE.min(next.bytes.len()));
        let data = Frame::Data { lane, stream: next.stream.stream, bytes };
        if next.bytes.is_empty()
            && let Some(Waiting { number, stream, .. }) = waiting.remove(at)
        {
            end.acknowledge_in(stream, number);
        }
        if let Ok(element) = Element::of(data) {
            encode(&element, &mut self.lines);
            self.busy.insert(lane);
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pipe.write_all(&self.lines)?;
        self.lines.clear();
        self.pipe.flush()
    }
}
