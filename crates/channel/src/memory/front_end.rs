//! The end that a front holds.

use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::MutexGuard;

use super::{Gone, OfferError, SendError, Shared, State};
use crate::frame::{Frame, Numbered, StreamId};

/// What a front gets at once. Kept by the front and filled again, so that a burst costs no allocation.
#[derive(Debug, Default)]
pub struct Burst {
    /// Frames in the order of their numbers.
    pub frames: Vec<Numbered>,
    /// Streams towards the engine that were without credit and have some again.
    pub credit: Vec<StreamId>,
}

impl Burst {
    /// The number of the last frame, to acknowledge when all were passed on; `None` if there is none.
    pub fn last(&self) -> Option<u64> {
        self.frames.last().map(|frame| frame.number)
    }

    fn is_empty(&self) -> bool {
        self.frames.is_empty() && self.credit.is_empty()
    }
}

/// The front's end of a channel. Dropping it leaves the session to the next front: to end the session
/// send a Close of the pool, or [`super::Channel::abandon`] it.
pub struct FrontEnd {
    shared: Arc<Shared>,
    attachment: u64,
}

impl FrontEnd {
    pub(super) fn new(shared: Arc<Shared>, attachment: u64) -> Self {
        FrontEnd { shared, attachment }
    }

    /// Whether the engine has room for more of `stream`. If not, a later [`Burst`] names the stream when
    /// it has. A front tells its client to go on (DataAck) only with credit.
    pub fn credit(&self, stream: StreamId) -> bool {
        self.shared.state.lock().to_engine.credit(stream)
    }

    /// Waits until the engine has room for more of `stream`: for a sender that is its own source. The wait ends
    /// with [`super::Stopped`] when `stopped` says so; whoever makes it say so calls [`FrontEnd::interrupt`] then.
    pub fn wait_for_credit(&self, stream: StreamId, stopped: &dyn Fn() -> bool) -> Result<(), SendError> {
        let mut state = self.shared.state.lock();
        loop {
            if self.is_cut(&state) {
                return Err(Gone.into());
            }
            if state.to_engine.credit(stream) {
                return Ok(());
            }
            if stopped() {
                return Err(super::Stopped.into());
            }
            self.shared.to_front.wait(&mut state);
        }
    }

    /// Makes a thread that waits on this end look up: the present or next [`FrontEnd::receive`] that has
    /// nothing to give says so at once.
    pub fn interrupt(&self) {
        self.shared.state.lock().interrupted = true;
        self.shared.to_front.notify_all();
    }

    /// Sends a frame to the engine and gives its number. Never waits: see [`FrontEnd::credit`].
    pub fn send(&self, frame: Frame) -> Result<u64, SendError> {
        self.deliver(|state| {
            if self.is_cut(state) {
                return Err(Gone.into());
            }
            Ok(state.to_engine.push(frame)?)
        })
    }

    /// Sends a frame that has a number already, as a front does that repeats what its predecessor may or
    /// may not have sent: a frame that is known is dropped.
    pub fn offer(&self, frame: Numbered) -> Result<(), OfferError> {
        self.deliver(|state| {
            let next = state.to_engine.last() + 1;
            if self.is_cut(state) {
                Err(SendError::Gone(Gone).into())
            } else if frame.number > next {
                Err(OfferError::Gap { next, found: frame.number })
            } else if frame.number < next {
                Ok(())
            } else {
                state.to_engine.push(frame.frame).map_err(SendError::from)?;
                Ok(())
            }
        })
    }

    fn deliver<T, E>(&self, push: impl FnOnce(&mut State) -> Result<T, E>) -> Result<T, E> {
        let (sent, waker) = {
            let mut state = self.shared.state.lock();
            (push(&mut state)?, state.engine_waker.clone())
        };
        self.shared.to_engine.notify_one();
        if let Some(waker) = waker {
            waker();
        }
        Ok(sent)
    }

    /// The number of the last frame that fronts of this session have sent.
    pub fn sent(&self) -> u64 {
        self.shared.state.lock().to_engine.last()
    }

    /// Has `waker` called after each change that [`FrontEnd::try_receive`] may show, and once now: for a front that
    /// waits for other things too. The waker must return soon.
    pub fn on_arrival(&self, waker: impl Fn() + Send + Sync + 'static) {
        let waker: super::Waker = Arc::new(waker);
        {
            let mut state = self.shared.state.lock();
            if !self.is_superseded(&state) {
                state.front_waker = Some(waker.clone());
            }
        }
        waker();
    }

    /// As [`FrontEnd::receive`], without a wait: false if there is nothing now.
    pub fn try_receive(&self, burst: &mut Burst, bytes: usize) -> Result<bool, Gone> {
        burst.frames.clear();
        burst.credit.clear();
        let mut state = self.shared.state.lock();
        self.fill(&mut state, burst, bytes)
    }

    /// Fills a burst with what there is.
    fn fill(&self, state: &mut State, burst: &mut Burst, bytes: usize) -> Result<bool, Gone> {
        if self.is_superseded(state) {
            return Err(Gone);
        }
        state.to_front.take_burst(&mut burst.frames, bytes);
        burst.credit.append(&mut state.freed);
        match burst.is_empty() {
            true if self.is_cut(state) => Err(Gone),
            empty => Ok(!empty),
        }
    }

    /// Waits for frames or credit and fills `burst` anew with what there is, up to about `bytes` of
    /// data. Gives false if nothing came within `timeout` (`None`: no bound), or when interrupted. [`Gone`] comes after the
    /// engine's last frame, or when another front has taken the session up.
    pub fn receive(&self, burst: &mut Burst, bytes: usize, timeout: Option<Duration>) -> Result<bool, Gone> {
        burst.frames.clear();
        burst.credit.clear();
        let deadline = timeout.map(|timeout| Instant::now() + timeout);
        let mut state = self.shared.state.lock();
        loop {
            if self.fill(&mut state, burst, bytes)? {
                return Ok(true);
            }
            if std::mem::take(&mut state.interrupted) || !self.wait(&mut state, deadline) {
                return Ok(false);
            }
        }
    }

    /// Waits for the next frame of one stream, whatever waits in others: for a client that asks stream by
    /// stream. `None` if nothing came within `timeout` (`None`: no bound).
    pub fn receive_from(
        &self,
        stream: StreamId,
        timeout: Option<Duration>,
    ) -> Result<Option<Numbered>, Gone> {
        let deadline = timeout.map(|timeout| Instant::now() + timeout);
        let mut state = self.shared.state.lock();
        loop {
            if self.is_superseded(&state) {
                return Err(Gone);
            }
            if let Some(frame) = state.to_front.take_from(stream) {
                return Ok(Some(frame));
            }
            if self.is_cut(&state) {
                return Err(Gone);
            }
            if !self.wait(&mut state, deadline) {
                return Ok(None);
            }
        }
    }

    /// Says that all frames up to and with `number`, of every stream, are safe with the client.
    pub fn acknowledge(&self, number: u64) {
        self.settle(|state, freed| state.to_front.acknowledge(number, freed));
    }

    /// As [`FrontEnd::acknowledge`], for one stream.
    pub fn acknowledge_in(&self, stream: StreamId, number: u64) {
        self.settle(|state, freed| state.to_front.acknowledge_in(stream, number, freed));
    }

    fn settle(&self, acknowledge: impl FnOnce(&mut State, &mut Vec<StreamId>)) {
        let mut freed = Vec::new();
        let mut state = self.shared.state.lock();
        if !self.is_superseded(&state) {
            acknowledge(&mut state, &mut freed);
        }
        drop(state);
        if !freed.is_empty() {
            self.shared.credit.notify_all();
        }
    }

    /// Waits until something changes; false when the deadline has passed.
    fn wait(&self, state: &mut MutexGuard<'_, State>, deadline: Option<Instant>) -> bool {
        match deadline {
            None => {
                self.shared.to_front.wait(state);
                true
            }
            Some(deadline) => !self.shared.to_front.wait_until(state, deadline).timed_out(),
        }
    }

    /// Whether the session itself is over, and not only this front's part in it.
    pub fn is_over(&self) -> bool {
        let state = self.shared.state.lock();
        !self.is_superseded(&state) && (state.engine_gone || state.abandoned)
    }

    fn is_superseded(&self, state: &State) -> bool {
        state.front != self.attachment
    }

    fn is_cut(&self, state: &State) -> bool {
        self.is_superseded(state) || state.engine_gone || state.abandoned
    }
}
