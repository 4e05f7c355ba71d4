//! The attention word of a pipeline, and the one place where its thread waits.
//!
//! Loops poll the word; waits sleep on its condition variable, so that whoever asks for attention also wakes
//! the sleeper. A stop reaches script in the time of one poll.

use dotnet_regex::{Interrupt, Poll};
use parking_lot::{Condvar, Mutex};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// Asks the pipeline to stop.
pub const STOP: u32 = 1;
/// Says that engine events wait to be handled.
pub const EVENT: u32 = 2;
/// Says that another pipeline of the client waits to run within this one.
pub const NESTED: u32 = 4;

/// What is asked of a running pipeline.
#[derive(Default)]
pub struct Attention {
    word: AtomicU32,
    turn: Mutex<u64>,
    changed: Condvar,
}

impl Attention {
    /// The word: 0 as a rule.
    #[inline]
    pub fn word(&self) -> u32 {
        self.word.load(Ordering::Relaxed)
    }

    /// Asks for something, and wakes the thread if it waits.
    pub fn ask(&self, bits: u32) {
        self.word.fetch_or(bits, Ordering::SeqCst);
        self.notify();
    }

    /// Takes a request back, once it is answered.
    pub fn clear(&self, bits: u32) {
        self.word.fetch_and(!bits, Ordering::SeqCst);
    }

    /// Whether a stop was asked for.
    pub fn is_stopping(&self) -> bool {
        self.word() & STOP != 0
    }

    /// Wakes the waiting thread to look at its condition again; producers call it after each change.
    pub fn notify(&self) {
        *self.turn.lock() += 1;
        self.changed.notify_all();
    }

    /// Waits until `ready` gives something, the deadline passes (`None`: never), or attention is asked for. Gives
    /// `None` in the latter two cases. Events end no wait: as in PowerShell, their actions run between commands.
    pub fn wait<T>(&self, deadline: Option<Instant>, ready: impl FnMut() -> Option<T>) -> Option<T> {
        self.wait_unless(!EVENT, deadline, ready)
    }

    /// Waits as [`wait`](Self::wait) does, but only these bits end it: what else is asked is answered later.
    pub fn wait_unless<T>(
        &self,
        bits: u32,
        deadline: Option<Instant>,
        mut ready: impl FnMut() -> Option<T>,
    ) -> Option<T> {
        loop {
            let seen = *self.turn.lock();
            if let Some(found) = ready() {
                return Some(found);
            }
            if self.word() & bits != 0 || deadline.is_some_and(|d| Instant::now() >= d) {
                return None;
            }
            let mut turn = self.turn.lock();
            // A change between the look and the lock has moved the turn on: then there is nothing to wait for.
            if *turn == seen {
                match deadline {
                    Some(deadline) => drop(self.changed.wait_until(&mut turn, deadline)),
                    None => self.changed.wait(&mut turn),
                }
            }
        }
    }

    /// Sleeps; ends early when attention is asked for, but for events. Says whether the time passed.
    pub fn sleep(&self, time: Duration) -> bool {
        let deadline = Instant::now() + time;
        self.wait(Some(deadline), || None::<()>);
        Instant::now() >= deadline
    }
}

/// A long search of a regular expression ends with its pipeline.
impl Poll for Attention {
    fn poll(&self) -> Result<(), Interrupt> {
        if self.is_stopping() { Err(Interrupt::Stopped) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn a_stop_wakes_a_sleeper() {
        let attention = Arc::new(Attention::default());
        let other = attention.clone();
        let sleeper = std::thread::spawn(move || other.sleep(Duration::from_secs(600)));
        attention.ask(STOP);
        assert!(!sleeper.join().unwrap());
        assert!(attention.is_stopping());
    }

    #[test]
    fn a_change_by_another_thread_ends_a_wait() {
        let attention = Arc::new(Attention::default());
        let ready = Arc::new(AtomicU32::new(0));
        let (a, r) = (attention.clone(), ready.clone());
        let waiter =
            std::thread::spawn(move || a.wait(None, || Some(r.load(Ordering::SeqCst)).filter(|v| *v == 7)));
        ready.store(7, Ordering::SeqCst);
        attention.notify();
        assert_eq!(waiter.join().unwrap(), Some(7));
    }
}
