//! The end that an engine holds.

use std::sync::Arc;

use super::{Gone, SendError, Shared, Stopped};
use crate::frame::{Frame, Numbered, StreamId};

/// The engine's end of a channel. Clones are the same end, for the threads of a session; when the last is
/// dropped, the session is over.
#[derive(Clone)]
pub struct EngineEnd {
    end: Arc<Alive>,
}

struct Alive {
    shared: Arc<Shared>,
}

impl Drop for Alive {
    fn drop(&mut self) {
        let (engine_waker, front_waker) = {
            let mut state = self.shared.state.lock();
            state.engine_gone = true;
            (state.engine_waker.take(), state.front_waker.clone())
        };
        drop(engine_waker);
        self.shared.wake_front(front_waker);
    }
}

impl EngineEnd {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        EngineEnd { end: Arc::new(Alive { shared }) }
    }

    fn shared(&self) -> &Shared {
        &self.end.shared
    }

    /// Has `waker` called, from the front's thread, after each change that [`EngineEnd::try_receive`] may
    /// show, and once now: so an engine needs no thread for a session that is idle. The waker must
    /// return soon and must not hold a clone of this end, or the session never ends.
    pub fn on_arrival(&self, waker: impl Fn() + Send + Sync + 'static) {
        let waker: super::Waker = Arc::new(waker);
        self.shared().state.lock().engine_waker = Some(waker.clone());
        waker();
    }

    /// The next frame from the front, `None` if there is none yet. [`Gone`] when the session was
    /// abandoned: nobody will read what the engine sends.
    pub fn try_receive(&self) -> Result<Option<Numbered>, Gone> {
        let mut state = self.shared().state.lock();
        match state.to_engine.take() {
            Some(frame) => Ok(Some(frame)),
            None if state.abandoned => Err(Gone),
            None => Ok(None),
        }
    }

    /// Waits for the next frame from the front.
    pub fn receive(&self) -> Result<Numbered, Gone> {
        let shared = self.shared();
        let mut state = shared.state.lock();
        loop {
            if let Some(frame) = state.to_engine.take() {
                return Ok(frame);
            }
            if state.abandoned {
                return Err(Gone);
            }
            shared.to_engine.wait(&mut state);
        }
    }

    /// Says that the frames of `stream` up to and with `number` were used, which gives the front credit
    /// for more. Pipeline input is acknowledged when the script has read it.
    pub fn acknowledge_in(&self, stream: StreamId, number: u64) {
        let shared = self.shared();
        let mut state = shared.state.lock();
        let mut freed = Vec::new();
        state.to_engine.acknowledge_in(stream, number, &mut freed);
        if freed.is_empty() {
            return;
        }
        state.freed.append(&mut freed);
        let waker = state.front_waker.clone();
        drop(state);
        shared.wake_front(waker);
    }

    /// Sends a frame without waiting, for what must not wait: acknowledgements, states, host calls. Data
    /// sent without credit is refused in the end, so output goes through [`EngineEnd::send_output`].
    pub fn send(&self, frame: Frame) -> Result<u64, SendError> {
        let shared = self.shared();
        let mut state = shared.state.lock();
        if state.abandoned {
            return Err(Gone.into());
        }
        let number = state.to_front.push(frame)?;
        let waker = state.front_waker.clone();
        drop(state);
        shared.wake_front(waker);
        Ok(number)
    }

    /// Sends a frame, waiting while its stream has no credit. The wait ends with [`Stopped`] when
    /// `stopped` says so; whoever makes it say so calls [`EngineEnd::wake`] then.
    pub fn send_output(&self, frame: Frame, stopped: &dyn Fn() -> bool) -> Result<u64, SendError> {
        let shared = self.shared();
        let stream = frame.stream_id();
        let mut state = shared.state.lock();
        loop {
            if state.abandoned {
                return Err(Gone.into());
            }
            if state.to_front.credit(stream) {
                break;
            }
            if stopped() {
                return Err(Stopped.into());
            }
            shared.credit.wait(&mut state);
        }
        let number = state.to_front.push(frame)?;
        let waker = state.front_waker.clone();
        drop(state);
        shared.wake_front(waker);
        Ok(number)
    }

    /// Makes the senders that wait for credit look again whether they were stopped.
    pub fn wake(&self) {
        // Taken so that no sender is between its look at `stopped` and its wait.
        drop(self.shared().state.lock());
        self.shared().credit.notify_all();
    }
}
