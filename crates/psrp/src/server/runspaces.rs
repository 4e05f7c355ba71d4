//! The runspaces of a pool: who runs where, who waits.

use std::collections::VecDeque;

use uuid::Uuid;

/// One runspace of a pool, by its number. The number is the machine's; the runspace itself belongs to whoever runs
/// the pipelines, who makes it when its number first appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RunspaceSlot(pub u32);

/// The pool's runspaces. A pipeline that finds all of them busy waits in line; there is no message for that
/// ([MS-PSRP] 3.2.5.4.10).
#[derive(Debug)]
pub(super) struct Runspaces {
    min: i32,
    max: i32,
    idle: Vec<RunspaceSlot>,
    busy: Vec<(Uuid, RunspaceSlot)>,
    waiting: VecDeque<Uuid>,
    next: u32,
}

impl Runspaces {
    /// A pool of none yet, that may grow to `max`.
    pub(super) fn new(min: i32, max: i32) -> Self {
        Self { min, max, idle: Vec::new(), busy: Vec::new(), waiting: VecDeque::new(), next: 0 }
    }

    pub(super) fn min(&self) -> i32 {
        self.min
    }

    pub(super) fn max(&self) -> i32 {
        self.max
    }

    /// How many pipelines could start now. Negative for a while after the maximum was lowered.
    pub(super) fn available(&self) -> i32 {
        self.max - i32::try_from(self.busy.len()).unwrap_or(i32::MAX)
    }

    /// Gives the pipeline a runspace, the one used last if several are idle; or puts it in line.
    pub(super) fn acquire(&mut self, pipeline: Uuid) -> Option<RunspaceSlot> {
        let slot = self.take_free();
        match slot {
            Some(slot) => self.busy.push((pipeline, slot)),
            None => self.waiting.push_back(pipeline),
        }
        slot
    }

    fn take_free(&mut self) -> Option<RunspaceSlot> {
        if self.available() <= 0 {
            return None;
        }
        Some(self.idle.pop().unwrap_or_else(|| {
            self.next += 1;
            RunspaceSlot(self.next)
        }))
    }

    /// The runspace that a nested pipeline runs in: that of the pipeline which started last.
    pub(super) fn for_nested(&self) -> Option<RunspaceSlot> {
        self.busy.last().map(|(_, slot)| *slot)
    }

    /// Takes a pipeline that has ended, or waits, out. Its runspace is idle again.
    pub(super) fn release(&mut self, pipeline: Uuid) {
        self.waiting.retain(|waiting| *waiting != pipeline);
        if let Some(index) = self.busy.iter().position(|(busy, _)| *busy == pipeline) {
            let (_, slot) = self.busy.remove(index);
            self.idle.push(slot);
        }
    }

    /// The next pipeline in line with a runspace, if there is one for it.
    pub(super) fn start_next(&mut self) -> Option<(Uuid, RunspaceSlot)> {
        if self.waiting.is_empty() {
            return None;
        }
        let slot = self.take_free()?;
        let pipeline = self.waiting.pop_front()?;
        self.busy.push((pipeline, slot));
        Some((pipeline, slot))
    }

    /// An idle runspace that is more than the maximum allows; it leaves the pool.
    pub(super) fn take_surplus(&mut self) -> Option<RunspaceSlot> {
        let count = self.idle.len() + self.busy.len();
        (i32::try_from(count).unwrap_or(i32::MAX) > self.max && !self.idle.is_empty())
            .then(|| self.idle.remove(0))
    }

    /// Sets the maximum; refused below the minimum.
    pub(super) fn set_max(&mut self, max: i32) -> bool {
        let accepted = max >= self.min;
        if accepted {
            self.max = max;
        }
        accepted
    }

    /// Sets the minimum; refused below 1 and above the maximum.
    pub(super) fn set_min(&mut self, min: i32) -> bool {
        let accepted = min >= 1 && min <= self.max;
        if accepted {
            self.min = min;
        }
        accepted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pipelines<const N: usize>() -> [Uuid; N] {
        std::array::from_fn(|index| Uuid::from_u128(index as u128 + 1))
    }

    #[test]
    fn pipelines_beyond_the_maximum_wait_in_line() {
        let [a, b, c] = pipelines();
        let mut pool = Runspaces::new(1, 2);
        assert_eq!(pool.acquire(a), Some(RunspaceSlot(1)));
        assert_eq!(pool.acquire(b), Some(RunspaceSlot(2)));
        assert_eq!((pool.acquire(c), pool.available()), (None, 0));
        assert_eq!(pool.start_next(), None);
        pool.release(a);
        assert_eq!(pool.start_next(), Some((c, RunspaceSlot(1))));
    }

    #[test]
    fn one_that_is_stopped_while_it_waits_leaves_the_line() {
        let [a, b] = pipelines();
        let mut pool = Runspaces::new(1, 1);
        pool.acquire(a);
        pool.acquire(b);
        pool.release(b);
        pool.release(a);
        assert_eq!(pool.start_next(), None);
        assert_eq!(pool.available(), 1);
    }

    #[test]
    fn raising_the_maximum_lets_the_next_one_in() {
        let [a, b] = pipelines();
        let mut pool = Runspaces::new(1, 1);
        pool.acquire(a);
        pool.acquire(b);
        assert!(pool.set_max(2));
        assert_eq!(pool.start_next(), Some((b, RunspaceSlot(2))));
    }

    #[test]
    fn lowering_the_maximum_sheds_idle_runspaces_only() {
        let [a, b] = pipelines();
        let mut pool = Runspaces::new(1, 2);
        pool.acquire(a);
        pool.acquire(b);
        assert!(pool.set_max(1));
        assert_eq!((pool.take_surplus(), pool.available()), (None, -1));
        pool.release(a);
        assert_eq!(pool.take_surplus(), Some(RunspaceSlot(1)));
        assert_eq!(pool.take_surplus(), None);
    }

    #[test]
    fn limits_that_contradict_each_other_are_refused() {
        let mut pool = Runspaces::new(2, 3);
        assert!(!pool.set_max(1) && !pool.set_min(4) && !pool.set_min(0));
        assert_eq!((pool.min(), pool.max()), (2, 3));
    }
}
