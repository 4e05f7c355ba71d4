//! A channel in memory, between threads.

mod engine_end;
mod front_end;

use std::sync::Arc;

use parking_lot::{Condvar, Mutex};

use crate::frame::StreamId;
use crate::outbox::{BadPosition, Limits, Outbox, Overrun};
use crate::position::Position;

pub use engine_end::EngineEnd;
pub use front_end::{Burst, FrontEnd};

/// The other end is gone for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected the channel's other end, found it gone")]
pub struct Gone;

/// Whoever asked for a wait ended it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped while waiting on a channel")]
pub struct Stopped;

/// Why a frame was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The other end is gone, or another front has taken the session up.
    #[error(transparent)]
    Gone(#[from] Gone),
    /// The wait for credit was ended.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// Too much was sent without credit.
    #[error(transparent)]
    Overrun(#[from] Overrun),
}

/// Why a numbered frame was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OfferError {
    /// The frame's number leaves out others that have not come.
    #[error("expected frame {next}, found {found}")]
    Gap {
        /// The number that must come next.
        next: u64,
        /// The number that came.
        found: u64,
    },
    /// As for a frame without a number.
    #[error(transparent)]
    Send(#[from] SendError),
}

/// A session that fronts can attach to, one at a time. Clones are the same session.
#[derive(Clone)]
pub struct Channel {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    /// The front waits here for frames and credit.
    to_front: Condvar,
    /// The engine waits here for frames.
    to_engine: Condvar,
    /// The engine's senders wait here for credit.
    credit: Condvar,
}

type Waker = Arc<dyn Fn() + Send + Sync>;

struct State {
    to_front: Outbox,
    to_engine: Outbox,
    /// Which attachment is the present one; ends of older ones are cut off.
    front: u64,
    /// Streams towards the engine that have credit again, not yet told to the front.
    freed: Vec<StreamId>,
    /// The front is to look up from its wait.
    interrupted: bool,
    /// Nobody will attach any more: the session is to end.
    abandoned: bool,
    engine_gone: bool,
    engine_waker: Option<Waker>,
    /// For a front that waits for other things besides.
    front_waker: Option<Waker>,
}

impl Channel {
    /// A new session: the channel to attach fronts to, and the engine's end of it.
    pub fn open(limits: Limits) -> (Channel, EngineEnd) {
        let state = State {
            to_front: Outbox::new(limits),
            to_engine: Outbox::new(limits),
            front: 0,
            freed: Vec::new(),
            interrupted: false,
            abandoned: false,
            engine_gone: false,
            engine_waker: None,
            front_waker: None,
        };
        let shared = Arc::new(Shared {
            state: Mutex::new(state),
            to_front: Condvar::new(),
            to_engine: Condvar::new(),
            credit: Condvar::new(),
        });
        (Channel { shared: shared.clone() }, EngineEnd::new(shared))
    }

    /// Takes the session up from where a front stood: `position` is the first number that the new one
    /// lacks. A front that was attached before is cut off.
    pub fn attach(&self, position: &Position) -> Result<FrontEnd, BadPosition> {
        let shared = &self.shared;
        let mut state = shared.state.lock();
        let mut freed = Vec::new();
        state.to_front.resume(position, &mut freed)?;
        state.front += 1;
        let superseded = state.front_waker.take();
        let front = FrontEnd::new(shared.clone(), state.front);
        drop(state);
        shared.to_front.notify_all();
        if let Some(waker) = superseded {
            waker();
        }
        if !freed.is_empty() {
            shared.credit.notify_all();
        }
        Ok(front)
    }

    /// What fronts have acknowledged so far: where a front without knowledge of its own takes up.
    pub fn acknowledged(&self) -> Position {
        self.shared.state.lock().to_front.acknowledged()
    }

    /// No front will come any more: the engine is to end the session. What it still sends is dropped.
    pub fn abandon(&self) {
        self.shared.abandon();
    }
}

impl Shared {
    fn abandon(&self) {
        let wakers = {
            let mut state = self.state.lock();
            state.abandoned = true;
            [state.engine_waker.clone(), state.front_waker.clone()]
        };
        self.to_engine.notify_all();
        self.credit.notify_all();
        self.to_front.notify_all();
        wakers.into_iter().flatten().for_each(|waker| waker());
    }

    /// Tells the front's threads that there is something, after the state was let go. Of several that wait for different
    /// things all must look.
    fn wake_front(&self, waker: Option<Waker>) {
        self.to_front.notify_all();
        if let Some(waker) = waker {
            waker();
        }
    }
}
