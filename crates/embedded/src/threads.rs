//! The threads that run script: as many as there are pipelines, none for what is idle.

use parking_lot::{Condvar, Mutex};
use pwsh_value::stack;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

/// How long a thread without work stays, so that pipelines that follow each other need no new one.
const STAY: Duration = Duration::from_secs(10);

pub(crate) type Work = Box<dyn FnOnce() + Send>;

/// A pool of threads with deep stacks that grows with its work.
#[derive(Clone, Default)]
pub(crate) struct Threads {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Work>,
    idle: usize,
}

impl Threads {
    /// Runs work on a thread of the pool, without waiting for another's to end. If the system gives no more threads,
    /// it waits for one that becomes free.
    pub(crate) fn run(&self, work: Work) {
        let mut state = self.shared.state.lock();
        state.waiting.push_back(work);
        if state.idle >= state.waiting.len() {
            drop(state);
            self.shared.wake.notify_one();
            return;
        }
        drop(state);
        let shared = self.shared.clone();
        let started = std::thread::Builder::new()
            .name(THREAD_NAME.into())
            .stack_size(stack::RESERVE)
            .spawn(move || serve(&shared));
        if started.is_err() {
            self.shared.wake.notify_one();
        }
    }
}

/// The name of the pool's threads.
pub(crate) const THREAD_NAME: &str = "pipeline";

fn serve(shared: &Shared) {
    stack::begin_thread(stack::RESERVE);
    let mut state = shared.state.lock();
    loop {
        if let Some(work) = state.waiting.pop_front() {
            drop(state);
            work();
            state = shared.state.lock();
            continue;
        }
        state.idle += 1;
        let waited = shared.wake.wait_for(&mut state, STAY);
        state.idle -= 1;
        if waited.timed_out() && state.waiting.is_empty() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn work_that_waits_for_other_work_gets_it_done() {
        let threads = Threads::default();
        let (send, receive) = mpsc::channel();
        let (done, finished) = mpsc::channel();
        threads.run(Box::new(move || done.send(receive.recv().unwrap()).unwrap()));
        threads.run(Box::new(move || send.send(7).unwrap()));
        assert_eq!(finished.recv().unwrap(), 7);
    }
}
