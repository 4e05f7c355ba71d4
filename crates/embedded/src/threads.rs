//! The threads that run script: as many as there are pipelines, none for what is idle.

use parking_lot::{Condvar, Mutex};
use pwsh_value::stack;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

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
}

#[derive(Default)]
struct State {
    /// Work for the next thread that has none.
    waiting: VecDeque<Work>,
    /// The threads without work. The last to become idle is the first to get some: its memory is the warmest, and
    /// those that are not needed go.
    idle: Vec<Arc<Seat>>,
}

/// Where a thread without work waits.
#[derive(Default)]
struct Seat {
    work: Mutex<Option<Work>>,
    wake: Condvar,
}

impl Threads {
    /// Runs work on a thread of the pool, without waiting for another's to end. If the system gives no more threads,
    /// it waits for one that becomes free.
    pub(crate) fn run(&self, work: Work) {
        let mut state = self.shared.state.lock();
        if let Some(seat) = state.idle.pop() {
            drop(state);
            *seat.work.lock() = Some(work);
            seat.wake.notify_one();
            return;
        }
        state.waiting.push_back(work);
        drop(state);
        let shared = self.shared.clone();
        // without a thread more, the work waits
        let _ = std::thread::Builder::new()
            .name(THREAD_NAME.into())
            .stack_size(stack::RESERVE)
            .spawn(move || serve(&shared));
    }
}

/// The name of the pool's threads.
pub(crate) const THREAD_NAME: &str = "pipeline";

fn serve(shared: &Shared) {
    stack::begin_thread(stack::RESERVE);
    let seat = Arc::new(Seat::default());
    loop {
        let mut state = shared.state.lock();
        if let Some(work) = state.waiting.pop_front() {
            drop(state);
            work();
            continue;
        }
        state.idle.push(seat.clone());
        drop(state);
        match seat.wait(shared) {
            Some(work) => work(),
            None => return,
        }
    }
}

impl Seat {
    /// Waits for work; `None` if none came for so long that the thread is not needed.
    fn wait(self: &Arc<Self>, shared: &Shared) -> Option<Work> {
        let mut work = self.work.lock();
        let until = Instant::now() + STAY;
        while work.is_none() {
            if !self.wake.wait_until(&mut work, until).timed_out() || work.is_some() {
                continue;
            }
            drop(work);
            let mut state = shared.state.lock();
            if let Some(at) = state.idle.iter().position(|seat| Arc::ptr_eq(seat, self)) {
                state.idle.remove(at);
                return None;
            }
            // somebody has just taken the seat for the work that comes now
            drop(state);
            work = self.work.lock();
            while work.is_none() {
                self.wake.wait(&mut work);
            }
        }
        work.take()
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

    #[test]
    fn work_that_follows_work_stays_on_its_thread() {
        let threads = Threads::default();
        let (send, receive) = mpsc::channel();
        let mut seen = std::collections::HashSet::new();
        for _ in 0..10 {
            let send = send.clone();
            threads.run(Box::new(move || send.send(std::thread::current().id()).unwrap()));
            seen.insert(receive.recv().unwrap());
            while threads.shared.state.lock().idle.len() < seen.len() {
                std::thread::yield_now();
            }
        }
        assert_eq!(seen.len(), 1);
    }
}
