//! What others have in hand of a running pipeline: to stop it, to feed it, to answer it.

use bytes::Bytes;
use parking_lot::Mutex;
use psjob_channel::{EngineEnd, StreamId};
use psrp::server::HostOutcome;
use psrp::{Lane, Stream};
use pwsh_runtime::attention::{Attention, NESTED, STOP};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use super::machine::Task;

/// Input that a pipeline has not read is acknowledged up to this many bytes; then its client waits.
const INPUT_BUFFER: usize = 1 << 20;

/// A lane on which script runs: a pipeline's, or the pool's while it opens.
pub(super) struct Control {
    pub(super) lane: Lane,
    pub(super) attention: Arc<Attention>,
    replies: Mutex<HashMap<i64, HostOutcome>>,
    input: Mutex<Input>,
    /// The pipelines that wait to run within this one.
    nested: Mutex<VecDeque<Task>>,
    /// The one that does.
    inner: Mutex<Option<Arc<Control>>>,
}

#[derive(Default)]
struct Input {
    items: VecDeque<Bytes>,
    bytes: usize,
    ended: bool,
    /// The last frame that is not acknowledged, because too much lies here.
    unacknowledged: Option<u64>,
}

impl Control {
    pub(super) fn new(lane: Lane) -> Arc<Control> {
        Arc::new(Control {
            lane,
            attention: Arc::default(),
            replies: Mutex::default(),
            input: Mutex::default(),
            nested: Mutex::default(),
            inner: Mutex::default(),
        })
    }

    /// Asks the pipeline to stop, and what runs within it.
    pub(super) fn stop(&self) {
        self.attention.ask(STOP);
        if let Some(inner) = &*self.inner.lock() {
            inner.stop();
        }
    }

    /// Has a task run within this pipeline, when it comes to it.
    pub(super) fn add_nested(&self, task: Task) {
        self.nested.lock().push_back(task);
        self.attention.ask(NESTED);
    }

    /// The next task that waits to run within this pipeline.
    pub(super) fn next_nested(&self) -> Option<Task> {
        self.nested.lock().pop_front()
    }

    /// Says what runs within this pipeline now.
    pub(super) fn set_inner(&self, inner: Option<Arc<Control>>) {
        *self.inner.lock() = inner;
        if self.attention.is_stopping() {
            self.stop();
        }
    }

    pub(super) fn add_input(&self, data: Bytes) {
        let mut input = self.input.lock();
        input.bytes += data.len();
        input.items.push_back(data);
        drop(input);
        self.attention.notify();
    }

    pub(super) fn end_input(&self) {
        self.input.lock().ended = true;
        self.attention.notify();
    }

    /// Whether a frame that brought input is to be acknowledged now; otherwise it is when there is room.
    pub(super) fn takes_more(&self, number: u64) -> bool {
        let mut input = self.input.lock();
        let room = input.bytes <= INPUT_BUFFER;
        if !room {
            input.unacknowledged = Some(number);
        }
        room
    }

    /// The next piece of input, waiting for it. `None`: there is no more, or the pipeline is to stop.
    pub(super) fn next_input(&self, end: &EngineEnd) -> Option<Bytes> {
        let next = self.attention.wait_unless(STOP, None, || {
            let mut input = self.input.lock();
            match input.items.pop_front() {
                Some(data) => {
                    input.bytes -= data.len();
                    Some(Some(data))
                }
                None => input.ended.then_some(None),
            }
        });
        self.acknowledge(end, INPUT_BUFFER);
        next.flatten()
    }

    /// Nothing will be read any more.
    pub(super) fn drop_input(&self, end: &EngineEnd) {
        let mut input = self.input.lock();
        input.items.clear();
        input.bytes = 0;
        drop(input);
        self.acknowledge(end, INPUT_BUFFER);
    }

    fn acknowledge(&self, end: &EngineEnd, room: usize) {
        let mut input = self.input.lock();
        if input.bytes <= room
            && let Some(number) = input.unacknowledged.take()
        {
            drop(input);
            end.acknowledge_in(StreamId { lane: self.lane, stream: Stream::Default }, number);
        }
    }

    pub(super) fn reply(&self, call: i64, outcome: HostOutcome) {
        self.replies.lock().insert(call, outcome);
        self.attention.notify();
    }

    /// The outcome of a host call, waiting for it; `None` if the pipeline is stopped first.
    pub(super) fn await_reply(&self, call: i64) -> Option<HostOutcome> {
        self.attention.wait_unless(STOP, None, || self.replies.lock().remove(&call))
    }
}
